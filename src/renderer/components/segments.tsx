import { type ReactNode, useId } from 'react';
import { formatCount } from '../format/count.ts';
import { text } from '../text.ts';
import styles from './segments.module.css';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: number | undefined;
  /** Whether there are more than were counted. */
  readonly isMore?: boolean | undefined;
}

interface SegmentsProps<V extends string> {
  readonly label: string;
  readonly segments: readonly Segment<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One choice out of a few, all in sight: radio buttons that look like a strip. */
export function Segments<V extends string>({ label, segments, value, onChange }: SegmentsProps<V>): ReactNode {
  const name = useId();
  return (
    <div className={styles.strip} role="radiogroup" aria-label={label}>
      {segments.map((segment) => (
        <label key={segment.value} className={styles.segment}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          <span>{segment.label}</span>
          {segment.count === undefined ? null : (
            <span className={styles.count}>
              {segment.isMore === true ? text.atLeast(segment.count) : formatCount(segment.count)}
            </span>
          )}
        </label>
      ))}
    </div>
  );
}
