import { type HistoryWork, historyAtRest } from '../domain/history-work.ts';
import { problemOf } from '../pull/problem-of.ts';
import { removeDatabase } from '../store/collected-orders.ts';
import { deleteRehearsal, type HistoryBatch, moveBatch, openBatch } from '../store/history-batches.ts';
import { currentLink } from '../store/links.ts';
import { historyFiles, type WorkOnBatchDeps, worksOnBatch } from './work-on-batch.ts';

/**
 * Works on the batch of history that is not at its end (N3). Its state is a row, which the desk moves where a manager
 * says so (►) and this keeper where work is done (─▶): whatever is interrupted goes on from the row.
 *
 *   reading ─▶ rehearsed ►confirmed► importing ─▶ imported ►undo► undoing ─▶ undone
 *      ▲          │    ◀─otherwise now─┘   │  ▲                      ▲
 *      └►rehearse again                pause  ►go on                 │
 *                                          ▼  │                      │
 *                                         stopped ──────►undo────────┘
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

export interface HistoryKeeperDeps extends Omit<WorkOnBatchDeps, 'signal' | 'show'> {
  /** Ends everything. */
  readonly signal: AbortSignal;
  /** Told when something was done, and when it begins or ends. */
  readonly onWork: (work: HistoryWork) => void;
}

const worksByItself: ReadonlySet<HistoryBatch['state']> = new Set(['importing', 'undoing']);

/** Orders that were read and not imported are not kept for longer: they name people. */
const KEPT_MS = 30 * 86_400_000;

export const createHistoryKeeper = (deps: HistoryKeeperDeps): HistoryKeeper => {
  const { db, clock } = deps;
  let running: Promise<void> | undefined;
  let ending = new AbortController();
  let work = historyAtRest;

  const show = (change: Partial<HistoryWork>) => {
    work = { ...work, ...change };
    deps.onWork(work);
  };
  const open = (): HistoryBatch | undefined => {
    const link = currentLink(db);
    return link && openBatch(db, link.linkKey);
  };

  const run = async (): Promise<void> => {
    ending = new AbortController();
    const works = worksOnBatch({ ...deps, show, signal: AbortSignal.any([deps.signal, ending.signal]) });
    const batch = open();
    const workOn = batch && works[batch.state];
    if (!workOn) return;
    try {
      await workOn(batch);
      show({ doing: null, problem: null });
    } catch (error) {
      const isStopped = ending.signal.aborted || deps.signal.aborted;
      show({ doing: null, problem: isStopped ? null : problemOf(error) });
      if (!isStopped) throw error;
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

  const forgetOldRehearsal = ({ batchKey, begunAt }: HistoryBatch): void => {
    if (clock() - begunAt < KEPT_MS) return;
    deleteRehearsal(db, batchKey);
    removeDatabase(historyFiles(deps.databaseFile).orders);
    show({});
  };

  return {
    goOn,
    pause: async () => {
      await ended();
      const batch = open();
      if (batch?.state === 'importing') moveBatch(db, batch.batchKey, { state: 'stopped' });
      show({ doing: null });
    },
    pulled: () => {
      const batch = open();
      if (running || deps.signal.aborted || !batch) return;
      if (batch.state === 'reading' || batch.state === 'rehearsed') forgetOldRehearsal(batch);
      // What it fails on is shown; the next pull tries again.
      if (worksByItself.has(batch.state)) goOn().catch(() => undefined);
    },
    stop: ended,
  };
};
