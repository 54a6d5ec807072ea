import { join } from 'node:path';
import { Refusal } from '../../contract/fault.ts';
import type { RunningWork, WorkHolder, WorkName } from '../domain/running-work.ts';
import { copyName, type KeptCopy, keptCopies, makeCopiesFolder, pruneCopies } from '../store/kept-copies.ts';
import type { AnyStep, BackupAnswers, BackupTask } from './backup-protocol.ts';
import type { BackupMade } from './make-backup.ts';
import type { LookedCopy } from './prepare-restore.ts';
import { startTask, type TaskThread } from './task-thread.ts';

/**
 * Makes copies and makes them ready to be restored, one at a time, each on a thread of its own:
 *
 *   resting ──asked · once a day · after a crash──▶ copying ──▶ checking ──good──▶ resting, older ones pruned
 *      ▲                                               └──no good · stopped──▶ resting, with the reason
 */
export interface BackupKeeper extends WorkHolder {
  /** Copies into a folder, or beside the database. Throws `Refusal`. */
  readonly make: (folder: string | null) => Promise<BackupMade>;
  readonly look: (file: string) => Promise<LookedCopy>;
  /** Makes a copy ready to take the database's place; that happens when the app is closed. */
  readonly restore: (file: string, by: string | null) => Promise<LookedCopy>;
  readonly step: () => AnyStep | null;
  /** Why the last copy was not made; null where it was. */
  readonly problem: () => string | null;
  readonly copies: () => readonly KeptCopy[];
  /** From now on the daily copy is made by itself. */
  readonly start: () => void;
  /** The daily copy, where it is due. */
  readonly keepDaily: () => Promise<void>;
  /** Ends what runs, at its next step. */
  readonly stop: () => Promise<void>;
}

export interface BackupKeeperDeps {
  readonly dataFolder: string;
  readonly databaseFile: string;
  readonly version: string;
  /** The module of the thread. */
  readonly module: URL;
  readonly clock: () => number;
  /** Whether the run before was cut off: then the database is read through soon. */
  readonly wasCutOff: boolean;
  readonly onChanged: () => void;
  readonly log: (text: string) => void;
}

const DAY_MS = 86_400_000;
const LOOK_EVERY_MS = 1_800_000;
/** A start has other things to do. */
const FIRST_LOOK_MS = 60_000;

export const createBackupKeeper = (deps: BackupKeeperDeps): BackupKeeper => {
  const { dataFolder, databaseFile, version, clock, onChanged, log } = deps;
  let task: { readonly work: WorkName; readonly thread: TaskThread<unknown>; isStopping: boolean } | null = null;
  let step: AnyStep | null = null;
  let problem: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isDueByCrash = deps.wasCutOff;
  /** Somebody stopped the daily copy: it is not begun again at once. */
  let skippedUntil = 0;

  const show = (next: AnyStep | null) => {
    const isNews = next?.doing !== step?.doing || next?.progress !== null;
    step = next;
    if (isNews) onChanged();
  };

  const run = <N extends BackupTask['name']>(order: Extract<BackupTask, { name: N }>): Promise<BackupAnswers[N]> => {
    if (task !== null) return Promise.reject(new Refusal('backup_busy'));
    const thread = startTask<BackupTask, AnyStep, BackupAnswers[N]>(deps.module, order, show);
    task = { work: workOf[order.name], thread, isStopping: false };
    return thread.answer.finally(() => {
      task = null;
      show(null);
      onChanged();
    });
  };
  const stopTask = () => {
    if (task === null) return;
    task.isStopping = true;
    task.thread.stop();
    onChanged();
  };

  const copyTo = (file: string, why: 'asked' | 'daily'): Promise<BackupMade> =>
    run({ name: 'make', order: { databaseFile, file, mark: { madeAt: clock(), version, why } } }).then(
      (made) => {
        problem = null;
        pruneCopies(dataFolder, why);
        return made;
      },
      (error: unknown) => {
        // Whoever stopped it knows why there is none.
        if (!wasStopped(error)) problem = error instanceof Error ? error.message : String(error);
        throw error;
      },
    );

  const keepDaily = async (): Promise<void> => {
    const [newest] = keptCopies(dataFolder);
    if (clock() < skippedUntil) return;
    const isOld = newest === undefined || clock() - newest.madeAt >= DAY_MS;
    if (task !== null || !(isOld || isDueByCrash)) return;
    isDueByCrash = false;
    const file = join(makeCopiesFolder(dataFolder), copyName('daily', clock()));
    await copyTo(file, 'daily').catch((error: unknown) => {
      if (wasStopped(error)) skippedUntil = clock() + DAY_MS;
      log(`The daily copy was not made: ${error instanceof Error ? error.message : String(error)}\n`);
    });
  };

  return {
    make: async (folder) => {
      const name = copyName('asked', clock());
      return copyTo(join(folder ?? makeCopiesFolder(dataFolder), name), 'asked');
    },
    look: (file) => run({ name: 'look', order: { file, databaseFile } }),
    restore: (file, by) => run({ name: 'restore', order: { file, databaseFile, now: clock(), by } }),
    step: () => step,
    problem: () => problem,
    copies: () => keptCopies(dataFolder),
    start: () => {
      clearTimeout(timer);
      const look = () => {
        void keepDaily();
        timer = setTimeout(look, LOOK_EVERY_MS).unref();
      };
      timer = setTimeout(look, FIRST_LOOK_MS).unref();
    },
    keepDaily,
    stop: async () => {
      clearTimeout(timer);
      stopTask();
      await task?.thread.answer.catch(() => undefined);
    },
    works: () => (task === null ? [] : [runningOf(task, step)]),
    stopWork: (work) => {
      if (task?.work !== work) return false;
      stopTask();
      return true;
    },
  };
};

const workOf: Readonly<Record<BackupTask['name'], WorkName>> = { make: 'copy', look: 'look', restore: 'restore' };

const wasStopped = (error: unknown): boolean => error instanceof Refusal && error.code === 'stopped';

const runningOf = (
  { work, isStopping }: { readonly work: WorkName; readonly isStopping: boolean },
  step: AnyStep | null,
): RunningWork => ({
  work,
  doing: step?.doing ?? 'reading',
  done: step?.progress?.done ?? null,
  total: step?.progress?.total ?? null,
  counts: 'bytes',
  isStopping,
});
