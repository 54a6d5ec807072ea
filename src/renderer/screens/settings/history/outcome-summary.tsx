import type { ReactNode } from 'react';
import type { HistoryBatchView, HistoryOutcome } from '../../../../contract/history.ts';
import { MoneyText } from '../../../components/money-text.tsx';
import { formatCount } from '../../../format/count.ts';
import { whenOf } from '../../../format/instants.ts';
import { useNow } from '../../../state/use-now.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import styles from './outcome-summary.module.css';

const words = text.history.outcome;

interface FigureProps {
  readonly count: number;
  readonly label: string;
  readonly isBad?: boolean;
}

function Figure({ count, label, isBad = false }: FigureProps): ReactNode {
  return (
    <li className={styles.figure} data-bad={isBad && count > 0}>
      <span className={styles.count}>{formatCount(count)}</span> {label}
    </li>
  );
}

/** Sentences about what is worth knowing beside the figures. */
const remarksOf = ({ sales, leftOut, stock }: HistoryOutcome): string[] => {
  const uncounted = stock.filter(({ isNegative, isKnown }) => isNegative && !isKnown).length;
  const { alreadyHere, pending, archived, fromThisTill } = leftOut;
  const out = [
    alreadyHere > 0 ? words.alreadyHere(alreadyHere) : null,
    pending > 0 ? words.pending(pending) : null,
    archived > 0 ? words.archived(archived) : null,
    fromThisTill > 0 ? words.fromThisTill(fromThisTill) : null,
  ].filter((part) => part !== null);
  return [
    sales.voided > 0 ? words.voided(sales.voided) : null,
    sales.toHandOver > 0 ? words.toHandOver(sales.toHandOver) : null,
    uncounted > 0 ? words.uncounted(uncounted) : null,
    out.length > 0 ? `${words.leftOut}: ${out.join(', ')}` : null,
  ].filter((remark) => remark !== null);
};

interface OutcomeSummaryProps {
  readonly outcome: HistoryOutcome;
  readonly batch: HistoryBatchView;
}

/** What would be imported, at a glance: the figures that decide, those that hurt in red. */
export function OutcomeSummary({ outcome, batch }: OutcomeSummaryProps): ReactNode {
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const { sales, products, customers, stock, held, totals } = outcome;
  const negative = stock.filter(({ isNegative, isKnown }) => isNegative && isKnown).length;
  return (
    <section className={styles.summary} aria-label={words.title}>
      <h3 className={styles.title}>
        {words.title}
        <span className={styles.stock}>{batch.leaveStock ? words.stockLeft : words.stockTaken}</span>
        {batch.rehearsedAt === null ? null : (
          <span className={styles.when}>{words.when(whenOf(batch.rehearsedAt, timeZone, now))}</span>
        )}
      </h3>
      <ul className={styles.figures}>
        <Figure count={sales.total} label={words.sales(sales.total)} />
        <Figure count={negative} label={words.negative(negative)} isBad />
        <Figure count={products.length} label={words.products(products.length)} />
        <Figure count={customers.length} label={words.customers(customers.length)} />
        <Figure count={held.length} label={words.held(held.length)} isBad />
      </ul>
      <ul className={styles.facts}>
        {totals.length === 0 ? null : (
          <li>
            {words.revenue}{' '}
            {totals.map((total) => (
              <strong key={total.currency} className={styles.total}>
                <MoneyText money={total} />
              </strong>
            ))}
          </li>
        )}
        {remarksOf(outcome).map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </section>
  );
}
