import type { ReactNode } from 'react';
import { AsOf } from '../../components/as-of.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { formatMoney, negated, ownFirst } from '../../format/money.ts';
import type { Output } from '../../state/bridge.ts';
import { useCurrency } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import { DayBars } from './day-bars.tsx';
import styles from './totals-strip.module.css';

const words = text.salesHistory;

interface TotalsStripProps {
  readonly summary: Output<'sales.summary'>;
  /** The days that the bars are of, the latest first. */
  readonly days: Output<'sales.days'>['days'];
  readonly today: string;
  readonly chosenDay: string | null;
  readonly onChooseDay: (day: string | null) => void;
}

/** What the current filter comes to: count, one total per currency, what came back, a bar per day, and as of when. */
export function TotalsStrip({ summary, days, today, chosenDay, onChooseDay }: TotalsStripProps): ReactNode {
  const own = useCurrency();
  const totals = ownFirst(summary.totals, own);
  const returned = ownFirst(summary.returned, own);
  const currency = totals[0]?.currency ?? own;
  const count = text.sales(summary.count);
  return (
    <fieldset
      className={styles.strip}
      aria-label={words.strip}
      title={summary.complete ? words.voidedNote : words.incompleteNote}
    >
      <p className={styles.figures}>
        <span className={styles.count}>{summary.complete ? count : words.moreThan(count)}</span>
        {totals.map((money) => (
          <span key={money.currency} className={styles.total}>
            <MoneyText money={money} />
          </span>
        ))}
        {returned.length === 0 ? null : (
          <span className={styles.count}>
            {words.returned(returned.map((money) => formatMoney(negated(money))).join(', '))}
          </span>
        )}
      </p>
      {currency === undefined || days.length === 0 ? null : (
        <DayBars days={days} today={today} currency={currency} chosen={chosenDay} onChoose={onChooseDay} />
      )}
      <AsOf />
    </fieldset>
  );
}
