import { Boxes, ReceiptText, Wrench } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { DifferenceView } from '../../../../contract/proof.ts';
import buttons from '../../../components/button.module.css';
import { screenNow } from '../../../state/screen-now.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './difference-row.module.css';

const words = text.proof;

/** What the difference is about, where it can be looked at. */
function Subject({ difference }: { readonly difference: DifferenceView }): ReactNode {
  const { proof } = useApp();
  const [, navigate] = useLocation();
  const { kind, orderId, productId, sku } = difference;
  const openSale = async (wanted: string): Promise<void> => {
    const from = screenNow();
    const saleId = await proof.saleOf(wanted);
    if (saleId !== null && screenNow() === from) navigate(`/sales-history/${encodeURIComponent(saleId)}`);
  };
  return (
    <>
      {orderId === null ? null : kind === 'order_missing_here' ? (
        <span className={styles.order}>{text.order(orderId)}</span>
      ) : (
        <button
          type="button"
          className={buttons.button}
          aria-label={words.openSale(orderId)}
          onClick={() => void openSale(orderId)}
        >
          <ReceiptText size={18} aria-hidden />
          {text.order(orderId)}
        </button>
      )}
      {productId === null ? null : (
        <Link
          href={`/stock/${encodeURIComponent(productId)}`}
          className={buttons.button}
          aria-label={words.openProduct(sku || productId)}
        >
          <Boxes size={18} aria-hidden />
          {sku || text.stock.noSku}
        </Link>
      )}
    </>
  );
}

interface DifferenceRowProps {
  readonly difference: DifferenceView;
  /** Why nothing can be repaired now; null while it can. */
  readonly hindrance: string | null;
  readonly isRepairing: boolean;
  readonly onRepair: () => void;
}

/** One difference: ours beside theirs, and the one thing that puts it right. */
export function DifferenceRow({ difference, hindrance, isRepairing, onRepair }: DifferenceRowProps): ReactNode {
  const { kind, orderId, sku, ours, theirs, repair } = difference;
  const about = [words.kinds[kind], orderId === null ? sku : text.order(orderId)].filter(Boolean).join(', ');
  const isOff = hindrance !== null;
  return (
    <div className={styles.row}>
      <div className={styles.what}>
        <h3 className={styles.kind}>{words.kinds[kind]}</h3>
        <div className={styles.subject}>
          <Subject difference={difference} />
        </div>
      </div>
      <dl className={styles.sides}>
        <div className={styles.side}>
          <dt className={styles.whose}>{words.ours}</dt>
          <dd>{ours === '' ? text.none : ours}</dd>
        </div>
        <div className={styles.side}>
          <dt className={styles.whose}>{words.theirs}</dt>
          <dd>{theirs === '' ? text.none : theirs}</dd>
        </div>
      </dl>
      <div className={styles.repair}>
        <button
          type="button"
          className={buttons.button}
          aria-label={words.repairNamed(about)}
          aria-disabled={isOff}
          title={hindrance ?? undefined}
          onClick={isOff ? undefined : onRepair}
        >
          <Wrench size={18} aria-hidden />
          {isRepairing ? words.repairing : words.repair}
        </button>
        <p className={styles.does}>{repair}</p>
      </div>
    </div>
  );
}
