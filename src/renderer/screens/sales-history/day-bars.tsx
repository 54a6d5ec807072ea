import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react';
import { dayHeading } from '../../format/instants.ts';
import { formatMoney, sharesOfLargest } from '../../format/money.ts';
import type { Output } from '../../state/bridge.ts';
import { text } from '../../text.ts';
import styles from './day-bars.module.css';

type Days = Output<'sales.days'>['days'];

/** As many days as the bars stay readable for. */
const mostBars = 31;

interface DayBarsProps {
  /** The latest first. */
  readonly days: Days;
  readonly today: string;
  /** The bars are of this currency's totals. */
  readonly currency: string;
  /** The day that is shown alone; null where all are. */
  readonly chosen: string | null;
  /** Null shows all again. */
  readonly onChoose: (day: string | null) => void;
}

/** How far a key moves among the bars; undefined for a key that does not. */
const moves = (key: string, at: number, count: number): number | undefined =>
  ({ ArrowLeft: Math.max(0, at - 1), ArrowRight: Math.min(count - 1, at + 1), Home: 0, End: count - 1 })[key];

/**
 * A bar for each day, oldest left. Bars are too narrow to be targets of their own, so they are one: a click takes the
 * bar nearest to it, from top to bottom; ← → move among them and Enter chooses. A day that is chosen lets go again.
 */
export function DayBars({ days: latest, today, currency, chosen, onChoose }: DayBarsProps): ReactNode {
  const days = latest.slice(0, mostBars).reverse();
  const amounts = days.map(({ totals }) => totals.find((money) => money.currency === currency)?.amount ?? '0.0000');
  const shares = sharesOfLargest(amounts);
  const [pointed, setPointed] = useState<string | null>(null);
  const at = days.findIndex(({ day }) => day === (pointed ?? chosen));
  const active = at < 0 ? days.length - 1 : at;

  const choose = (index: number): void => {
    const day = days[index]?.day;
    if (day === undefined) return;
    setPointed(day);
    onChoose(day === chosen ? null : day);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves(event.key, active, days.length);
    if (to !== undefined) setPointed(days[to]?.day ?? null);
    else if (event.key === 'Enter') choose(active);
    else return;
    event.preventDefault();
  };
  const onClick = ({ currentTarget, clientX }: MouseEvent): void => {
    const away = [...currentTarget.children].map((bar) => {
      const { left, right } = bar.getBoundingClientRect();
      return Math.abs(clientX - (left + right) / 2);
    });
    choose(away.indexOf(Math.min(...away)));
  };

  return (
    <div
      className={styles.bars}
      role="listbox"
      aria-orientation="horizontal"
      aria-label={text.salesHistory.bars(days.length)}
      aria-activedescendant={`bar-${days[active]?.day}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {days.map(({ day, count }, index) => {
        const amount = formatMoney({ amount: amounts[index] ?? '0.0000', currency });
        const words = `${dayHeading(day, today)}: ${text.sales(count)}, ${amount}`;
        return (
          <span
            key={day}
            id={`bar-${day}`}
            role="option"
            tabIndex={-1}
            aria-selected={day === chosen}
            data-active={index === active}
            data-others={chosen !== null}
            className={styles.slot}
            aria-label={words}
            title={words}
          >
            <span className={styles.bar} style={{ transform: `scaleY(${Math.max(0.04, shares[index] ?? 0)})` }} />
          </span>
        );
      })}
    </div>
  );
}
