import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '../bigcommerce/client.ts';
import { historyShare, sparingClient } from '../bigcommerce/sparing-client.ts';
import { differingCells, type HistoryCell } from '../domain/history-cells.ts';
import { type HistoryWork, historyAtRest } from '../domain/history-work.ts';
import type { Identity } from '../domain/identity.ts';
import { problemOf } from '../pull/problem-of.ts';
import { type RecordDeps, storeRead } from '../pull/store-page.ts';
import { Tally } from '../pull/tally.ts';
import { type CollectedOrders, openCollectedOrders, removeDatabase } from '../store/collected-orders.ts';
import {
  BEFORE_ALL_ORDERS,
  type HistoryBatch,
  type HistoryBatchState,
  moveBatch,
  openBatch,
} from '../store/history-batches.ts';
import { readCells, replaceCells } from '../store/history-cells.ts';
import { knownHere } from '../store/history-orders.ts';
import { currentLink } from '../store/links.ts';
import { changesSince, collectOrders } from './collect-orders.ts';
import { importNextPage } from './import-page.ts';
import { rehearseImport } from './rehearse-import.ts';
import { undoNextPage } from './undo-batch.ts';

/**
 * Works on the batch of history that is not at its end (N3). Its state is a row, which the desk moves where a manager
 * says so (►) and this keeper where work is done (─▶): whatever is interrupted goes on from the row.
 *
 *   reading ─all is read, and rehearsed in a scratch copy─▶ rehearsed ►confirmed► importing ─▶ imported
 *      ▲                                                       │  ▲                  │  ▲         ▼
 *      └──────────────◄ rehearse again ◄───────────────────────┘  │        pause ─▶  ▼  │ ►go on  ▼ ►undo
 *                              it would be something else now ◀───┘             stopped ┘─►undo► undoing ─▶ undone
 *
 * One thing at a time. Pulls, pushes and the desk have a turn after every page. Importing and undoing ask BigCommerce for
 * nothing, but for the orders that changed since they were read; reading takes at most half of the store's quota.
 */
export interface HistoryKeeper {
  /** Works until the batch is at rest. Rejects with what it failed on; what was done until then is kept. */
  readonly goOn: () => Promise<void>;
  /** Stops what is under way after the page at hand; an import that is half-way stays so. */
  readonly pause: () => Promise<void>;
  /** Goes on with an import or an undoing that was interrupted. To be told after each pull that came by itself. */
  readonly pulled: () => void;
  readonly stop: () => Promise<void>;
}

export interface HistoryKeeperDeps extends RecordDeps {
  readonly databaseFile: string;
  /** The app's own. */
  readonly version: string;
  readonly identity: Identity;
  readonly clock: () => number;
  /** The store's client. Throws `NotReady` where there is none. */
  readonly client: () => Promise<Client>;
  readonly signal: AbortSignal;
  /** Told when something was done, and when it begins or ends. */
  readonly onWork: (work: HistoryWork) => void;
}

/** What an import of history keeps beside the database, by the database's own name. */
export const historyFiles = (databaseFile: string) => ({
  orders: databaseFile.replace(/(\.db)?$/, '-history-orders.db'),
  rehearsal: databaseFile.replace(/(\.db)?$/, '-history-rehearsal.db'),
});

const worksByItself: ReadonlySet<HistoryBatchState> = new Set(['importing', 'undoing']);

