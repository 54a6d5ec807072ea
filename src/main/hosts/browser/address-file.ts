import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../write-whole.ts';

const fileOf = (dataFolder: string): string => join(dataFolder, 'window-address');

/**
 * The address that opens the next window, where its owner alone can read it: whoever can read the data folder has the
 * shop's data anyway. So a till that runs as a service can be opened without looking into its log.
 */
export const keepAddress = (dataFolder: string, address: string): void => writeWhole(fileOf(dataFolder), address);

/** Null where no browser host runs on the folder. */
export const readAddress = (dataFolder: string): string | null =>
  existsSync(fileOf(dataFolder)) ? readFileSync(fileOf(dataFolder), 'utf8') : null;

export const forgetAddress = (dataFolder: string): void => rmSync(fileOf(dataFolder), { force: true });
