import type { SyncStatusView } from '../../contract/sync.ts';
import type { Connection } from '../state/bridge.ts';
import { text } from '../text.ts';
import { isOld, pauseUntil, whenOf } from './instants.ts';

export type ChipTone = 'ok' | 'busy' | 'warn' | 'bad' | 'quiet';

export interface ChipWords {
  readonly tone: ChipTone;
  readonly label: string;
  /** 0 to 1 while orders are being read and their number is known. */
  readonly progress: number | null;
}

export interface ChipFacts {
  /** Null until the app has answered for the first time. */
  readonly status: SyncStatusView | null;
  readonly connection: Connection;
  readonly now: number;
  readonly timeZone: string;
  /** After how many minutes without a look at BigCommerce what is shown counts as old; 15 unless given. */
  readonly freshMinutes?: number;
}

const plain = (tone: ChipTone, label: string): ChipWords => ({ tone, label, progress: null });

const withNextTry = (state: string, { nextTryAt }: SyncStatusView, now: number): string =>
  nextTryAt === null ? state : text.sync.nextTry(state, pauseUntil(nextTryAt, now));

const pulling = ({ progress }: SyncStatusView): ChipWords => {
  if (progress === null) return plain('busy', text.sync.checking);
  const { done, total } = progress;
  if (total === null || total === 0) return plain('busy', done === 0 ? text.sync.checking : text.sync.importing(done));
  return { tone: 'busy', label: text.sync.importingOf(done, total), progress: Math.min(1, done / total) };
};

const idle = ({ lastPulledAt }: SyncStatusView, { now, timeZone, freshMinutes }: ChipFacts): ChipWords => {
  if (lastPulledAt === null) return plain('quiet', text.sync.neverChecked);
  const label = text.sync.checked(whenOf(lastPulledAt, timeZone, now));
  return plain(isOld(lastPulledAt, now, freshMinutes) ? 'warn' : 'ok', label);
};

const wordsOf: Readonly<Record<SyncStatusView['state'], (status: SyncStatusView, facts: ChipFacts) => ChipWords>> = {
  refused: () => plain('bad', text.sync.refused),
  paused: () => plain('bad', text.sync.paused),
  not_linked: () => plain('warn', text.sync.notLinked),
  not_bound: () => plain('warn', text.sync.notBound),
  offline: (status, { now }) => {
    const { pending } = status.outbox;
    return plain(
      'quiet',
      withNextTry(pending > 0 ? text.sync.offlineWaiting(pending) : text.sync.offline, status, now),
    );
  },
  slow: (status, { now }) => plain('warn', withNextTry(text.sync.slow, status, now)),
  pulling,
  idle,
};

/** The words of the sync chip, worst state first: a lost app hides everything behind it. */
export const chipWords = (facts: ChipFacts): ChipWords => {
  if (facts.connection !== 'connected') return plain('warn', text.sync.reconnecting);
  if (facts.status === null) return plain('quiet', text.sync.starting);
  return wordsOf[facts.status.state](facts.status, facts);
};
