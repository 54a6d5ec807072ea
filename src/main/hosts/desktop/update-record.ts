import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../write-whole.ts';

/**
 * What an update went through, kept in `update.json` of the data folder:
 *
 *   installing ──the new version shows its window──▶ done
 *       │ it cannot open the data, or was started three times in vain
 *       └──▶ rolled_back: the data is as before, the version before comes back, and this one is never offered again
 */
const updateRecord = z.object({
  from: z.string(),
  to: z.string(),
  state: z.enum(['installing', 'done', 'rolled_back']),
  /** How often the new version was started without ever showing its window. */
  attempts: z.number().int(),
  /** Versions that could not open this shop's data. */
  refused: z.array(z.string()),
});
export type UpdateRecord = z.output<typeof updateRecord>;

const fileOf = (dataFolder: string): string => join(dataFolder, 'update.json');

export const readUpdateRecord = (dataFolder: string): UpdateRecord | null => {
  const file = fileOf(dataFolder);
  if (!existsSync(file)) return null;
  try {
    return updateRecord.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
};

export const writeUpdateRecord = (dataFolder: string, record: UpdateRecord): void =>
  writeWhole(fileOf(dataFolder), JSON.stringify(record));

const mostAttempts = 3;

/** What a start of `version` has to do about the last update. */
export const judgeStart = (record: UpdateRecord | null, version: string): 'open' | 'prove' | 'roll_back' => {
  if (record?.state !== 'installing' || record.to !== version) return 'open';
  return record.attempts < mostAttempts ? 'prove' : 'roll_back';
};
