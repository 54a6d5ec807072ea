import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { isOld, whenOf } from '../format/instants.ts';
import { useApp } from '../state/use-app.ts';
import { useNow } from '../state/use-now.ts';
import { useTimeZone } from '../state/use-shop.ts';
import { text } from '../text.ts';
import styles from './as-of.module.css';

/** How fresh the figures beside it are; amber when they are old (N15). */
export function AsOf(): ReactNode {
  const { sync, freshness } = useApp();
  const lastPulledAt = useStore(sync.store, ({ status }) => status?.lastPulledAt ?? null);
  const minutes = useStore(freshness.store, (state) => state.minutes);
  const now = useNow(15_000);
  const timeZone = useTimeZone();
  return (
    <span className={styles.asOf} data-old={isOld(lastPulledAt, now, minutes)}>
      <Clock size={14} aria-hidden />
      {lastPulledAt === null ? text.notYetChecked : text.asOf(whenOf(lastPulledAt, timeZone, now))}
    </span>
  );
}
