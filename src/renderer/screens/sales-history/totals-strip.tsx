import type { ReactNode } from 'react';
import { AsOf } from '../../components/as-of.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { dayHeading } from '../../format/instants.ts';
import { formatMoney, ownFirst, sharesOfLargest } from '../../format/money.ts';
import type { Output } from '../../state/bridge.ts';
import { useCurrency } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import styles from './totals-strip.module.css';

type Summary = Output<'sales.summary'>;
type Days = Output<'sales.days'>['days'];

/** As many days as the bars stay readable for. */
const mostBars = 31;

interface TotalsStripProps {
  readonly summary: Summary;
  /** The latest first. */
  readonly days: Days;
  readonly today: string;
}

interface DayBarsProps extends Pick<TotalsStripProps, 'days' | 'today'> {
  readonly currency: string;
}

/** One bar per day, oldest left, in the currency that leads the totals. */
function DayBars({ days: latest, today, currency }: DayBarsProps): ReactNode {
  const days = latest.slice(0, mostBars).reverse();
  const amounts = days.map(({ totals }) => totals.find((money) => money.currency === currency)?.amount ?? '0.0000');
  const shares = sharesOfLargest(amounts);
  return (
    <div className={styles.bars} role="img" aria-label={text.salesHistory.bars(days.length)}>
      {days.map(({ day, count }, index) => {
        const amount = formatMoney({ amount: amounts[index] ?? '0.0000', currency });
        return (
          <span key={day} className={styles.slot} title={`${dayHeading(day, today)}: ${text.sales(count)}, ${amount}`}>
            <span className={styles.bar} style={{ transform: `scaleY(${Math.max(0.04, shares[index] ?? 0)})` }} />
          </span>
        );
      })}
    </div>
  );
}

/** What the current filter comes to: count, one total per currency, a bar per day, and as of when. */
export function TotalsStrip({ summary, days, today }: TotalsStripProps): ReactNode {
  const totals = ownFirst(summary.totals, useCurrency());
  const currency = totals[0]?.currency;
  return (
    <section className={styles.strip} title={text.salesHistory.voidedNote}>
      <p className={styles.figures}>
        <span className={styles.count}>{text.sales(summary.count)}</span>
        {totals.map((money) => (
          <span key={money.currency} className={styles.total}>
            <MoneyText money={money} />
          </span>
        ))}
      </p>
      {currency === undefined ? null : <DayBars days={days} today={today} currency={currency} />}
      <AsOf />
    </section>
  );
}
