import { Refusal } from '../../../contract/fault.ts';
import type { Log } from '../logs/log.ts';
import { putDatabaseBack } from './database-copy.ts';
import { judgeStart, readUpdateRecord, type UpdateRecord, writeUpdateRecord } from './update-record.ts';

/** The new version cannot be used here, and was taken back; `from` is the version that has to come back. */
export class RolledBack extends Error {
  readonly from: string;
  constructor({ from, to }: UpdateRecord) {
    super(
      `Version ${to} cannot open this shop's data. Nothing is lost: the data is as it was. ` +
        `Version ${from} comes back by itself when the network is there, or install it by hand.`,
    );
    this.name = 'RolledBack';
    this.from = from;
  }
}

export interface UpdatedStart {
  readonly dataFolder: string;
  readonly version: string;
  readonly log: Log;
}

const rollBack = ({ dataFolder, log }: UpdatedStart, record: UpdateRecord, why: unknown): never => {
  const restored = putDatabaseBack(dataFolder);
  const refused = [...new Set([...record.refused, record.to])];
  writeUpdateRecord(dataFolder, { ...record, state: 'rolled_back', refused });
  log.error('update.rolled_back', why, { from: record.from, to: record.to, restored });
  throw new RolledBack(record);
};

/** Somebody else has the folder: that says nothing about this version. */
const saysNothing = (error: unknown): boolean => error instanceof Refusal && error.code === 'data_folder_busy';

/**
 * Opens the till. Where this is a new version's first start and it cannot, the database is put back as it was before
 * the update, and `RolledBack` is thrown; also when it was started three times and never got as far as `provedGood`.
 */
export const openUpdated = async <T>(start: UpdatedStart, open: () => Promise<T>): Promise<T> => {
  const record = readUpdateRecord(start.dataFolder);
  const judged = judgeStart(record, start.version);
  if (record === null || judged === 'open') return open();
  if (judged === 'roll_back') return rollBack(start, record, new Error('It was started three times in vain.'));
  writeUpdateRecord(start.dataFolder, { ...record, attempts: record.attempts + 1 });
  return open().catch((error: unknown) => {
    if (saysNothing(error)) throw error;
    return rollBack(start, record, error);
  });
};

/** The window is up: from now on sales are recorded, and there is no way back to the copy. */
export const provedGood = ({ dataFolder, version }: UpdatedStart): void => {
  const record = readUpdateRecord(dataFolder);
  if (record?.state === 'installing' && record.to === version) {
    writeUpdateRecord(dataFolder, { ...record, state: 'done' });
  }
};

/** Before the installer runs, with the till stopped: what `openUpdated` needs to go back. */
export const noteInstalling = (dataFolder: string, { from, to }: Pick<UpdateRecord, 'from' | 'to'>): void => {
  const refused = readUpdateRecord(dataFolder)?.refused ?? [];
  writeUpdateRecord(dataFolder, { from, to, state: 'installing', attempts: 0, refused });
};
