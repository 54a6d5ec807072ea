import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../contract/fault.ts';
import type { SecretStore } from '../app.ts';

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

/** A new file beside the old one, synced, then renamed over it: a power cut leaves one of the two, whole. */
const writeAll = (path: string, secrets: SecretsByKey): void => {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(secrets));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
};

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
