import { Boxes } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SaleView } from '../../../contract/sales.ts';
import buttons from '../../components/button.module.css';
import { Section } from '../../components/section.tsx';
import { formatSigned } from '../../format/count.ts';
import { whenOf } from '../../format/instants.ts';
import { withKeys } from '../../format/unique-keys.ts';
import { useApp } from '../../state/use-app.ts';
import { useOtherOutlet } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import styles from './sale-stock.module.css';

const otherOutletWords = (name: string | null): string => (name === null ? '' : text.salesHistory.otherOutlet(name));

/** What the sale took from stock, and what came back. */
export function SaleStock({ view, now }: { readonly view: SaleView; readonly now: number }): ReactNode {
  const { shop } = useApp();
  const otherOutlet = useOtherOutlet();
  if (view.stockMovements.length === 0) return null;
  const nameOf = (productId: string, sku: string): string =>
    view.lines.find((line) => line.productId === productId)?.name ?? sku;
  return (
    <Section title={text.salesHistory.stockMovements}>
      <ul>
        {withKeys(view.stockMovements, ({ at, productId }) => `${at} ${productId}`).map(({ key, item: movement }) => (
          <li key={key} className={styles.movement}>
            <span className={styles.what}>
              {nameOf(movement.productId, movement.sku)}
              <span className={styles.detail}>
                {[
                  movement.sku,
                  text.stockCause(movement.cause),
                  otherOutletWords(otherOutlet(movement.outletId)),
                  whenOf(movement.at, shop.timeZone(movement.outletId), now),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </span>
            <span className={styles.quantity}>{formatSigned(movement.quantity)}</span>
            <Link
              href={`/stock/${encodeURIComponent(movement.productId)}`}
              className={buttons.bare}
              aria-label={text.stock.openProduct(nameOf(movement.productId, movement.sku))}
              title={text.stock.openProduct(nameOf(movement.productId, movement.sku))}
            >
              <Boxes size={18} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
