import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../../contract/fault.ts';

const marker = '.tillbridge-practice';

/** Throws `Refusal` (`data_folder_unusable`) where the folder holds anything that no practice run put there. */
export const needPracticeFolder = (folder: string): void => {
  const foreign = existsSync(folder) && !existsSync(join(folder, marker)) && readdirSync(folder).length > 0;
  if (!foreign) return;
  throw new Refusal('data_folder_unusable', {
    message: `The folder ${folder} holds something other than practice data. Move it away, then start again.`,
  });
};

/**
 * An empty folder for one practice run. What an earlier run left there is deleted, but only where our own marker says
 * that nothing but practice was ever kept in it. Throws `Refusal` (`data_folder_unusable`).
 */
export const renewPracticeFolder = (folder: string): void => {
  needPracticeFolder(folder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, marker), 'Made anew at each practice start. Keep nothing here.\n');
};
