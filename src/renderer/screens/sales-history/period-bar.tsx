import type { ReactNode } from 'react';
import { DayField } from '../../components/day-field.tsx';
import { Segments } from '../../components/segments.tsx';
import { type Days, daysAround, type Period } from '../../state/sale-query.ts';
import { text } from '../../text.ts';
import styles from './period-bar.module.css';
import { periodKinds } from './period-kinds.ts';

const words = text.salesHistory;

interface PeriodBarProps {
  readonly period: Period;
  readonly today: string;
  readonly onChange: (period: Days) => void;
}

/** Which days: a preset, or a range of the outlet's calendar. */
export function PeriodBar({ period: chosen, today, onChange }: PeriodBarProps): ReactNode {
  const period = daysAround(chosen);
  return (
    <>
      <Segments
        label={words.periods.label}
        segments={[...periodKinds, 'range' as const].map((value) => ({ value, label: words.periods[value] }))}
        value={period.kind}
        onChange={(kind) => onChange(kind === 'range' ? { kind, from: today, to: today } : { kind })}
      />
      {period.kind === 'range' ? (
        <div className={styles.range}>
          <DayField
            label={words.from}
            value={period.from}
            max={period.to}
            onChange={(from) => onChange({ ...period, from })}
          />
          <DayField
            label={words.to}
            value={period.to}
            min={period.from}
            onChange={(to) => onChange({ ...period, to })}
          />
        </div>
      ) : null}
    </>
  );
}
