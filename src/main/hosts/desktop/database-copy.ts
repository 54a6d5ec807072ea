import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFile, syncFolder } from '../../disk/sync-to-disk.ts';

/** The database and what SQLite keeps beside it. */
const files = ['tillbridge.db', 'tillbridge.db-wal', 'tillbridge.db-shm'];

const copyFolder = (dataFolder: string): string => join(dataFolder, 'before-update');

/** Copies the closed database aside, in place of an earlier copy. Throws what the file system throws. */
export const copyDatabaseAside = (dataFolder: string): void => {
  const folder = copyFolder(dataFolder);
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  for (const file of files.filter((name) => existsSync(join(dataFolder, name)))) {
    copySynced(join(dataFolder, file), join(draft, file));
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  syncFolder(dataFolder);
};

/**
 * Puts the copy back. What is there now is moved to `after-update`, never deleted: somebody may want to look at it.
 * Answers false where there is no copy. Only for a database that the new version never opened: nothing was recorded in it since.
 */
export const putDatabaseBack = (dataFolder: string): boolean => {
  const folder = copyFolder(dataFolder);
  if (!existsSync(folder) || readdirSync(folder).length === 0) return false;
  const aside = join(dataFolder, 'after-update');
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const file of files) {
    if (existsSync(join(dataFolder, file))) renameSync(join(dataFolder, file), join(aside, file));
    if (existsSync(join(folder, file))) copySynced(join(folder, file), join(dataFolder, file));
  }
  return true;
};

/** It is on the disk with its name before anything relies on it: the record of the update is written next. */
const copySynced = (from: string, to: string): void => {
  copyFileSync(from, to);
  syncFile(to);
  syncFolder(dirname(to));
};
