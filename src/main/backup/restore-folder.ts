import { join } from 'node:path';
import { Refusal } from '../../contract/fault.ts';
import type { Identity } from '../domain/identity.ts';
import { finishRestore } from '../store/finish-restore.ts';
import { DataFolderError, lockFolder } from '../store/folder-lock.ts';
import { type LookedCopy, prepareRestore, type RestoreOrder, type RestoreStep } from './prepare-restore.ts';

/** Where a data folder keeps its database. */
export const databaseIn = (dataFolder: string): string => join(dataFolder, 'tillbridge.db');

/**
 * Restores a copy into a data folder that no Tillbridge has open, also where its database is damaged or gone. Throws
 * `Refusal` (`copy_unusable`, `disk_full`, `data_folder_busy`, `data_folder_unusable`), and then nothing was changed.
 */
export const restoreFolder = async (
  { dataFolder, ...order }: Omit<RestoreOrder, 'databaseFile'> & { readonly dataFolder: string },
  identity: Identity,
  onStep: (step: RestoreStep) => void,
): Promise<LookedCopy> => {
  const databaseFile = databaseIn(dataFolder);
  const unlock = locked(dataFolder);
  try {
    const looked = await prepareRestore({ ...order, databaseFile }, identity, onStep);
    finishRestore(databaseFile);
    return looked;
  } finally {
    unlock();
  }
};

const locked = (dataFolder: string): (() => void) => {
  try {
    return lockFolder(dataFolder);
  } catch (error) {
    if (error instanceof DataFolderError) throw new Refusal(error.code, { message: error.sentence });
    throw error;
  }
};
