import { PAGE_SIZE } from '../bigcommerce/every-row.ts';
import { countChangedOrders, listChangedOrders } from '../bigcommerce/orders.ts';
import { type Cursor, moveCursor, readCursor } from '../store/cursors.ts';
import { checkUp } from './check-up.ts';
import { applyLateRefunds, pullRefunds, REFUNDS_OVERLAP_MS } from './pull-refunds.ts';
import { changesOf, idOf, type PageDeps, type Reading, readRows, storeChanges } from './store-page.ts';
import { type PullCounts, Tally } from './tally.ts';
import { tryHeldWith } from './try-held-again.ts';
import { nextStep, type Step } from './walk-orders.ts';

export interface PullDeps extends PageDeps {
  /** The app's own. */
  readonly version: string;
  readonly onProgress: (progress: { readonly done: number; readonly total: number | null }) => void;
}

/** How far each pull looks back, in ms: changes have a resolution of one second and may appear late (§3.5). */
const ORDERS_OVERLAP_MS = 120_000;

/**
 * One pull: what a new version of the app may understand, the refunds, then the changed orders, then orders whose refund came without a change, and now and then what
 * no list of changes may tell. Pages are stored whole or not at all, their cursor with them, so a crash at any instant
 * costs at most reading them again (design law 1). Throws `StoreProblem`; what was stored until then stays, and the next
 * pull goes on from there.
 */
export const pull = async (deps: PullDeps): Promise<PullCounts> => {
  const tally = new Tally();
  await tryHeldWith(deps, deps.version, tally);
  await pullRefunds(deps, REFUNDS_OVERLAP_MS);
  await pullOrders(deps, tally);
  await applyLateRefunds(deps, tally);
  const { link, now } = deps.context();
  moveCursor(deps.db, link.linkKey, { lastPulledAt: now });
  await checkUp(deps, tally);
  return tally.counts();
};

const ONE_SECOND_MS = 1_000;

/**
 * Where the list of changes is read from. Changes may appear late, so a pull looks back; once a whole pull has come so
 * much later that nothing of then can still appear, there is no need to, and an idle pull costs next to nothing.
 */
const listFrom = ({ ordersModifiedAt, ordersMovedAt, lastPulledAt }: Cursor): number | null => {
  if (ordersModifiedAt === null) return null;
  const settled = (lastPulledAt ?? 0) - (ordersMovedAt ?? lastPulledAt ?? 0) >= ORDERS_OVERLAP_MS;
  return settled ? ordersModifiedAt + ONE_SECOND_MS : ordersModifiedAt - ORDERS_OVERLAP_MS;
};

/**
 * While a backlog is large, several pages share a transaction and its cursor: a commit costs as much as many rows. The
 * first page is stored at once, so that the screens fill from the start.
 */
const ROWS_PER_TRANSACTION = 4 * PAGE_SIZE;

const pullOrders = async (deps: PullDeps, tally: Tally): Promise<void> => {
  const { db, client, context, onProgress } = deps;
  const since = listFrom(readCursor(db, context().link.linkKey));
  const seen = new Set<string>();
  let total: number | null = null;
  let unstored: Reading[] = [];
  let step: Step | null = { since, page: 1 };
  while (step) {
    const reads = await readRows(client, await listChangedOrders(client, step));
    const seenBefore = seen.size;
    for (const { read } of reads) seen.add(idOf(read));
    // A list that only repeats itself, whatever page is asked for, would be walked for ever.
    const repeats: boolean = step.page > 1 && seen.size === seenBefore;
    step = repeats ? null : nextStep(step, changesOf(reads), reads.length === PAGE_SIZE);
    unstored.push(...reads);
    if (step && tally.seen > 0 && unstored.length < ROWS_PER_TRANSACTION) continue;
    storeChanges(deps, unstored, tally);
    unstored = [];
    if (step) total ??= await countChangedOrders(client, since);
    onProgress({ done: tally.seen, total });
  }
};
