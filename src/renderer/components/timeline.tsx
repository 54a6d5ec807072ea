import type { ReactNode } from 'react';
import { whenOf } from '../format/instants.ts';
import { withKeys } from '../format/unique-keys.ts';
import styles from './timeline.module.css';

interface TimelineProps {
  readonly entries: readonly { readonly at: string; readonly what: string }[];
  readonly timeZone: string;
  readonly now: number;
}

/** What happened to a record, oldest first. */
export function Timeline({ entries, timeZone, now }: TimelineProps): ReactNode {
  return (
    <ol className={styles.timeline}>
      {withKeys(entries, ({ at, what }) => `${at} ${what}`).map(({ key, item: entry }) => (
        <li key={key} className={styles.entry}>
          <time className={styles.when} dateTime={entry.at}>
            {whenOf(entry.at, timeZone, now)}
          </time>
          <span>{entry.what}</span>
        </li>
      ))}
    </ol>
  );
}
