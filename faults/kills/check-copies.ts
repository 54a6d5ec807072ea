import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lookAtCopy } from '../../src/main/backup/prepare-restore.ts';
import type { Complaints } from './check-folder.ts';

const copiesIn = (folder: string): string => join(folder, 'backups');

/** Everything that is kept of copies in a data folder, drafts as well. */
export const filesOfCopies = (folder: string): string[] =>
  existsSync(copiesIn(folder)) ? readdirSync(copiesIn(folder)) : [];

/** Whatever has the name of a copy is whole, and what was acknowledged has its name. */
export const checkCopies = (folder: string, acknowledged: ReadonlySet<string>): Complaints => {
  const there = filesOfCopies(folder).filter((name) => name.endsWith('.db'));
  const lost = [...acknowledged].filter((name) => !there.includes(name)).map((name) => `the copy ${name} is lost`);
  return [...lost, ...there.flatMap((name) => flawOf(folder, name))];
};

const flawOf = (folder: string, name: string): Complaints => {
  try {
    lookAtCopy(join(copiesIn(folder), name), join(folder, 'tillbridge.db'), () => undefined);
    return [];
  } catch (error) {
    return [`the copy ${name}: ${error instanceof Error ? error.message : String(error)}`];
  }
};
