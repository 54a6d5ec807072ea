import { setTimeout as delay } from 'node:timers/promises';
import { PAGE_SIZE } from '../bigcommerce/every-row.ts';
import { countChangedOrders, listChangedOrders } from '../bigcommerce/orders.ts';
import type { PageReader } from '../bigcommerce/page-reader.ts';
import { type Reading, readPage } from '../bigcommerce/read-page.ts';
import { type Cursor, moveCursor, readCursor } from '../store/cursors.ts';
import { checkUp } from './check-up.ts';
import { applyLateRefunds, pullRefunds, REFUNDS_OVERLAP_MS } from './pull-refunds.ts';
import { changesOf, completeRows, idOf, type PageDeps, storeChanges } from './store-page.ts';
import { type PullCounts, Tally } from './tally.ts';
import { tryHeldWith } from './try-held-again.ts';
import { nextStep, type Step } from './walk-orders.ts';

export interface PullDeps extends PageDeps {
  /** The app's own. */
  readonly version: string;
  /** Reads the pages of a backlog beside the storing; without it they are read in between. */
  readonly reader?: PageReader;
  readonly onProgress: (progress: { readonly done: number; readonly total: number | null }) => void;
}

/** How far each pull looks back, in ms: changes have a resolution of one second and may appear late (§3.5). */
const ORDERS_OVERLAP_MS = 120_000;

/**
 * One pull: what a new version of the app may understand, the refunds, then the changed orders, then orders whose refund
 * came without a change, and now and then what no list of changes may tell. Pages are stored whole or not at all, their
 * cursor with them, so a crash at any instant costs at most reading them again (design law 1). Throws `StoreProblem`; what was stored until then stays, and the next
 * pull goes on from there. Several pulls that are told as one share a tally.
 */
export const pull = async (deps: PullDeps, tally = new Tally()): Promise<PullCounts> => {
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

/** How long storing a page waits for the next one's answer, so that it is read meanwhile. Longer is the network's time. */
const HAND_OVER_MS = 10;

interface ComingPage {
  /** Resolves when the page is in the hands of its reader; with nothing, for it may be kept longer than the page. */
  readonly handedOver: Promise<void>;
  readonly readings: Promise<readonly Reading[]>;
}

/** The first page is read at once and here; those after it by the reader, while the page before them is stored. */
const askFor = ({ client, reader }: PullDeps, step: Step, isFirst: boolean): ComingPage => {
  const read = isFirst || !reader ? readPage : reader.read;
  const text = listChangedOrders(client, step);
  const readings = text.then(read).then((rows) => completeRows(client, rows));
  // Whoever waits for the readings is told; until then nobody does.
  readings.catch(() => undefined);
  const handedOver = text.then(
    () => undefined,
    () => undefined,
  );
  return { handedOver, readings };
};

const pullOrders = async (deps: PullDeps, tally: Tally): Promise<void> => {
  const { db, client, context, onProgress, reader } = deps;
  const since = listFrom(readCursor(db, context().link.linkKey));
  const seen = new Set<string>();
  let total: number | null = null;
  let step: Step | null = { since, page: 1 };
  let coming: ComingPage | null = askFor(deps, step, true);
  try {
    while (step && coming) {
      const reads: readonly Reading[] = await coming.readings;
      const seenBefore = seen.size;
      for (const { read } of reads) seen.add(idOf(read));
      // A list that only repeats itself, whatever page is asked for, would be walked for ever.
      const repeats: boolean = step.page > 1 && seen.size === seenBefore;
      step = repeats ? null : nextStep(step, changesOf(reads), reads.length === PAGE_SIZE);
      coming = step && askFor(deps, step, false);
      if (coming) await Promise.race([coming.handedOver, delay(HAND_OVER_MS)]);
      storeChanges(deps, reads, tally);
      if (step) total ??= await countChangedOrders(client, since);
      onProgress({ done: tally.seen, total });
    }
  } finally {
    // A page that is still on its way would start the reader anew after this, and nobody would end it.
    await coming?.handedOver;
    reader?.rest();
  }
};
