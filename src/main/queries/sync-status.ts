import type { SyncState, SyncStatusView } from '../../contract/sync.ts';
import { planIsSupported, planLost } from '../domain/plan.ts';
import type { Problem } from '../domain/problem.ts';
import { unlinked } from '../domain/unlinking.ts';
import type { Reader } from '../store/connection.ts';
import { readCursor } from '../store/cursors.ts';
import { currentBinding, currentLink, lastUnlinked, shownLink } from '../store/links.ts';
import { countWaiting } from '../store/outbox-counts.ts';
import { countHeld } from '../store/unimported-orders.ts';
import { nullableInstant } from './views.ts';

/** What the sync worker is doing; times are UTC ms. */
export interface Activity {
  readonly pulling: boolean;
  readonly problem: Problem | null;
  readonly nextTryAt: number | null;
  readonly progress: { readonly done: number; readonly total: number | null } | null;
}

/** Problems that need somebody, and a network that is away; every other problem only makes the exchange slow. */
const stateOfProblem: Readonly<Record<string, SyncState>> = {
  not_linked: 'not_linked',
  not_bound: 'not_bound',
  token_refused: 'refused',
  token_missing: 'refused',
  scope_missing: 'refused',
  unreachable: 'offline',
};

const stateOf = (activity: Activity): SyncState => {
  if (activity.problem) return stateOfProblem[activity.problem.code] ?? 'slow';
  return activity.pulling ? 'pulling' : 'idle';
};

export const syncStatus = (db: Reader, activity: Activity): SyncStatusView => {
  const link = currentLink(db);
  const shown = shownLink(db);
  const bound = link && currentBinding(db, link.linkKey);
  const paused = link !== undefined && !planIsSupported(link.plan);
  const state: SyncState = !link ? 'not_linked' : paused ? 'paused' : !bound ? 'not_bound' : stateOf(activity);
  return {
    state,
    lastPulledAt: shown ? nullableInstant(readCursor(db, shown.linkKey).lastPulledAt) : null,
    problem: link ? (paused ? planLost : activity.problem) : unlinkedProblem(db),
    nextTryAt: nullableInstant(activity.nextTryAt),
    progress: activity.progress,
    outbox: countWaiting(db),
    held: shown ? countHeld(db, shown.linkKey) : 0,
  };
};

const unlinkedProblem = (db: Reader): Problem | null => {
  const last = lastUnlinked(db);
  return last ? unlinked(last.storeName) : null;
};

/** How orders alone stand: what only stock waits for keeps none away. */
export const syncStatusOfOrders = (db: Reader, activity: Activity): SyncStatusView =>
  syncStatus(db, activity.problem?.ordersArrived ? { ...activity, problem: null } : activity);
