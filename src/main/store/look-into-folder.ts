import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { type Connection, openConnection } from './connection.ts';
import { type ReadProgress, type ReadThrough, readThrough } from './read-through.ts';

/** A data folder as it lies there, taken by nobody and changed by nothing. */
export interface FolderLook {
  readonly exists: boolean;
  /** Of the folder, or of the nearest one above it that exists. */
  readonly isWritable: boolean;
  /** That nearest folder. */
  readonly ground: string;
  /** Whether a Tillbridge has it open. */
  readonly isInUse: boolean;
  readonly databaseFile: string;
  /** Null where there is no database yet; an empty file is none. */
  readonly databaseBytes: number | null;
}

export const lookIntoFolder = (folder: string): FolderLook => {
  const exists = existsSync(folder);
  const ground = nearest(folder);
  const databaseFile = join(folder, 'tillbridge.db');
  return {
    exists,
    ground,
    isWritable: isWritable(ground),
    isInUse: isLocked(join(folder, 'lock.db')),
    databaseFile,
    databaseBytes: (existsSync(databaseFile) && statSync(databaseFile).size) || null,
  };
};

const nearest = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Whoever holds the lock lets nobody read it. Asking takes no lock of its own that would last. */
const isLocked = (lockFile: string): boolean => {
  if (!existsSync(lockFile)) return false;
  const lock = new Database(lockFile, { readonly: true, timeout: 0 });
  try {
    lock.prepare('SELECT count(*) FROM sqlite_master').get();
    return false;
  } catch (error) {
    return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
  } finally {
    lock.close();
  }
};

/** Opens a database that may be in use, for reading only. Throws what SQLite throws. */
export const openToLook = (databaseFile: string): Connection => openConnection(databaseFile, { readonly: true });

export interface DatabaseLook extends ReadThrough {
  readonly schemaVersion: number;
}

/** Reads the whole database through. `onProgress` may throw. */
export const lookIntoDatabase = (
  db: Connection,
  onProgress: (progress: ReadProgress) => void = () => undefined,
): DatabaseLook => ({ schemaVersion: Number(db.pragma('user_version')), ...readThrough(db, onProgress) });

/** SQLite's own version. */
export const sqliteVersion = (): string => {
  const memory = new Database(':memory:');
  try {
    return String(memory.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    memory.close();
  }
};
