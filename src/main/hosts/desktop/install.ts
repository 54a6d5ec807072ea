import type { Log } from '../logs/log.ts';
import { copyDatabaseAside } from './database-copy.ts';
import { noteInstalling } from './update-start.ts';

export interface Installing {
  readonly dataFolder: string;
  readonly from: string;
  readonly to: string;
  readonly log: Log;
}

/**
 * Makes ready to install, with the till stopped: the database is copied aside and the way back is noted. Answers false
 * where that failed: then nothing may be installed.
 */
export const readyToInstall = ({ dataFolder, from, to, log }: Installing): boolean => {
  try {
    copyDatabaseAside(dataFolder);
    noteInstalling(dataFolder, { from, to });
    return true;
  } catch (error) {
    log.error('update.not_installed', error, { to });
    return false;
  }
};
