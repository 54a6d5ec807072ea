import { join } from 'node:path';
import type { Connection } from './connection.ts';
import { copyQuietDatabase, markCopy, nameDraft, openCopy, removeWhole } from './copy-database.ts';
import { sealCopy } from './copy-seal.ts';
import { copyName, makeCopiesFolder, pruneCopies } from './kept-copies.ts';
import { schemaVersion } from './migrate.ts';

/**
 * Copies a database aside before its schema changes (F7): a new version that cannot go on leaves the way back. To be called
 * by whoever holds the folder, with nothing else open. Throws what the disk throws, and then nothing was changed.
 */
export const copyBeforeUpdate = (
  connection: Connection,
  { folder, databaseFile, version, now }: { folder: string; databaseFile: string; version: string; now: number },
): void => {
  const found = Number(connection.pragma('user_version'));
  if (found === 0 || found >= schemaVersion) return;
  const file = join(makeCopiesFolder(folder), copyName('before_update', now));
  const draft = `${file}.new`;
  try {
    copyQuietDatabase(connection, databaseFile, draft);
    const copy = openCopy(draft);
    markCopy(copy, { madeAt: now, version, why: 'before_update' });
    copy.close();
    sealCopy(draft);
    nameDraft(draft, file);
  } catch (error) {
    removeWhole(draft);
    throw error;
  }
  pruneCopies(folder, 'before_update');
};
