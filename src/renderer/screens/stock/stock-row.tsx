import { memo, type ReactNode } from 'react';
import type { StockRowView } from '../../../contract/stock.ts';
import { lastOneLook } from '../../components/looks.ts';
import { Pill } from '../../components/pill.tsx';
import { Spoken } from '../../components/spoken.tsx';
import { formatCount, formatSigned } from '../../format/count.ts';
import { productName } from '../../format/product-name.ts';
import { text } from '../../text.ts';
import { pushLook } from './stock-looks.ts';
import styles from './stock-row.module.css';

const words = text.stock.figures;

/** The figures of a row, in their order from left to right. */
const columns = ['onHand', 'committed', 'lastPushed', 'bigcommerce', 'drift'] as const;
type Column = (typeof columns)[number];

const counted = (count: number | null): string => (count === null ? text.none : formatCount(count));

const figureOf: Readonly<Record<Column, (row: StockRowView) => string>> = {
  onHand: (row) => formatCount(row.onHand),
  committed: (row) => formatCount(row.committed),
  lastPushed: (row) => counted(row.lastPushed),
  bigcommerce: (row) => counted(row.bigcommerceFigure),
  drift: (row) => (row.drift === null ? text.none : formatSigned(row.drift)),
};

/** What each column is; a row says it again to those who hear it. */
export function StockColumns(): ReactNode {
  return (
    <div className={`${styles.row} ${styles.head}`} aria-hidden>
      <span className={styles.name}>{text.stock.detail}</span>
      {columns.map((column) => (
        <span key={column} className={styles.figure} data-column={column}>
          {words[column]}
        </span>
      ))}
    </div>
  );
}

export const StockRow = memo(function StockRow({ row }: { readonly row: StockRowView }) {
  return (
    <div className={styles.row}>
      <span className={styles.name}>{productName(row)}</span>
      <span className={styles.facts}>
        <span className={styles.sku}>{row.sku === '' ? text.stock.noSku : row.sku}</span>
        {row.alarm ? <Pill look={lastOneLook} /> : null}
        <Pill look={pushLook(row.pushState)} quiet={row.pushState === 'in_step'} />
      </span>
      {columns.map((column) => (
        <span
          key={column}
          className={styles.figure}
          data-column={column}
          data-below-zero={column === 'onHand' && row.onHand < 0}
          data-drifts={column === 'drift' && row.drift !== null && row.drift !== 0}
        >
          <Spoken>{words[column]}</Spoken> {figureOf[column](row)}
        </span>
      ))}
    </div>
  );
});
