import type { SecretStore } from '../app.ts';

/** Secrets that end with the process: enough for the practice store, whose token opens nothing. */
export const secretMemory = (): SecretStore => {
  const secrets = new Map<string, string>();
  return {
    read: (key) => secrets.get(key) ?? null,
    write: (key, secret) => void secrets.set(key, secret),
    remove: (key) => void secrets.delete(key),
  };
};
