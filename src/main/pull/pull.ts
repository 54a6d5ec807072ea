import type { Client } from '../bigcommerce/client.ts';
import { completeOrder, countChangedOrders, getOrder, listChangedOrders, PAGE_SIZE } from '../bigcommerce/orders.ts';
import { type ReadOrder, readOrder } from '../bigcommerce/read-order.ts';
import { listRefunds, readRefund } from '../bigcommerce/refunds.ts';
import type { Writer } from '../store/connection.ts';
import { moveCursor, readCursor } from '../store/cursors.ts';
import { insertRefund, ordersWithUnappliedRefunds } from '../store/refunds.ts';
import { type Applied, applyOrder, hold } from './apply-order.ts';
import type { ImportContext } from './import-context.ts';
import { type KnownOrders, knownOrders } from './known-orders.ts';
import { type PullCounts, Tally } from './tally.ts';
import { nextStep, type Step } from './walk-orders.ts';

export interface PullDeps {
  readonly db: Writer;
  readonly client: Client;
  /** Read anew for each page: a binding may change while a long pull runs (R7). */
  readonly context: () => ImportContext;
  readonly onProgress: (progress: { readonly done: number; readonly total: number | null }) => void;
  /** Told after a page is stored, with what it changed. */
  readonly onStored: (counts: PullCounts) => void;
}

/** How far each pull looks back, in ms: changes have a resolution of one second and may appear late (§3.5). */
const ORDERS_OVERLAP_MS = 120_000;
const REFUNDS_OVERLAP_MS = 600_000;

/**
 * One pull: the refunds, then the changed orders, then orders whose refund came without a change. Each page is stored
 * whole or not at all, its cursor with it, so a crash at any instant costs at most a page read again (design law 1).
 * Throws `StoreProblem`; what was stored until then stays, and the next pull goes on from there.
 */
export const pull = async (deps: PullDeps): Promise<PullCounts> => {
  const tally = new Tally();
  await pullRefunds(deps);
  await pullOrders(deps, tally);
  await applyLateRefunds(deps, tally);
  const { link, now } = deps.context();
  moveCursor(deps.db, link.linkKey, { lastPulledAt: now });
  return tally.counts();
};

const pullRefunds = async ({ db, client, context }: PullDeps): Promise<void> => {
  const { linkKey } = context().link;
  const { refundsCreatedAt } = readCursor(db, linkKey);
  const raws = await listRefunds(client, refundsCreatedAt === null ? null : refundsCreatedAt - REFUNDS_OVERLAP_MS);
  if (raws.length === 0) return;
  db.transaction(() => {
    let newest = refundsCreatedAt;
    for (const raw of raws) {
      const read = readRefund(raw);
      if (read.kind === 'unreadable') {
        hold(db, context(), `${read.orderId} (refund)`, raw, { reason: 'unreadable_refund', message: read.why });
        continue;
      }
      insertRefund(db, linkKey, read.refund);
      newest = Math.max(newest ?? read.refund.at, read.refund.at);
    }
    moveCursor(db, linkKey, { refundsCreatedAt: newest });
  });
};

const pullOrders = async (deps: PullDeps, tally: Tally): Promise<void> => {
  const { db, client, context, onProgress } = deps;
  const { ordersModifiedAt } = readCursor(db, context().link.linkKey);
  const since = ordersModifiedAt === null ? null : ordersModifiedAt - ORDERS_OVERLAP_MS;
  let total: number | null = null;
  let step: Step | null = { since, page: 1 };
  while (step) {
    const raws = await listChangedOrders(client, step);
    const seenBefore = tally.seen;
    if (raws.length === PAGE_SIZE) total ??= await countChangedOrders(client, since);
    const changes = await storePage(deps, raws, tally);
    onProgress({ done: tally.seen, total });
    // A list that only repeats itself, whatever page is asked for, would be walked for ever.
    const repeats: boolean = step.page > 1 && tally.seen === seenBefore;
    step = repeats ? null : nextStep(step, changes, PAGE_SIZE);
  }
};

interface Reading {
  readonly raw: unknown;
  readonly read: ReadOrder;
}

/** A list may name an order twice; the later row is its latest state. */
const lastOfEach = (reads: readonly Reading[]): Iterable<Reading> =>
  new Map(
    reads.map((reading, row) => [reading.read.kind === 'order' ? reading.read.order.orderId : -row, reading]),
  ).values();

/** Stores a page with its cursor in one transaction; returns each row's `date_modified`. */
const storePage = async (deps: PullDeps, raws: readonly unknown[], tally: Tally): Promise<number[]> => {
  const { db, client, context, onStored } = deps;
  if (raws.length === 0) return [];
  const reads: Reading[] = [];
  for (const raw of raws) reads.push({ raw, read: await complete(client, readOrder(raw)) });
  const changes = reads.flatMap(({ read }) => changeOf(read) ?? []);
  const page = new Tally();
  const newContext = context();
  const { memory, link } = newContext;
  memory.refresh();
  try {
    db.transaction(() => {
      const orderIds = reads.flatMap(({ read }) => (read.kind === 'order' ? [read.order.orderId] : []));
      const known = knownOrders(db, link.linkKey, orderIds);
      for (const { raw, read } of lastOfEach(reads)) page.add(idOf(read), applyRead(db, newContext, known, raw, read));
      const { ordersModifiedAt } = readCursor(db, link.linkKey);
      const reached = newestChange(changes, client.serverTime());
      if (reached > (ordersModifiedAt ?? 0)) moveCursor(db, link.linkKey, { ordersModifiedAt: reached });
    });
  } catch (error) {
    memory.forget();
    throw error;
  }
  for (const { read } of reads) tally.add(idOf(read), page.of(idOf(read)));
  onStored(page.counts());
  return changes;
};

const ONE_DAY_MS = 86_400_000;

/** One order dated in the future must not carry the cursor past all that come before it. */
const newestChange = (changes: readonly number[], serverTime: number | null): number => {
  const limit = serverTime === null ? Number.POSITIVE_INFINITY : serverTime + ONE_DAY_MS;
  return changes.reduce((newest, at) => (at <= limit ? Math.max(newest, at) : newest), 0);
};

const complete = (client: Client, read: ReadOrder): Promise<ReadOrder> | ReadOrder =>
  read.kind === 'order' ? completeOrder(client, read) : read;

const applyRead = (db: Writer, context: ImportContext, known: KnownOrders, raw: unknown, read: ReadOrder): Applied =>
  read.kind === 'order'
    ? applyOrder(db, context, known, { order: read.order, raw })
    : hold(db, context, read.orderId, raw, { reason: 'unreadable', message: read.why });

const idOf = (read: ReadOrder): string => (read.kind === 'order' ? String(read.order.orderId) : read.orderId);
const changeOf = (read: ReadOrder): number | null => (read.kind === 'order' ? read.order.modifiedAt : read.modifiedAt);

/** A refund need not touch the order's `date_modified` (bigcommerce.md §3.5): such orders are read one by one. */
const applyLateRefunds = async (deps: PullDeps, tally: Tally): Promise<void> => {
  for (const orderId of ordersWithUnappliedRefunds(deps.db, deps.context().link.linkKey)) {
    const raw = await getOrder(deps.client, orderId);
    if (raw !== null) await storePage(deps, [raw], tally);
  }
};
