import { statfsSync } from 'node:fs';
import type { FolderLook } from '../store/look-into-folder.ts';
import { type Finding, unwell, well } from './finding.ts';

const MEGABYTE = 1_000_000;
/** A busy shop's day is a few megabytes; the log and a backup need room as well. */
const LEAST_FREE = 500 * MEGABYTE;

const megabytes = (bytes: number): string => `${Math.round(bytes / MEGABYTE).toLocaleString('en')} MB`;

export const checkFolder = (folder: string, look: FolderLook): Finding => {
  if (!look.isWritable) {
    return unwell(
      'data_folder',
      `${look.ground} cannot be written to.`,
      'Give this user the right to write there, or name another folder with --data.',
    );
  }
  if (!look.exists)
    return well('data_folder', `${folder} does not exist yet.`, 'It is made when Tillbridge first starts.');
  if (look.databaseBytes === null) {
    return well('data_folder', `${folder} has no database yet.`, 'It is made when Tillbridge first starts.');
  }
  const use = look.isInUse ? 'A Tillbridge is using it now.' : 'Nobody is using it now.';
  return well('data_folder', `${folder}, ${megabytes(look.databaseBytes)} of database. ${use}`);
};

export const checkDisk = ({ ground }: FolderLook): Finding => {
  const { bavail, bsize } = statfsSync(ground);
  const free = bavail * bsize;
  return free >= LEAST_FREE
    ? well('disk', `${megabytes(free)} are free.`)
    : unwell(
        'disk',
        `Only ${megabytes(free)} are free.`,
        'Free some space: a full disk stops sales from being recorded.',
      );
};
