import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadProgress } from '../doctor/examine.ts';
import { examine, type Finding } from '../doctor/examine.ts';
import { secretFile } from './secret-file.ts';

/** What the doctor finds in a data folder, asked from whichever host this is. */
export const lookInto = (
  folder: string,
  version: string,
  onProgress?: (progress: ReadProgress) => void,
): Promise<readonly Finding[]> =>
  examine({
    onProgress,
    folder,
    version,
    clock: Date.now,
    readToken: secretFile(join(folder, 'secrets.json')).read,
    hasKeychain: existsSync(join(folder, 'keychain.json')),
  });
