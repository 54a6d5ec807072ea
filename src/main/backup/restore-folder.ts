import { join } from 'node:path';
import { Refusal } from '../../contract/fault.ts';
import { finishRestore } from '../store/finish-restore.ts';
import { DataFolderError, lockFolder } from '../store/folder-lock.ts';
import type { LookedCopy, RestoreOrder } from './prepare-restore.ts';

export { lastGoodCopy } from '../store/kept-copies.ts';

/** Where a data folder keeps its database. */
export const databaseIn = (dataFolder: string): string => join(dataFolder, 'tillbridge.db');

/**
 * Restores a copy into a data folder that no Tillbridge has open, also where its database is damaged or gone. `prepare` makes
 * the copy ready. Throws what that throws, and `Refusal` (`data_folder_busy`, `data_folder_unusable`); then nothing was changed.
 */
export const restoreFolder = async (
  { dataFolder, ...order }: Omit<RestoreOrder, 'databaseFile'> & { readonly dataFolder: string },
  prepare: (order: RestoreOrder) => Promise<LookedCopy>,
): Promise<LookedCopy> => {
  const databaseFile = databaseIn(dataFolder);
  const unlock = locked(dataFolder);
  try {
    const looked = await prepare({ ...order, databaseFile });
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
