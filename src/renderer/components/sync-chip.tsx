import {
  CircleAlert,
  CircleCheck,
  CloudOff,
  type LucideIcon,
  OctagonAlert,
  RefreshCw,
  TriangleAlert,
} from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../format/count.ts';
import { type ChipTone, chipWords } from '../format/sync-chip.ts';
import type { Shortcut } from '../state/key-match.ts';
import { useApp } from '../state/use-app.ts';
import { useNow } from '../state/use-now.ts';
import { useTimeZone } from '../state/use-shop.ts';
import { useShortcuts } from '../state/use-shortcuts.ts';
import { text } from '../text.ts';
import { Spoken } from './spoken.tsx';
import styles from './sync-chip.module.css';
import { SyncPopover } from './sync-popover.tsx';

const icons: Readonly<Record<ChipTone, LucideIcon>> = {
  ok: CircleCheck,
  busy: RefreshCw,
  warn: TriangleAlert,
  bad: CircleAlert,
  quiet: CloudOff,
};

interface MarkProps {
  readonly count: number;
  readonly meaning: string;
  readonly icon: LucideIcon;
}

/** What needs somebody, whatever the exchange is doing; nothing where there is none. */
function Mark({ count, meaning, icon: Icon }: MarkProps): ReactNode {
  if (count === 0) return null;
  return (
    <span className={styles.held} title={meaning}>
      <Icon size={12} strokeWidth={2.5} aria-hidden />
      <span aria-hidden>{formatCount(count)}</span>
      <Spoken>{meaning}</Spoken>
    </span>
  );
}

/** How the exchange with BigCommerce stands, in one place on every screen; opens to the reasons. */
export function SyncChip(): ReactNode {
  const { sync, freshness } = useApp();
  const { status, connection } = useStore(sync.store);
  const freshMinutes = useStore(freshness.store, (state) => state.minutes);
  const now = useNow(1_000);
  const words = chipWords({ status, connection, now, timeZone: useTimeZone(), freshMinutes });
  const Icon = icons[words.tone];
  const held = status?.held ?? 0;
  const parked = status?.outbox.parked ?? 0;

  const shortcuts = useMemo<readonly Shortcut[]>(
    () => [
      {
        keys: ['s'],
        label: text.keys.checkNow,
        hint: { keys: ['s'], label: text.keys.checkNow },
        run: () => void sync.pullNow(),
      },
    ],
    [sync],
  );
  useShortcuts('go', shortcuts);

  return (
    <div className={styles.place}>
      <button type="button" className={styles.chip} data-tone={words.tone} popoverTarget="sync-popover">
        <Icon className={styles.icon} size={16} aria-hidden />
        <span className={styles.label}>{words.label}</span>
        <Mark count={held} meaning={text.sync.held(held)} icon={TriangleAlert} />
        <Mark count={parked} meaning={text.sync.parked(parked)} icon={OctagonAlert} />
        {words.progress === null ? null : (
          <span className={styles.track} aria-hidden>
            <span className={styles.bar} style={{ transform: `scaleX(${words.progress})` }} />
          </span>
        )}
      </button>
      <SyncPopover now={now} />
    </div>
  );
}
