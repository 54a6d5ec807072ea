import { existsSync, statSync } from 'node:fs';
import { keptCopies } from '../store/kept-copies.ts';
import { type Finding, unwell, well } from './finding.ts';

const DAY_MS = 86_400_000;
/** One is made each day that Tillbridge runs; a weekend makes none. */
const MOST_DAYS = 3;

const makeOne = 'Tillbridge makes one each day while it runs; `tillbridge backup FILE` makes one now.';

/** When anything was last written into the database, UTC ms. */
const changedAt = (databaseFile: string): number =>
  Math.max(...[databaseFile, `${databaseFile}-wal`].filter(existsSync).map((file) => statSync(file).mtimeMs));

/** Whether the newest copy in the data folder still holds most of what is in the database. `now` is UTC ms. */
export const checkBackup = (folder: string, databaseFile: string, now: number): Finding => {
  const [newest] = keptCopies(folder);
  const since = newest?.madeAt ?? statSync(databaseFile).birthtimeMs;
  const days = Math.floor((now - since) / DAY_MS);
  const isGood = days < MOST_DAYS || (newest !== undefined && changedAt(databaseFile) <= newest.madeAt);
  if (newest === undefined) {
    return isGood
      ? well('backup', 'There is no copy in this folder yet.', makeOne)
      : unwell('backup', `There is no copy in this folder, and the database is ${days} days old.`, makeOne);
  }
  if (isGood) return well('backup', `The last copy is of ${new Date(newest.madeAt).toISOString().slice(0, 10)}.`);
  return unwell(
    'backup',
    `The last copy is ${days} days old, and the database has changed since.`,
    `${makeOne} Settings › Backup says why it was not.`,
  );
};
