import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../../contract/fault.ts';
import {
  type CopyMark,
  type CopyProgress,
  copyDatabase,
  markCopy,
  nameDraft,
  openCopy,
  readMark,
  removeWhole,
  roomBeyondCopy,
} from '../store/copy-database.ts';
import { sealCopy } from '../store/copy-seal.ts';
import { flawOf } from '../store/look-into-copy.ts';
import { openToLook } from '../store/look-into-folder.ts';

export interface BackupOrder {
  readonly databaseFile: string;
  /** Absolute. A copy of ours that is there already is replaced, once the new one is good. */
  readonly file: string;
  readonly mark: CopyMark;
}

export interface BackupMade {
  readonly path: string;
  readonly madeAt: number;
  readonly bytes: number;
}

export type BackupStep = { readonly doing: 'copying' | 'checking'; readonly progress: CopyProgress | null };

/** The disk of a shop must not be filled by its own copies. */
const LEAST_LEFT = 50_000_000;

/** Throws `disk_full` where a copy of `source` would leave no room in `folder`. */
export const needRoom = (source: string, folder: string): void => {
  const left = roomBeyondCopy(source, folder);
  if (left >= LEAST_LEFT) return;
  const missing = Math.ceil((LEAST_LEFT - left) / 1_000_000);
  throw new Refusal('disk_full', {
    message: `There is not enough room in ${folder} for a copy. Free ${missing.toLocaleString('en')} MB, or choose another place. Nothing was changed.`,
  });
};

/**
 * Copies the database into one file, also while a till runs on it, and reads the copy through before it gets its name. What
 * is interrupted leaves a draft (`….new`), which nothing takes for a copy; what `onStep` throws leaves nothing. Throws `Refusal`
 * (`backup_refused`, `disk_full`, `database_damaged`).
 */
export const makeBackup = async (
  { databaseFile, file, mark }: BackupOrder,
  onStep: (step: BackupStep) => void,
): Promise<BackupMade> => {
  if (!existsSync(databaseFile)) {
    throw new Refusal('backup_refused', {
      message: `There is no database in ${dirname(databaseFile)} yet, so nothing to copy.`,
    });
  }
  if (!existsSync(dirname(file))) {
    throw new Refusal('backup_refused', {
      message: `There is no folder ${dirname(file)}. Make it, or choose another.`,
    });
  }
  refuseForeign(file);
  needRoom(databaseFile, dirname(file));
  const draft = `${file}.new`;
  try {
    onStep({ doing: 'copying', progress: null });
    await copyDatabase(databaseFile, draft, (progress) => onStep({ doing: 'copying', progress }));
    const copy = openCopy(draft);
    try {
      const flaw = flawOf(copy, (progress) => onStep({ doing: 'checking', progress }));
      if (flaw !== null)
        throw new Refusal('database_damaged', { message: `No copy was made, for it would be no good. ${flaw}` });
      markCopy(copy, mark);
    } finally {
      copy.close();
    }
    sealCopy(draft);
    nameDraft(draft, file);
  } catch (error) {
    removeWhole(draft);
    throw error;
  }
  return { path: file, madeAt: mark.madeAt, bytes: statSync(file).size };
};

/** A copy of ours may be replaced by a newer one; anything else that lies there stays. */
const refuseForeign = (file: string): void => {
  if (!existsSync(file)) return;
  try {
    const there = openToLook(file);
    try {
      if (readMark(there) !== null) return;
    } finally {
      there.close();
    }
  } catch {
    // No database: all the more somebody else's.
  }
  throw new Refusal('backup_refused', {
    message: `${file} is there already, and is no copy of ours. Choose another name.`,
  });
};
