import { chmodSync, closeSync, copyFileSync, openSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { syncFile, syncFolder } from '../disk/sync-to-disk.ts';
import { type Connection, openConnection } from './connection.ts';
import { readSetting, removeSetting, writeSetting } from './settings.ts';

/** Bytes so far, and all of them. */
export interface CopyProgress {
  readonly done: number;
  readonly total: number;
}

export type CopyReason = 'asked' | 'daily' | 'before_update';

/** What a copy says of itself. `madeAt` is UTC ms; `version` is the app's. */
export interface CopyMark {
  readonly madeAt: number;
  readonly version: string;
  readonly why: CopyReason;
}

/** Some milliseconds of work. */
const PAGES_A_STEP = 512;
const PATIENCE_MS = 15_000;
const MARK = 'copy_made';

/**
 * Copies a database that may be in use into a new file, all of it of one moment. A read transaction holds that moment:
 * writers go on, and because of them the copying need not begin anew. Throws what SQLite throws.
 */
export const copyDatabase = async (
  databaseFile: string,
  to: string,
  onProgress: (progress: CopyProgress) => void,
): Promise<void> => {
  const source = new Database(databaseFile, { readonly: true, fileMustExist: true, timeout: PATIENCE_MS });
  try {
    const pageBytes = Number(source.pragma('page_size', { simple: true }));
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_master').get();
    makeEmpty(to);
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress({ done: (totalPages - remainingPages) * pageBytes, total: totalPages * pageBytes });
        return PAGES_A_STEP;
      },
    });
  } finally {
    source.close();
  }
};

/** The same, at once, of a database that nobody but `connection` has open. */
export const copyQuietDatabase = (connection: Connection, databaseFile: string, to: string): void => {
  connection.pragma('wal_checkpoint(TRUNCATE)');
  makeEmpty(to);
  copyFileSync(databaseFile, to);
};

/** Only its owner may read it, from its first byte. */
const makeEmpty = (file: string): void => {
  removeWhole(file);
  closeSync(openSync(file, 'wx', 0o600));
};

/** Opens a copy to change it. `close` leaves one file, without anything beside it. */
export const openCopy = (file: string): Connection => {
  const copy = openConnection(file);
  return {
    ...copy,
    close: () => {
      copy.pragma('journal_mode = DELETE');
      copy.close();
    },
  };
};

export const markCopy = (copy: Connection, mark: CopyMark): void => writeSetting(copy, MARK, mark);

/** A database that is in use again is no copy any more. */
export const unmarkCopy = (copy: Connection): void => {
  removeSetting(copy, MARK);
  copy.execute('PRAGMA application_id = 0');
};

/** What a copy says of itself; null where nothing made it but a file manager. */
export const readMark = (copy: Connection): CopyMark | null => {
  const mark = readSetting(copy, MARK);
  if (typeof mark !== 'object' || mark === null) return null;
  const { madeAt, version, why } = mark as Partial<CopyMark>;
  return typeof madeAt === 'number' && typeof version === 'string' && why !== undefined
    ? { madeAt, version, why }
    : null;
};

/** Gives a finished draft its name. After a power cut it has either its name and all its bytes, or no name. */
export const nameDraft = (draft: string, file: string): void => {
  chmodSync(draft, 0o600);
  syncFile(draft);
  renameSync(draft, file);
  syncFolder(dirname(file));
};

export const removeWhole = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
};

/** How many bytes are free beyond a copy of `file` in `folder`; negative where it does not fit. */
export const roomBeyondCopy = (file: string, folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize - statSync(file).size;
};
