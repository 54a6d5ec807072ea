import type { ReactNode } from 'react';
import type { Money } from '../../../contract/values.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { dayHeading } from '../../format/instants.ts';
import { ownFirst } from '../../format/money.ts';
import { useCurrency } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import styles from './day-heading.module.css';

export interface DayTotals {
  readonly count: number;
  readonly totals: readonly Money[];
}

interface DayHeadingProps {
  readonly day: string;
  readonly today: string;
  /** Undefined until the summary of the filter is read. */
  readonly totals: DayTotals | undefined;
}

/** A day, how many sales it has and what they come to, one total per currency. */
export function DayHeading({ day, today, totals }: DayHeadingProps): ReactNode {
  const currency = useCurrency();
  return (
    <div className={styles.heading}>
      <span className={styles.day}>{dayHeading(day, today)}</span>
      {totals === undefined ? null : (
        <>
          <span className={styles.count}>{text.sales(totals.count)}</span>
          <span className={styles.totals}>
            {ownFirst(totals.totals, currency).map((money) => (
              <MoneyText key={money.currency} money={money} />
            ))}
          </span>
        </>
      )}
    </div>
  );
}
