import { closeSync, existsSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../disk/sync-to-disk.ts';
import type { Identity } from '../domain/identity.ts';
import { type Connection, openConnection } from './connection.ts';
import { copyBeforeUpdate } from './copy-before-update.ts';
import { finishRestore } from './finish-restore.ts';
import { DataFolderError, lockFolder, unusable } from './folder-lock.ts';
import { keptCopies, lastGoodCopy } from './kept-copies.ts';
import { flawOf } from './look-into-copy.ts';
import { migrate } from './migrate.ts';
import { troubleOfError } from './storage-trouble.ts';
import { goOnFromOlder } from './went-back.ts';

export interface DataFolder {
  readonly databaseFile: string;
  /** Whether whoever had it before was killed, or lost its power. */
  readonly wasCutOff: boolean;
  /** Lets another process have the folder, with a copy that waits put in the database's place. All else is closed by now. */
  readonly release: () => void;
}

export interface OpenedBy {
  readonly identity: Identity;
  /** The app's. */
  readonly version: string;
  /** UTC ms. */
  readonly now: number;
  readonly patienceMs?: number | undefined;
}

const SQLITE_HEADER = 'SQLite format 3\0';

/**
 * Takes the folder for this process and brings its database to the newest schema (design law 6). A restore that was
 * interrupted is finished, a copy is made before the schema changes, and changes that were lost are noticed (F4).
 */
export const openDataFolder = (folder: string, by: OpenedBy): DataFolder => {
  const unlock = lockFolder(folder);
  const databaseFile = join(folder, 'tillbridge.db');
  const inUse = join(folder, 'in-use');
  try {
    finishRestore(databaseFile);
    refuseEmptied(folder, databaseFile);
    refuseOverwritten(folder, databaseFile);
    const wasCutOff = existsSync(inUse);
    const isLogGone = wasCutOff && existsSync(databaseFile) && !existsSync(`${databaseFile}-wal`);
    prepare(folder, databaseFile, by, isLogGone);
    const letLogGo = keepLog(folder, databaseFile, by.patienceMs);
    writeFileSync(inUse, 'There while a Tillbridge has the folder open.\n');
    const release = () => {
      rmSync(inUse, { force: true });
      syncFolder(folder);
      letLogGo();
      finishRestore(databaseFile);
      unlock();
    };
    return { databaseFile, wasCutOff, release };
  } catch (error) {
    unlock();
    throw asFolderError(folder, error);
  }
};

/**
 * Has the log lie beside the database for as long as the folder is in use, whoever else closes: that it is gone tells of
 * lost changes, so it must be on the disk before the mark that the folder is in use, and go after it.
 */
const keepLog = (folder: string, databaseFile: string, patienceMs: number | undefined): (() => void) => {
  const keeper = openConnection(databaseFile, { patienceMs });
  keeper.get('SELECT count(*) FROM sqlite_master');
  syncFolder(folder);
  return keeper.close;
};

const prepare = (folder: string, databaseFile: string, by: OpenedBy, isLogGone: boolean): void => {
  const connection = openConnection(databaseFile, { patienceMs: by.patienceMs });
  try {
    if (isLogGone) refuseFlawed(folder, connection);
    copyBeforeUpdate(connection, { folder, databaseFile, version: by.version, now: by.now });
    if (migrate(connection) === 'newer') {
      throw new DataFolderError(
        'data_folder_newer',
        `The data in ${folder} was written by a newer Tillbridge. Install the newer version to open it; nothing was changed.`,
      );
    }
    if (isLogGone) {
      goOnFromOlder(
        { db: connection, identity: by.identity, now: by.now, by: null },
        { what: 'backup.missingChanges', to: null, lastReceipt: null },
      );
    }
  } finally {
    connection.close();
  }
};

const refuseFlawed = (folder: string, connection: Connection): void => {
  const flaw = flawOf(connection);
  if (flaw !== null) throw damaged(folder, flaw);
};

const asFolderError = (folder: string, error: unknown): DataFolderError => {
  if (error instanceof DataFolderError) return error;
  const detail = String(error);
  switch (troubleOfError(error)) {
    case 'disk_full':
      return new DataFolderError(
        'disk_full',
        'The disk of this machine is full, so the data cannot be opened. Free some space and start again; nothing was changed.',
        detail,
      );
    case 'database_locked':
      return new DataFolderError(
        'database_locked',
        `Another program holds ${join(folder, 'tillbridge.db')}. Close it (a backup, a database viewer) and start again.`,
        detail,
      );
    case 'database_damaged':
      return damaged(folder, detail);
    default:
      return unusable(folder, error);
  }
};

const damaged = (folder: string, detail: string): DataFolderError =>
  new DataFolderError(
    'data_folder_damaged',
    `The database in ${folder} is damaged, and was left as it is. ${wayBack(folder)}`,
    detail,
  );

/** What whoever stands before a damaged or missing database can do: the last good copy, and what it lacks. */
const wayBack = (folder: string): string => {
  const copy = lastGoodCopy(folder);
  if (copy === null) {
    return 'There is no copy of it here. Restore one from elsewhere: tillbridge restore FILE. Or send the folder to support.';
  }
  const made = `${new Date(copy.madeAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return (
    `The last good copy is of ${made}: tillbridge restore "${copy.path}". ` +
    `Missing in it is what staff recorded since; web orders come again by themselves.`
  );
};

const isEmptyOrGone = (file: string): boolean => !existsSync(file) || statSync(file).size === 0;

/** A folder whose database is gone must not quietly become a new, empty shop: what else it keeps tells that there was one. */
const refuseEmptied = (folder: string, databaseFile: string): void => {
  if (!isEmptyOrGone(databaseFile)) return;
  const signs = ['secrets.json', 'keychain.json', 'tillbridge.db-wal'].map((name) => join(folder, name));
  if (!signs.some((sign) => !isEmptyOrGone(sign)) && keptCopies(folder).length === 0) return;
  throw new DataFolderError(
    'data_folder_emptied',
    `The database of the data folder ${folder} is gone. No new one was begun. Put tillbridge.db back if you have it. ${wayBack(folder)}`,
  );
};

const refuseOverwritten = (folder: string, file: string): void => {
  if (isEmptyOrGone(file)) return;
  const header = Buffer.alloc(SQLITE_HEADER.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, header.length, 0);
  } finally {
    closeSync(handle);
  }
  if (header.toString('latin1') !== SQLITE_HEADER) throw damaged(folder, `${file} is not a database.`);
};