export const createHistoryKeeper = (deps: HistoryKeeperDeps): HistoryKeeper => {
  const { db, clock, context } = deps;
  const files = historyFiles(deps.databaseFile);
  let running: Promise<void> | undefined;
  let ending = new AbortController();
  let signal = deps.signal;
  let work = historyAtRest;

  const show = (change: Partial<HistoryWork>) => {
    work = { ...work, ...change };
    deps.onWork(work);
  };
  const due = (): HistoryBatch | undefined => {
    const link = currentLink(db);
    return link && openBatch(db, link.linkKey);
  };

  /** As long again as the page took: half of the time is the others'. */
  const pause = async (page?: { readonly since: number }): Promise<void> => {
    await delay(page ? clock() - page.since : 0, undefined, { signal });
  };

  const sparing = async () => sparingClient(await deps.client(), { share: () => historyShare, clock, signal });

  /** The orders that were read of this link, by this version; others are no use. */
  const openFile = (): CollectedOrders => {
    const { linkId, baselineOrderId } = context().link;
    const file = openCollectedOrders(files.orders);
    const held = file.progress();
    if (held.linkId === null) return file;
    if (held.linkId === linkId && held.baselineOrderId === baselineOrderId && held.version === deps.version)
      return file;
    file.close();
    removeDatabase(files.orders);
    return openCollectedOrders(files.orders);
  };

  const withFile = async <T>(work: (file: CollectedOrders) => Promise<T>): Promise<T> => {
    const file = openFile();
    try {
      return await work(file);
    } finally {
      file.close();
    }
  };

  const read = async (batch: HistoryBatch, file: CollectedOrders): Promise<void> => {
    show({ doing: 'reading' });
    const { link } = context();
    const { asOf } = await collectOrders({
      client: await sparing(),
      file,
      link,
      version: deps.version,
      signal,
      onProgress: ({ read, total }) => {
        moveBatch(db, batch.batchKey, { ordersRead: read, ordersTotal: total });
        show({});
      },
    });
    moveBatch(db, batch.batchKey, { ordersAsOf: asOf });
  };

  const rehearse = async (batch: HistoryBatch, file: CollectedOrders): Promise<HistoryCell[]> => {
    show({ doing: 'rehearsing', rehearsed: 0 });
    return rehearseImport(
      {
        db,
        databaseFile: deps.databaseFile,
        scratchFile: files.rehearsal,
        file,
        identity: deps.identity,
        clock,
        signal,
        pause,
        onProgress: (rehearsed) => show({ rehearsed }),
      },
      batch,
    );
  };

  const keepRehearsal = ({ batchKey }: HistoryBatch, cells: readonly HistoryCell[]): void =>
    db.transaction(() => {
      replaceCells(db, { batchKey, run: 'rehearsed' }, cells);
      // What was looked at is what is confirmed: another outcome has another identity.
      moveBatch(db, batchKey, { batchId: deps.identity.next(), state: 'rehearsed', rehearsedAt: clock() });
    });

  const readAndRehearse = (batch: HistoryBatch) =>
    withFile(async (file) => {
      await read(batch, file);
      keepRehearsal(batch, await rehearse(batch, file));
    });

  /** Nothing is imported that is not what was confirmed; a customer who came by another way meanwhile is none the less known. */
  const isStillTrue = async (batch: HistoryBatch, file: CollectedOrders): Promise<boolean> => {
    const cells = await rehearse(batch, file);
    const confirmed = readCells(db, { batchKey: batch.batchKey, run: 'rehearsed' });
    if (differingCells(confirmed, cells).every(({ part }) => part === 'customer')) return true;
    keepRehearsal(batch, cells);
    return false;
  };

  const importAll = (batch: HistoryBatch) =>
    withFile(async (file) => {
      if (file.progress().asOf === null) await read(batch, file);
      if (batch.reachedOrderId === BEFORE_ALL_ORDERS && !(await isStillTrue(batch, file))) return;
      show({ doing: 'importing' });
      const isKnown = (linkKey: number, orderIds: readonly number[]) => knownHere(db, linkKey, orderIds);
      for (let at: HistoryBatch | null = batch; at; ) {
        signal.throwIfAborted();
        const since = clock();
        at = importNextPage({ ...deps, file, isKnown, run: 'imported' }, at);
        show({});
        await pause({ since });
      }
      await bringUpToDate(file.progress().asOf ?? clock());
      moveBatch(db, batch.batchKey, { state: 'imported', importedAt: clock() });
    }).then(() => {
      if (!due()) removeDatabase(files.orders);
    });

  /** What changed in BigCommerce since the orders were read, a pull may have passed by: it was not taken in yet. */
  const bringUpToDate = async (asOf: number): Promise<void> => {
    const { link } = context();
    for await (const readings of changesSince(await sparing(), link.baselineOrderId, asOf)) {
      signal.throwIfAborted();
      storeRead(deps, readings, new Tally());
    }
  };

  const undoAll = async (batch: HistoryBatch): Promise<void> => {
    show({ doing: 'undoing' });
    for (let at: HistoryBatch | null = batch; at; ) {
      signal.throwIfAborted();
      const since = clock();
      at = undoNextPage(db, at, clock());
      // Keys that became free are given again.
      context().memory.forget();
      deps.onStored({ seen: 0, imported: 0, updated: 1, held: 0, skipped: 0 }, []);
      show({});
      await pause({ since });
    }
  };

  const works: Partial<Record<HistoryBatchState, (batch: HistoryBatch) => Promise<void>>> = {
    reading: readAndRehearse,
    importing: importAll,
    undoing: undoAll,
  };

  const run = async (): Promise<void> => {
    const batch = due();
    const work = batch && works[batch.state];
    if (!work) return;
    ending = new AbortController();
    signal = AbortSignal.any([deps.signal, ending.signal]);
    try {
      await work(batch);
      show({ doing: null, problem: null });
    } catch (error) {
      const isPaused = ending.signal.aborted || deps.signal.aborted;
      show({ doing: null, problem: isPaused ? null : problemOf(error) });
      if (!isPaused) throw error;
    }
  };

  const goOn = (): Promise<void> => {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };

  const ended = async (): Promise<void> => {
    ending.abort();
    await running?.catch(() => undefined);
  };

  return {
    goOn,
    pause: async () => {
      await ended();
      const batch = due();
      if (batch?.state === 'importing') moveBatch(db, batch.batchKey, { state: 'stopped' });
      show({ doing: null });
    },
    pulled: () => {
      const batch = due();
      if (running || deps.signal.aborted || !batch || !worksByItself.has(batch.state)) return;
      // What it fails on is shown; the next pull tries again.
      goOn().catch(() => undefined);
    },
    stop: ended,
  };
};
