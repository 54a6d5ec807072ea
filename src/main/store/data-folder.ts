import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openConnection } from './connection.ts';
import { migrate } from './migrate.ts';

/** Why a data folder cannot be opened; `detail` is the system's own words. */
export class DataFolderError extends Error {
  readonly code: 'data_folder_busy' | 'data_folder_newer' | 'data_folder_unusable';
  constructor(code: DataFolderError['code'], detail: string) {
    super(detail);
    this.name = 'DataFolderError';
    this.code = code;
  }
}

export interface DataFolder {
  readonly databaseFile: string;
  /** Lets another process have the folder. */
  readonly release: () => void;
}

const SQLITE_HEADER = 'SQLite format 3\0';

/**
 * Takes the folder for this process and brings its database to the newest schema (design law 6).
 *
 * The lock is an exclusive SQLite transaction on a file of its own: the operating system ends it when the process
 * dies in whatever way, so no stale lock ever needs a hand.
 */
export const openDataFolder = (folder: string): DataFolder => {
  const lock = takeLock(folder);
  const databaseFile = join(folder, 'tillbridge.db');
  try {
    refuseDamaged(databaseFile);
    const connection = openConnection(databaseFile);
    try {
      if (migrate(connection) === 'newer') throw new DataFolderError('data_folder_newer', databaseFile);
    } finally {
      connection.close();
    }
  } catch (error) {
    lock.close();
    throw error instanceof DataFolderError ? error : new DataFolderError('data_folder_unusable', String(error));
  }
  return { databaseFile, release: () => lock.close() };
};

const takeLock = (folder: string): Database.Database => {
  let lock: Database.Database;
  try {
    mkdirSync(folder, { recursive: true });
    lock = new Database(join(folder, 'lock.db'), { timeout: 0 });
  } catch (error) {
    throw new DataFolderError('data_folder_unusable', String(error));
  }
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
    throw new DataFolderError(busy ? 'data_folder_busy' : 'data_folder_unusable', String(error));
  }
};

/** An emptied or overwritten file must not quietly become a new, empty shop. */
const refuseDamaged = (file: string): void => {
  if (!existsSync(file) || statSync(file).size === 0) return;
  const header = Buffer.alloc(SQLITE_HEADER.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, header.length, 0);
  } finally {
    closeSync(handle);
  }
  if (header.toString('latin1') !== SQLITE_HEADER) {
    throw new DataFolderError('data_folder_unusable', `${file} is not a database.`);
  }
};
