import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CatalogVariantView } from '../../../../contract/products.ts';
import { text } from '../../../text.ts';
import styles from './variant-card.module.css';

const words = text.links;

interface VariantCardProps {
  readonly variant: CatalogVariantView;
  /** The SKU that the product has here. */
  readonly sku: string;
  /** What can be done with it. */
  readonly children: ReactNode;
}

const folded = (sku: string): string => sku.trim().toLowerCase();

/** A product of BigCommerce as its catalogue has it: SKU, name, options, how it is counted there. */
export function VariantCard({ variant, sku, children }: VariantCardProps): ReactNode {
  const { bigcommerceProductId, bigcommerceVariantId, name, options, tracking } = variant;
  const isSame = folded(sku) !== '' && folded(sku) === folded(variant.sku);
  return (
    <div className={styles.card}>
      {name === '' ? (
        <p className={styles.gone}>{words.gone}</p>
      ) : (
        <>
          <p className={styles.name}>{name}</p>
          <p>{options === '' ? words.noOptions : options}</p>
          <p className={styles.sku} data-same={isSame}>
            {variant.sku === '' ? text.stock.noSku : variant.sku}
            {isSame ? (
              <span className={styles.same}>
                <Check size={14} strokeWidth={2.5} aria-hidden />
                {words.sameSku}
              </span>
            ) : null}
          </p>
          <p>{words.tracking[tracking]}</p>
        </>
      )}
      <p className={styles.ids}>{words.ids(bigcommerceProductId, bigcommerceVariantId)}</p>
      {children}
    </div>
  );
}
