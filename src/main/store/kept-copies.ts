import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../disk/sync-to-disk.ts';
import { openConnection } from './connection.ts';
import { type CopyMark, type CopyReason, readMark } from './copy-database.ts';

/** A copy that is kept in the data folder; its mark says that it was checked, or made right before an update. */
export interface KeptCopy extends CopyMark {
  readonly file: string;
  readonly path: string;
  readonly bytes: number;
}

/** How many are kept of each kind; what somebody asked for is never deleted by itself. */
const kept: Readonly<Record<CopyReason, number>> = { daily: 3, before_update: 2, asked: Number.POSITIVE_INFINITY };

export const copiesFolder = (dataFolder: string): string => join(dataFolder, 'backups');

export const makeCopiesFolder = (dataFolder: string): string => {
  const folder = copiesFolder(dataFolder);
  const isNew = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined;
  if (isNew) syncFolder(dataFolder);
  return folder;
};

const prefix: Readonly<Record<CopyReason, string>> = {
  asked: 'tillbridge-backup',
  daily: 'daily',
  before_update: 'before-update',
};

/** Such as `daily-2026-11-27-0405.db`, in UTC. */
export const copyName = (why: CopyReason, now: number): string => {
  const [date = '', time = ''] = new Date(now).toISOString().split('T');
  return `${prefix[why]}-${date}-${time.slice(0, 8).replaceAll(':', '')}.db`;
};

/** Newest first. A file that cannot be read is none. */
export const keptCopies = (dataFolder: string): KeptCopy[] => {
  const folder = copiesFolder(dataFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.db'))
    .flatMap((file) => {
      const path = join(folder, file);
      const mark = markOf(path);
      return mark === null ? [] : [{ ...mark, file, path, bytes: statSync(path).size }];
    })
    .sort((one, other) => other.madeAt - one.madeAt);
};

/** The one to go back to: the newest, but those made right before an update only where there is no other. Null: none. */
export const lastGoodCopy = (dataFolder: string): KeptCopy | null => {
  const copies = keptCopies(dataFolder);
  return copies.find(({ why }) => why !== 'before_update') ?? copies[0] ?? null;
};

const markOf = (path: string): CopyMark | null => {
  try {
    const copy = openConnection(path, { readonly: true });
    try {
      return readMark(copy);
    } finally {
      copy.close();
    }
  } catch {
    // Damaged, or somebody else's: the newest good one is what is shown.
    return null;
  }
};

/** Deletes the oldest of a kind beyond what is kept of it. To be called once a newer one is good. */
export const pruneCopies = (dataFolder: string, why: CopyReason): void => {
  const ofKind = keptCopies(dataFolder).filter((copy) => copy.why === why);
  for (const { path } of ofKind.slice(kept[why])) rmSync(path, { force: true });
};
