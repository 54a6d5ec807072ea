import type { Client } from '../bigcommerce/client.ts';
import { completeOrder, getOrder } from '../bigcommerce/orders.ts';
import type { ReadOrder } from '../bigcommerce/read-order.ts';
import { type Reading, readingOf } from '../bigcommerce/read-page.ts';
import type { Writer } from '../store/connection.ts';
import { moveCursor, readCursor } from '../store/cursors.ts';
import { openingNumbers } from '../store/openings.ts';
import { settleWords } from '../store/sale-search.ts';
import type { RaisedAlarm } from '../store/stock-alarms.ts';
import { openLedger } from '../store/stock-ledger.ts';
import type { ImporterTurn } from '../store/turns.ts';
import { type Applied, applyOrder, applyUnreadable, hold, outcomeOf } from './apply-order.ts';
import type { ImportContext, PageContext } from './import-context.ts';
import { type KnownOrders, knownOrders } from './known-orders.ts';
import { newestChange } from './newest-change.ts';
import { raiseAlarms } from './raise-alarms.ts';
import { type PullCounts, Tally } from './tally.ts';

/** What orders are recorded with once they are read. */
export interface RecordDeps {
  readonly db: Writer;
  /** Read anew for each page: a binding may change while a long pull runs (R7). */
  readonly context: () => ImportContext;
  /** Told after a page is stored, with what it changed, and what it left the last one of (N6). */
  readonly onStored: (counts: PullCounts, alarms: readonly RaisedAlarm[]) => void;
}

export interface PageDeps extends RecordDeps {
  readonly client: Client;
  /** Left out where nobody else writes. */
  readonly turn?: ImporterTurn;
}

/** A list may name an order twice; the later row is its latest state. */
const lastOfEach = (reads: readonly Reading[]): Reading[] => [
  ...new Map(
    reads.map((reading, row) => [reading.read.kind === 'order' ? reading.read.order.orderId : -row, reading]),
  ).values(),
];

/** So many orders a transaction while people work at the desk: what they wait for, should they want to write. */
const FEW_TOGETHER = 4;
/** So many in any case: whoever writes there all the time must not bring the import to a stand. */
const FEWEST_TOGETHER = 2;

/**
 * Stores rows of the list of changes, each transaction with the cursor that its rows reach: all of them in one, but for
 * when somebody at the desk wants to write. Then it ends after the order at hand, and the rest follows when they are done.
 * Throws what the database throws; then what was not stored is behind no cursor.
 */
export const storeChanges = (deps: PageDeps, reads: readonly Reading[], tally: Tally): void => {
  const { turn, onStored } = deps;
  const counted = new Tally();
  const alarms: RaisedAlarm[] = [];
  const isOver: IsOver = (done) => done >= FEWEST_TOGETHER && turn?.isWanted() === true;
  let left = lastOfEach(reads);
  try {
    while (left.length > 0) {
      const all = left;
      const isDeskBusy = turn?.wasWantedLately() === true;
      const rows = isDeskBusy ? all.slice(0, FEW_TOGETHER) : all;
      const stored = storeReadings(deps, rows, isOver, (context, taken) => {
        const rest = all.slice(taken);
        moveTo(deps, context, rest.length === 0 ? changesOf(reads) : changesBefore(rows.slice(0, taken), rest));
        if (!turn?.isWanted()) settleWords(deps.db, isDeskBusy);
      });
      left = all.slice(stored.taken);
      for (const { read } of rows.slice(0, stored.taken)) {
        tally.add(idOf(read), stored.counted.of(idOf(read)));
        counted.add(idOf(read), stored.counted.of(idOf(read)));
      }
      alarms.push(...stored.alarms);
    }
  } finally {
    if (left.length < reads.length) onStored(counted.counts(), alarms);
  }
};

/** What of some changes nothing lies before that is left. A list that is out of order must not carry the cursor past it. */
const changesBefore = (stored: readonly Reading[], left: readonly Reading[]): number[] => {
  const first = Math.min(...changesOf(left));
  return changesOf(stored).filter((at) => at <= first);
};

/** Each row's `date_modified`, in the order of the list; a row without a readable one is left out. */
export const changesOf = (reads: readonly Reading[]): number[] => reads.flatMap(({ read }) => changeOf(read) ?? []);

/** Stores orders that were read for another reason. They say nothing about how far the list was read. */
export const storeOrders = async (deps: PageDeps, raws: readonly unknown[], tally: Tally): Promise<void> =>
  storeRead(deps, await readRows(deps.client, raws), tally);

/** The same with orders that are understood already. It asks BigCommerce nothing. */
export const storeRead = (deps: RecordDeps, reads: readonly Reading[], tally: Tally): void => {
  if (reads.length === 0) return;
  const { counted, alarms } = storeReadings(deps, lastOfEach(reads), never, () => undefined);
  for (const { read } of reads) tally.add(idOf(read), counted.of(idOf(read)));
  deps.onStored(counted.counts(), alarms);
};

/** Reads one order again. Returns false when BigCommerce does not have it any more. */
export const rereadOrder = async (deps: PageDeps, orderId: number, tally: Tally): Promise<boolean> => {
  const raw = await getOrder(deps.client, orderId);
  if (raw === null) return false;
  await storeOrders(deps, [raw], tally);
  return true;
};

