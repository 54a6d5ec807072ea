import type { HistoryCell } from '../domain/history-cells.ts';
import type { Identity } from '../domain/identity.ts';
import { createImportMemory } from '../pull/import-memory.ts';
import { importContext } from '../pull/store-access.ts';
import { type CollectedOrders, removeDatabase } from '../store/collected-orders.ts';
import type { Reader } from '../store/connection.ts';
import { BEFORE_ALL_ORDERS, type HistoryBatch, moveBatch } from '../store/history-batches.ts';
import { readCells } from '../store/history-cells.ts';
import { knownHere } from '../store/history-orders.ts';
import { openRehearsalCopy } from '../store/rehearsal-copy.ts';
import { importNextPage } from './import-page.ts';

export interface RehearseDeps {
  /** The shop's own database; nothing is written there. */
  readonly db: Reader;
  readonly databaseFile: string;
  readonly scratchFile: string;
  readonly file: CollectedOrders;
  readonly identity: Identity;
  readonly clock: () => number;
  readonly signal: AbortSignal;
  /** Lets others have a turn between two pages. */
  readonly pause: () => Promise<void>;
  readonly onProgress: (ordersDone: number) => void;
}

/**
 * What importing the collected orders would do, figure by figure: the import itself is done, in a scratch copy of what it
 * reads. So nothing is rehearsed that would not happen, and nobody waits for it. Throws what the signal says.
 */
export const rehearseImport = async (deps: RehearseDeps, batch: HistoryBatch): Promise<HistoryCell[]> => {
  const { db, file, identity, clock, signal, scratchFile } = deps;
  const copy = openRehearsalCopy(scratchFile, deps.databaseFile);
  try {
    const memory = createImportMemory(copy);
    const page = {
      db: copy,
      file,
      run: 'rehearsed' as const,
      isKnown: (linkKey: number, orderIds: readonly number[]) => knownHere(db, linkKey, orderIds),
      context: () => importContext(copy, { identity, memory, now: clock() }),
      onStored: () => undefined,
    };
    const start = moveBatch(copy, batch.batchKey, { reachedOrderId: BEFORE_ALL_ORDERS, ordersDone: 0 });
    for (let at: HistoryBatch | null = start; at; at = importNextPage(page, at)) {
      signal.throwIfAborted();
      deps.onProgress(at.ordersDone);
      await deps.pause();
    }
    return readCells(copy, { batchKey: batch.batchKey, run: 'rehearsed' });
  } finally {
    copy.close();
    removeDatabase(scratchFile);
  }
};
