import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { troubleOfError } from './storage-trouble.ts';

export type DataFolderTrouble =
  | 'data_folder_busy'
  | 'data_folder_newer'
  | 'data_folder_unusable'
  | 'data_folder_damaged'
  | 'data_folder_emptied'
  | 'database_locked'
  | 'disk_full';

/** Why a data folder cannot be opened: `sentence` is for whoever starts the app, and ends with what to do. */
export class DataFolderError extends Error {
  readonly code: DataFolderTrouble;
  readonly sentence: string;
  constructor(code: DataFolderTrouble, sentence: string, detail = '') {
    super(detail === '' ? sentence : `${sentence} (${detail})`);
    this.name = 'DataFolderError';
    this.code = code;
    this.sentence = sentence;
  }
}

/**
 * Takes a data folder for this process, and makes it where it is missing. Answers how to let it go.
 *
 * The lock is an exclusive SQLite transaction on a file of its own: the operating system ends it when the process
 * dies in whatever way, so no stale lock ever needs a hand.
 */
export const lockFolder = (folder: string): (() => void) => {
  let lock: Database.Database;
  try {
    mkdirSync(folder, { recursive: true });
    lock = new Database(join(folder, 'lock.db'), { timeout: 0 });
  } catch (error) {
    throw unusable(folder, error);
  }
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return () => void lock.close();
  } catch (error) {
    lock.close();
    if (troubleOfError(error) !== 'database_locked') throw unusable(folder, error);
    throw new DataFolderError(
      'data_folder_busy',
      `Another Tillbridge is using the data folder ${folder}. Close it, or use its window.`,
      String(error),
    );
  }
};

/** The folder itself does not let us. */
export const unusable = (folder: string, error: unknown): DataFolderError =>
  new DataFolderError(
    'data_folder_unusable',
    `The data folder ${folder} cannot be written to. Give this user the right to write there, or name another folder with --data.`,
    String(error),
  );
