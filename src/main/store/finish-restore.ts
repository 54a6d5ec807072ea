import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from '../disk/sync-to-disk.ts';

/** A checked copy that is to become the database, whole; while there is one, a restore is under way. */
export const waitingRestore = (databaseFile: string): string => `${databaseFile}.restore`;

/**
 * Puts a waiting copy in the place of the database, whose files are moved to `replaced/<when>`, never deleted. Only for
 * whoever holds the folder, with the database closed. Interrupted at any instant, it goes on where it was: the waiting file
 * is the last to move.
 */
export const finishRestore = (databaseFile: string): void => {
  const waiting = waitingRestore(databaseFile);
  if (!existsSync(waiting)) return;
  const folder = dirname(databaseFile);
  const when = new Date(statSync(waiting).mtimeMs).toISOString().slice(0, 19).replaceAll(':', '-');
  const aside = join(folder, 'replaced', when);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  // A folder that a power cut takes away takes what was moved into it along.
  for (const made of [dirname(aside), folder]) syncFolder(made);
  for (const file of filesOf(databaseFile)) renameSync(join(folder, file), join(aside, file));
  syncFolder(aside);
  syncFolder(folder);
  renameSync(waiting, databaseFile);
  syncFolder(folder);
};

/** The database, what SQLite keeps beside it, and what an import of history does. */
const filesOf = (databaseFile: string): readonly string[] => {
  const name = basename(databaseFile, '.db');
  const ours = new RegExp(`^${name}(-history-[a-z]+)?\\.db(-wal|-shm)?$`);
  return readdirSync(dirname(databaseFile)).filter((file) => ours.test(file));
};