/** Understands rows, fetching what did not come along with them. Throws `StoreProblem`. */
export const readRows = (client: Client, raws: readonly unknown[]): Promise<Reading[]> =>
  completeRows(client, raws.map(readingOf));

/** Fetches what did not come along with the rows of a list. Throws `StoreProblem`. */
export const completeRows = async (client: Client, rows: readonly Reading[]): Promise<Reading[]> => {
  const reads: Reading[] = [];
  for (const { raw, read } of rows) reads.push({ raw, read: await complete(client, read) });
  return reads;
};

/** Whether a transaction ends after so many orders. */
type IsOver = (done: number) => boolean;
const never: IsOver = () => false;

/** What belongs to the same transaction as the first so many rows. */
type Alongside = (context: ImportContext, taken: number) => void;

const storeReadings = (deps: RecordDeps, rows: readonly Reading[], isOver: IsOver, alongside: Alongside): Stored => {
  const { memory } = deps.context();
  try {
    return storeTogether(deps, { rows, isOver, alongside, apply: applyRead });
  } catch (error) {
    memory.forget();
    if (!isAboutContent(error)) throw error;
    return storeTogether(deps, { rows, isOver, alongside, apply: applyOrHold });
  }
};

/** What a transaction stored: the first so many rows. */
interface Stored {
  readonly taken: number;
  readonly counted: Tally;
  readonly alarms: readonly RaisedAlarm[];
}

const knownAmong = (db: Writer, linkKey: number, reads: readonly Reading[]): KnownOrders =>
  knownOrders(db, linkKey, {
    orderIds: reads.map(({ read }) => Number(idOf(read))).filter(Number.isSafeInteger),
    emails: reads.flatMap(({ read }) => (read.kind === 'order' ? [read.order.buyer.email] : [])),
  });

type Apply = (db: Writer, page: PageContext, reading: Reading, alarms: RaisedAlarm[]) => Applied;

interface Together {
  readonly rows: readonly Reading[];
  readonly isOver: IsOver;
  readonly alongside: Alongside;
  readonly apply: Apply;
}

/** Rows, their stock and what goes along with them in one transaction (design law 1). */
const storeTogether = (deps: RecordDeps, { rows, isOver, alongside, apply }: Together): Stored =>
  deps.db.transaction(() => {
    const { db } = deps;
    // Read in here: after the store was unlinked, or bound elsewhere, nothing lands as before (R7, R80).
    const context = deps.context();
    const { linkKey } = context.link;
    context.memory.refresh();
    const counted = new Tally();
    const alarms: RaisedAlarm[] = [];
    const page = {
      ...context,
      known: knownAmong(db, linkKey, rows),
      ledger: openLedger(db),
      openingOf: openingNumbers(db),
    };
    let taken = 0;
    for (const reading of rows) {
      if (isOver(taken)) break;
      counted.add(idOf(reading.read), outcomeOf(apply(db, page, reading, alarms)));
      taken += 1;
    }
    alarms.push(...raiseAlarms(db, page, page.ledger.settle()));
    alongside(context, taken);
    return { taken, counted, alarms };
  });

/** Moves the cursor to the newest of some changes. */
const moveTo = ({ db, client }: PageDeps, { link, now }: ImportContext, changes: readonly number[]): void => {
  const { ordersModifiedAt } = readCursor(db, link.linkKey);
  const reached = newestChange(ordersModifiedAt, changes, client.serverTime());
  if (reached !== ordersModifiedAt) {
    moveCursor(db, link.linkKey, { ordersModifiedAt: reached, ordersMovedAt: now });
  }
};

const applyRead: Apply = (db, page, { raw, read }) =>
  read.kind === 'order' ? applyOrder(db, page, { order: read.order, raw }) : applyUnreadable(db, page, read, raw);

/** Each order by itself: the one that cannot be recorded is held, and the others go in (design law 8). */
const applyOrHold: Apply = (db, page, reading, alarms) => {
  try {
    const [applied, raised] = db.transaction(() => {
      const ledger = openLedger(db);
      const known = knownAmong(db, page.link.linkKey, [reading]);
      const applied = applyRead(db, { ...page, known, ledger }, reading, alarms);
      return [applied, raiseAlarms(db, page, ledger.settle())] as const;
    });
    alarms.push(...raised);
    return applied;
  } catch (error) {
    page.memory.forget();
    if (!isAboutContent(error)) throw error;
    const message = `This version could not record it (${error instanceof Error ? error.message : String(error)}).`;
    return hold(db, page, idOf(reading.read), reading.raw, { reason: 'not_recorded', message });
  }
};

/** Whether it failed on what an order says, and not on the disk, a lock or a damaged database. */
export const isAboutContent = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return !code.startsWith('SQLITE_') || code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH';
};

const complete = (client: Client, read: ReadOrder): Promise<ReadOrder> | ReadOrder =>
  read.kind === 'order' ? completeOrder(client, read) : read;

export const idOf = (read: ReadOrder): string => (read.kind === 'order' ? String(read.order.orderId) : read.orderId);
const changeOf = (read: ReadOrder): number | null => (read.kind === 'order' ? read.order.modifiedAt : read.modifiedAt);
