import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Refusal } from '../../contract/fault.ts';
import type { SecretStore } from '../app.ts';
import { writeWhole } from './write-whole.ts';

const secretsByKey = z.record(z.string(), z.string());
type SecretsByKey = z.output<typeof secretsByKey>;

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const readAll = (path: string): SecretsByKey => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return {};
    throw error;
  }
  const parsed = secretsByKey.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new Refusal('data_folder_unusable', {
    message: `The file ${path} is damaged. Delete it, then link the BigCommerce store again.`,
  });
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const writeAll = (path: string, secrets: SecretsByKey): void => writeWhole(path, JSON.stringify(secrets));

/**
 * Secrets in one JSON file that only this user may read (mode 0600). `seal` and `unseal` say how a value lies in it:
 * as it is where the machine offers nothing better, encrypted where it does.
 * Throws `Refusal` (`data_folder_unusable`) when the file cannot be understood.
 */
export const secretFile = (
  path: string,
  seal: (secret: string) => string = (secret) => secret,
  unseal: (sealed: string) => string = (sealed) => sealed,
): SecretStore => ({
  read: (key) => {
    const sealed = readAll(path)[key];
    return sealed === undefined ? null : unseal(sealed);
  },
  write: (key, secret) => writeAll(path, { ...readAll(path), [key]: seal(secret) }),
  remove: (key) => {
    const { [key]: removed, ...rest } = readAll(path);
    if (removed !== undefined) writeAll(path, rest);
  },
});
