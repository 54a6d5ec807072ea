import { readFile } from 'node:fs/promises';
import { compareWithDataFolder, readDispute } from '../../doctor/verify-dispute.ts';
import { print } from './output.ts';
import { ownPlaces } from './places.ts';

interface VerifyOptions {
  readonly file: string;
  /** The data folder that it came from; null: the file by itself. */
  readonly folder: string | null;
  readonly json: boolean;
}

/**
 * `verify FILE`: whether a dispute file is as it was written, and, where a data folder is named, whether that still says the
 * same. Needs no network, and changes nothing. 0 when all fits, 1 when something does not, with the entry.
 */
export const verify = async ({ file: path, folder, json }: VerifyOptions): Promise<number> => {
  const { file, problems } = readDispute(await readFile(path, 'utf8'), ownPlaces().version);
  const all = [...problems, ...(file && folder !== null ? compareWithDataFolder(folder, file) : [])];
  const ok = all.length === 0;
  const entries = file?.entries.length ?? 0;
  if (json) await print(JSON.stringify({ ok, data: { entries, comparedWith: folder, problems: all } }));
  else await print(ok ? whole(entries, folder) : all.map(({ message }) => `BROKEN  ${message}`).join('\n'));
  return ok ? 0 : 1;
};

const whole = (entries: number, folder: string | null): string =>
  `ok      ${entries} entries, as they were written${folder === null ? '' : `, and as ${folder} has them`}.`;
