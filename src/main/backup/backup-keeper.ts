import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../contract/fault.ts';
import { copyName, type KeptCopy, keptCopies, makeCopiesFolder, pruneCopies } from '../store/kept-copies.ts';
import { storageTroubleOf } from '../store/storage-trouble.ts';
import type { AnyStep, BackupAnswers, BackupTask, FromBackupWorker } from './backup-protocol.ts';
import type { BackupMade } from './make-backup.ts';
import type { LookedCopy } from './prepare-restore.ts';

/**
 * Makes copies and makes them ready to be restored, one at a time, each on a thread of its own:
 *
 *   resting ──asked · once a day · after a crash──▶ copying ──▶ checking ──good──▶ resting, older ones pruned
 *      ▲                                               └────────no good───▶ resting, with the reason
 */
export interface BackupKeeper {
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
  /** Ends what runs; its draft is no copy. */
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
  let worker: Worker | null = null;
  let step: AnyStep | null = null;
  let problem: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isDueByCrash = deps.wasCutOff;

  const show = (next: AnyStep | null) => {
    const isNews = next?.doing !== step?.doing || next?.progress !== null;
    step = next;
    if (isNews) onChanged();
  };

  const run = <N extends BackupTask['name']>(task: Extract<BackupTask, { name: N }>): Promise<BackupAnswers[N]> => {
    if (worker !== null) return Promise.reject(new Refusal('backup_busy'));
    const thread = new Worker(deps.module, { workerData: task });
    worker = thread;
    return new Promise<BackupAnswers[N]>((resolve, reject) => {
      thread.on('message', (message: FromBackupWorker) => {
        if (message.type === 'step') show(message.step);
        else if (message.type === 'done') resolve(message.answer as BackupAnswers[N]);
        else reject(refusalOf(message));
      });
      thread.on('error', reject);
      thread.on('exit', () =>
        reject(new Refusal('backup_refused', { message: 'It was stopped. Nothing was changed.' })),
      );
    }).finally(() => {
      worker = null;
      show(null);
      onChanged();
    });
  };

  const copyTo = (file: string, why: 'asked' | 'daily'): Promise<BackupMade> =>
    run({ name: 'make', order: { databaseFile, file, mark: { madeAt: clock(), version, why } } }).then(
      (made) => {
        problem = null;
        pruneCopies(dataFolder, why);
        return made;
      },
      (error: unknown) => {
        problem = error instanceof Error ? error.message : String(error);
        throw error;
      },
    );

  const keepDaily = async (): Promise<void> => {
    const [newest] = keptCopies(dataFolder);
    const isOld = newest === undefined || clock() - newest.madeAt >= DAY_MS;
    if (worker !== null || !(isOld || isDueByCrash)) return;
    isDueByCrash = false;
    const file = join(makeCopiesFolder(dataFolder), copyName('daily', clock()));
    await copyTo(file, 'daily').catch((error: unknown) => {
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
      await worker?.terminate();
    },
  };
};

const refusalOf = ({ code, words, system }: Extract<FromBackupWorker, { type: 'failed' }>): Error => {
  if (code !== null) return new Refusal(code, { message: words });
  const trouble = storageTroubleOf(system);
  return trouble === null
    ? new Refusal('backup_refused', { message: `It was not done, and nothing was changed: ${words}` })
    : new Refusal(trouble);
};
