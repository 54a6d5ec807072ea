import type { ReactNode } from 'react';
import type { RecordNoun } from '../../../contract/event.ts';
import type { Money } from '../../../contract/values.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { dayHeading } from '../../format/instants.ts';
import { ownFirst } from '../../format/money.ts';
import type { Input } from '../../state/bridge.ts';
import { useQuery } from '../../state/use-query.ts';
import { useCurrency } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import styles from './day-heading.module.css';

const nouns: readonly RecordNoun[] = ['sales', 'fulfillments'];

export interface DayTotals {
  readonly count: number;
  readonly totals: readonly Money[];
}

interface DayHeadingProps {
  readonly day: string;
  readonly today: string;
  /** Undefined where the days that are known do not reach down to it. */
  readonly totals: DayTotals | undefined;
  /** Null until the days of the filter are read. */
  readonly filter: Input<'sales.summary'> | null;
}

function Figures({ count, totals }: DayTotals): ReactNode {
  const currency = useCurrency();
  return (
    <>
      <span className={styles.count}>{text.sales(count)}</span>
      <span className={styles.totals}>
        {ownFirst(totals, currency).map((money) => (
          <MoneyText key={money.currency} money={money} />
        ))}
      </span>
    </>
  );
}

/** Of a day far down, or of one that a search did not add up: asked for when its heading comes into sight. */
function AskedFigures({ day, filter }: { readonly day: string; readonly filter: Input<'sales.summary'> }): ReactNode {
  const { data } = useQuery('sales.days', { ...filter, from: day, to: day, most: 1 }, nouns);
  const found = data?.days.find((each) => each.day === day);
  return found === undefined ? null : <Figures count={found.count} totals={found.totals} />;
}

/** A day, how many sales it has and what they come to, one total per currency. */
export function DayHeading({ day, today, totals, filter }: DayHeadingProps): ReactNode {
  return (
    <div className={styles.heading}>
      <span className={styles.day}>{dayHeading(day, today)}</span>
      {totals === undefined ? null : <Figures {...totals} />}
      {totals !== undefined || filter === null ? null : <AskedFigures key={day} day={day} filter={filter} />}
    </div>
  );
}
