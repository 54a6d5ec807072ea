import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '../bigcommerce/client.ts';
import { historyShare, sparingClient } from '../bigcommerce/sparing-client.ts';
import { differingCells, type HistoryCell } from '../domain/history-cells.ts';
import type { HistoryWork } from '../domain/history-work.ts';
import type { Identity } from '../domain/identity.ts';
import type { ImportMemory } from '../pull/import-memory.ts';
import { type RecordDeps, storeRead } from '../pull/store-page.ts';
import { Tally } from '../pull/tally.ts';
import { type CollectedOrders, openCollectedOrders, removeDatabase } from '../store/collected-orders.ts';
import {
  BEFORE_ALL_ORDERS,
  batchByKey,
  type HistoryBatch,
  type HistoryBatchState,
  moveBatch,
} from '../store/history-batches.ts';
import { readCells, replaceCells } from '../store/history-cells.ts';
import { knownHere } from '../store/history-orders.ts';
import { changesSince, collectOrders } from './collect-orders.ts';
import { importNextPage } from './import-page.ts';
import { rehearseImport } from './rehearse-import.ts';
import { undoNextPage } from './undo-batch.ts';

export interface WorkOnBatchDeps extends RecordDeps {
  readonly databaseFile: string;
  /** The app's own. */
  readonly version: string;
  readonly identity: Identity;
  /** What imports remember, also those of pulls. */
  readonly memory: ImportMemory;
  readonly clock: () => number;
  /** The store's client. Throws `NotReady` where there is none. */
  readonly client: () => Promise<Client>;
  /** Ends what is under way, between two pages. */
  readonly signal: AbortSignal;
  readonly show: (change: Partial<HistoryWork>) => void;
}

/** What an import of history keeps beside the database, by the database's own name. */
export const historyFiles = (databaseFile: string) => ({
  orders: databaseFile.replace(/(\.db)?$/, '-history-orders.db'),
  rehearsal: databaseFile.replace(/(\.db)?$/, '-history-rehearsal.db'),
});

type Work = (batch: HistoryBatch) => Promise<void>;

/** What is done in each state that is not at rest. Each rejects with what it failed on, and can be begun again. */
export const worksOnBatch = (deps: WorkOnBatchDeps): Partial<Record<HistoryBatchState, Work>> => {
  const { db, clock, context, signal, show } = deps;
  const files = historyFiles(deps.databaseFile);

  /** As long again as the page took: half of the time is the others'. */
  const pauseAfter = async (since: number): Promise<void> => {
    await delay(clock() - since, undefined, { signal });
  };

  const sparing = async () => sparingClient(await deps.client(), { share: () => historyShare, clock, signal });

  const withFile = async <T>(work: (file: CollectedOrders) => Promise<T>): Promise<T> => {
    const file = openOrdersOf(files.orders, { ...context().link, version: deps.version });
    try {
      return await work(file);
    } finally {
      file.close();
    }
  };

  const read = async ({ batchKey }: HistoryBatch, file: CollectedOrders): Promise<void> => {
    show({ doing: 'reading' });
    const { asOf } = await collectOrders({
      client: await sparing(),
      file,
      link: context().link,
      version: deps.version,
      signal,
      onProgress: ({ read, total }) => {
        moveBatch(db, batchKey, { ordersRead: read, ordersTotal: total });
        show({});
      },
    });
    moveBatch(db, batchKey, { ordersAsOf: asOf });
  };

  const rehearse = (batch: HistoryBatch, file: CollectedOrders): Promise<HistoryCell[]> => {
    show({ doing: 'rehearsing', rehearsed: 0 });
    const { databaseFile, identity } = deps;
    const pause = () => delay(0, undefined, { signal });
    const onProgress = (rehearsed: number) => show({ rehearsed });
    const scratchFile = files.rehearsal;
    return rehearseImport({ db, databaseFile, scratchFile, file, identity, clock, signal, pause, onProgress }, batch);
  };

  const keepRehearsal = ({ batchKey }: HistoryBatch, cells: readonly HistoryCell[]): void =>
    db.transaction(() => {
      replaceCells(db, { batchKey, run: 'rehearsed' }, cells);
      // What was looked at is what is confirmed: another outcome has another identity.
      moveBatch(db, batchKey, { batchId: deps.identity.next(), state: 'rehearsed', rehearsedAt: clock() });
    });

  /** Whether it would be what was confirmed. A customer who came by another way meanwhile is known all the same. */
  const isStillTrue = async (batch: HistoryBatch, file: CollectedOrders): Promise<boolean> => {
    const cells = await rehearse(batch, file);
    const confirmed = readCells(db, { batchKey: batch.batchKey, run: 'rehearsed' });
    if (differingCells(confirmed, cells).every(({ part }) => part === 'customer')) return true;
    keepRehearsal(batch, cells);
    return false;
  };

  const importPages = async (batch: HistoryBatch, file: CollectedOrders): Promise<void> => {
    show({ doing: 'importing' });
    const isKnown = (linkKey: number, orderIds: readonly number[]) => knownHere(db, linkKey, orderIds);
    for (let at: HistoryBatch | null = batch; at; ) {
      signal.throwIfAborted();
      const since = clock();
      at = importNextPage({ ...deps, file, isKnown, run: 'imported' }, at);
      show({});
      await pauseAfter(since);
    }
  };

  /** What changed in BigCommerce since the orders were read, a pull has passed by: it was not taken in yet. */
  const bringUpToDate = async (asOf: number): Promise<void> => {
    for await (const readings of changesSince(await sparing(), context().link.baselineOrderId, asOf)) {
      signal.throwIfAborted();
      storeRead(deps, readings, new Tally());
    }
  };

  return {
    reading: (batch) =>
      withFile(async (file) => {
        await read(batch, file);
        keepRehearsal(batch, await rehearse(batch, file));
      }),
    importing: async (batch) => {
      await withFile(async (file) => {
        if (file.progress().asOf === null) await read(batch, file);
        if (batch.reachedOrderId === BEFORE_ALL_ORDERS && !(await isStillTrue(batch, file))) return;
        await importPages(batch, file);
        await bringUpToDate(file.progress().asOf ?? clock());
        moveBatch(db, batch.batchKey, { state: 'imported', importedAt: clock() });
      });
      if (batchByKey(db, batch.batchKey)?.state === 'imported') removeDatabase(files.orders);
    },
    undoing: async (batch) => {
      show({ doing: 'undoing' });
      for (let at: HistoryBatch | null = batch; at; ) {
        signal.throwIfAborted();
        const since = clock();
        at = undoNextPage(db, at, clock());
        // Keys that became free are given again.
        deps.memory.forget();
        deps.onStored({ seen: 0, imported: 0, updated: 1, held: 0, skipped: 0 }, []);
        show({});
        await pauseAfter(since);
      }
    },
  };
};

interface ReadBy {
  readonly linkId: string;
  readonly baselineOrderId: number;
  readonly version: string;
}

/** The orders that were read of a link, as this version understands them; what was read otherwise is no use. */
const openOrdersOf = (path: string, { linkId, baselineOrderId, version }: ReadBy): CollectedOrders => {
  const file = openCollectedOrders(path);
  const read = file.progress();
  const isNew = read.linkId === null;
  if (isNew || (read.linkId === linkId && read.baselineOrderId === baselineOrderId && read.version === version))
    return file;
  file.close();
  removeDatabase(path);
  return openCollectedOrders(path);
};
