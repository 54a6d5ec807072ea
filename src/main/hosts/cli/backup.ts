import { createInterface } from 'node:readline/promises';
import { Refusal } from '../../../contract/fault.ts';
import type { AnyStep, BackupAnswers, BackupTask } from '../../backup/backup-protocol.ts';
import { copyWords } from '../../backup/copy-words.ts';
import { databaseIn, restoreFolder } from '../../backup/restore-folder.ts';
import { startTask } from '../../backup/task-thread.ts';
import { replyToError } from '../refusals.ts';
import { print, tell } from './output.ts';
import { ownBackupWorker, ownPlaces } from './places.ts';
import { untilStopped } from './until-stopped.ts';

const doing: Readonly<Record<AnyStep['doing'], string>> = {
  copying: 'Copying',
  checking: 'Checking the copy',
  reading: 'Reading the copy through',
  restoring: 'Restoring',
};

/** A line for each step, and for each tenth of it. */
const tellSteps = (): ((step: AnyStep) => void) => {
  let said = '';
  return ({ doing: what, progress }) => {
    const tenths = progress === null || progress.total === 0 ? null : Math.floor((progress.done / progress.total) * 10);
    const line = tenths === null ? `${doing[what]} …` : `${doing[what]}: ${tenths * 10} %`;
    if (line !== said) tell(line);
    said = line;
  };
};

/** On a thread, so that Ctrl C is heard: it stops at the next step and leaves nothing of it. A second one ends the process. */
const onThread = <N extends BackupTask['name']>(
  task: Extract<BackupTask, { readonly name: N }>,
): Promise<BackupAnswers[N]> => {
  const { answer, stop } = startTask<BackupTask, AnyStep, BackupAnswers[N]>(ownBackupWorker, task, tellSteps());
  void untilStopped().then(() => {
    tell('Stopping …');
    stop();
  });
  return answer;
};

/** 1 and the reply line where it was refused. */
const orRefused = async (work: () => Promise<number>): Promise<number> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    await print(JSON.stringify(replyToError(error)));
    return 1;
  }
};

/** `backup FILE`: also while a till runs on the folder. Prints the reply line. */
export const runBackup = (dataFolder: string, file: string): Promise<number> =>
  orRefused(async () => {
    const mark = { madeAt: Date.now(), version: ownPlaces().version, why: 'asked' } as const;
    const made = await onThread({ name: 'make', order: { databaseFile: databaseIn(dataFolder), file, mark } });
    const data = { ...made, madeAt: new Date(made.madeAt).toISOString() };
    await print(JSON.stringify({ ok: true, data }));
    return 0;
  });

const agreed = async (): Promise<boolean> => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question('Restore it? (y/N) ')).trim());
  } finally {
    terminal.close();
  }
};

/**
 * `restore FILE`: says what would be lost, asks where somebody sits at a terminal, and restores. Prints the reply line. 1
 * where it was refused or not wanted.
 */
export const runRestore = (dataFolder: string, file: string, { yes }: { readonly yes: boolean }): Promise<number> =>
  orRefused(async () => {
    const databaseFile = databaseIn(dataFolder);
    for (const sentence of copyWords(await onThread({ name: 'look', order: { file, databaseFile } }))) tell(sentence);
    if (!yes && process.stdin.isTTY && !(await agreed())) {
      tell('Nothing was changed.');
      return 1;
    }
    const order = { dataFolder, file, now: Date.now(), by: null };
    const looked = await restoreFolder(order, (restoring) => onThread({ name: 'restore', order: restoring }));
    await print(JSON.stringify({ ok: true, data: { restored: file, sales: looked.sales, words: copyWords(looked) } }));
    return 0;
  });
