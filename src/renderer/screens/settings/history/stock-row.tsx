import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { HistoryOutcome } from '../../../../contract/history.ts';
import { Spoken } from '../../../components/spoken.tsx';
import { formatCount, formatSigned } from '../../../format/count.ts';
import { text } from '../../../text.ts';
import styles from './stock-row.module.css';

const words = text.history.outcome;

const noteOf = ({ productId, isKnown }: HistoryOutcome['stock'][number]): string => {
  if (productId === null) return words.isNew;
  return isKnown ? '' : words.notKnown;
};

/** What would become of one product's stock: now, the change, after. */
export function StockRow({ row }: { readonly row: HistoryOutcome['stock'][number] }): ReactNode {
  const { sku, name, onHand, change, after, isNegative, isKnown } = row;
  const isBad = isNegative && isKnown;
  return (
    <div className={styles.row} data-bad={isBad}>
      <span className={styles.what}>
        <span className={styles.name}>{name === '' ? sku : name}</span>
        <span className={styles.sku}>{sku === '' ? text.stock.noSku : sku}</span>
      </span>
      <span className={styles.note}>
        {isBad ? (
          <>
            <CircleAlert size={16} aria-hidden />
            {words.below}
          </>
        ) : (
          noteOf(row)
        )}
      </span>
      <span className={styles.number}>
        <Spoken>{words.now}</Spoken> {formatCount(onHand)}
      </span>
      <span className={styles.number}>{formatSigned(change)}</span>
      <span className={styles.arrow} aria-hidden>
        →
      </span>
      <span className={styles.after}>
        <Spoken>{words.after}</Spoken> {formatCount(after)}
      </span>
    </div>
  );
}
