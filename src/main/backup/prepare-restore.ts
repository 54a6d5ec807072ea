import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../../contract/fault.ts';
import type { Identity } from '../domain/identity.ts';
import type { Connection } from '../store/connection.ts';
import {
  type CopyProgress,
  copyDatabase,
  nameDraft,
  openCopy,
  removeWhole,
  unmarkCopy,
} from '../store/copy-database.ts';
import { isSealWhole } from '../store/copy-seal.ts';
import { waitingRestore } from '../store/finish-restore.ts';
import { type CopyLook, flawOf, lookIntoCopy, type MissingRows, missingIn } from '../store/look-into-copy.ts';
import { openToLook } from '../store/look-into-folder.ts';
import { migrate, schemaVersion } from '../store/migrate.ts';
import { goOnFromOlder, lastReceiptOf } from '../store/went-back.ts';
import { needRoom } from './make-backup.ts';

/** A copy that was found good, and what it lacks; `missing` is null where the database here cannot be read. */
export interface LookedCopy extends CopyLook {
  readonly missing: MissingRows | null;
}

export interface RestoreOrder {
  /** Absolute. */
  readonly file: string;
  readonly databaseFile: string;
  /** UTC ms. */
  readonly now: number;
  readonly by: string | null;
}

export type RestoreStep = {
  readonly doing: 'reading' | 'restoring' | 'checking';
  readonly progress: CopyProgress | null;
};

type OnStep = (step: RestoreStep) => void;

const unusable = (why: string): Refusal =>
  new Refusal('copy_unusable', { message: `That file cannot be restored, and nothing was changed. ${why}` });

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a copy is read with: refused before anything of it is used. Throws `copy_unusable`. */
const lookedInto = (file: string, copy: Connection, here: Connection | null, onStep: OnStep): LookedCopy => {
  const flaw = flawOf(copy, (progress) => onStep({ doing: 'reading', progress }));
  if (flaw !== null) throw unusable(flaw);
  const looked = lookIntoCopy(copy);
  if (looked.mark !== null && !isSealWhole(file)) {
    throw unusable('It is damaged: it is not, byte for byte, what it was when it was made.');
  }
  return { ...looked, missing: here === null ? null : missingIn(copy, here) };
};

/** The database as it is now, to compare with; null where there is none that can be read. */
const withHere = <T>(databaseFile: string, work: (here: Connection | null) => T): T => {
  const here = openHere(databaseFile);
  try {
    return work(here);
  } finally {
    here?.close();
  }
};

const openHere = (databaseFile: string): Connection | null => {
  if (!existsSync(databaseFile)) return null;
  try {
    const here = openToLook(databaseFile);
    if (Number(here.pragma('user_version')) === schemaVersion) return here;
    here.close();
  } catch {
    // Damaged: that is why somebody restores.
  }
  return null;
};

/** Reads a copy through and tells what it lacks. Changes nothing. Throws `copy_unusable`, and what `onStep` throws. */
export const lookAtCopy = (file: string, databaseFile: string, onStep: OnStep): LookedCopy => {
  if (!existsSync(file)) throw unusable(`There is no file ${file}.`);
  try {
    const copy = openToLook(file);
    try {
      return withHere(databaseFile, (here) => lookedInto(file, copy, here, onStep));
    } finally {
      copy.close();
    }
  } catch (error) {
    throw error instanceof Refusal ? error : unusable(`It cannot be read: ${wordsOf(error)}`);
  }
};

/**
 * Makes a copy ready to become the database: copied beside it, brought to the newest schema, read through, and made safe to
 * go on from (store/went-back.ts). Nothing here is changed by it; `finishRestore` then moves it into its place, or whoever
 * opens the folder next. Throws `copy_unusable`, `disk_full`, and what `onStep` throws.
 */
export const prepareRestore = async (order: RestoreOrder, identity: Identity, onStep: OnStep): Promise<LookedCopy> => {
  const { file, databaseFile } = order;
  onStep({ doing: 'reading', progress: null });
  const looked = lookAtCopy(file, databaseFile, onStep);
  needRoom(file, dirname(databaseFile));
  const waiting = waitingRestore(databaseFile);
  const draft = `${waiting}.new`;
  try {
    await copyDatabase(file, draft, (progress) => onStep({ doing: 'restoring', progress }));
    const copy = openCopy(draft);
    try {
      if (migrate(copy) === 'newer') throw unusable('It was written by a newer Tillbridge.');
      const flaw = flawOf(copy, (progress) => onStep({ doing: 'checking', progress }));
      if (flaw !== null) throw unusable(flaw);
      unmarkCopy(copy);
      const { now, by } = order;
      goOnFromOlder(
        { db: copy, identity, now, by },
        { what: 'backup.restore', to: looked.mark?.madeAt ?? null, lastReceipt: lastReceiptHere(databaseFile) },
      );
    } finally {
      copy.close();
    }
    nameDraft(draft, waiting);
  } catch (error) {
    removeWhole(draft);
    throw error;
  }
  return looked;
};

const lastReceiptHere = (databaseFile: string): number | null =>
  withHere(databaseFile, (here) => {
    try {
      return here === null ? null : lastReceiptOf(here);
    } catch {
      return null;
    }
  });
