import { ReceiptText, Undo2 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { MovementView } from '../../../contract/stock.ts';
import buttons from '../../components/button.module.css';
import { Spoken } from '../../components/spoken.tsx';
import { formatCount, formatSigned } from '../../format/count.ts';
import { whenOf } from '../../format/instants.ts';
import { useApp } from '../../state/use-app.ts';
import { text } from '../../text.ts';
import styles from './stock-movement.module.css';

const words = text.stock.explain;

/** The way to the sale that moved it, or to take back what staff did; nothing where there is neither. */
function MovementAction({ movement }: { readonly movement: MovementView }): ReactNode {
  const { work } = useApp().stock;
  const { saleId, receiptNumber, canUndo, movementId, cause } = movement;
  if (saleId !== null) {
    const label = words.openSale(receiptNumber ?? '');
    return (
      <Link
        href={`/sales-history/${encodeURIComponent(saleId)}`}
        className={buttons.bare}
        aria-label={label}
        title={label}
      >
        <ReceiptText size={18} aria-hidden />
      </Link>
    );
  }
  if (!canUndo) return null;
  const label = words.undo(cause);
  return (
    <button
      type="button"
      className={buttons.bare}
      aria-label={label}
      title={label}
      onClick={() => void work.undo(movementId)}
    >
      <Undo2 size={18} aria-hidden />
    </button>
  );
}

interface StockMovementProps {
  readonly movement: MovementView;
  readonly timeZone: string;
  readonly now: number;
}

export const StockMovement = memo(function StockMovement({ movement, timeZone, now }: StockMovementProps) {
  const { at, cause, quantity, onHandAfter, staff, reason } = movement;
  const details = [whenOf(at, timeZone, now), staff === null ? '' : words.by(staff), reason ?? ''];
  return (
    <div className={styles.movement}>
      <span className={styles.what}>
        {cause}
        <span className={styles.detail}>{details.filter((part) => part !== '').join(' · ')}</span>
      </span>
      <span className={styles.quantity} data-falls={quantity < 0}>
        <Spoken>{text.stock.figures.change}</Spoken> {formatSigned(quantity)}
      </span>
      <span className={styles.after}>
        <Spoken>{text.stock.figures.onHand}</Spoken> {formatCount(onHandAfter)}
      </span>
      <span className={styles.action}>
        <MovementAction movement={movement} />
      </span>
    </div>
  );
});
