import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Client, createClient } from '../../src/main/bigcommerce/client.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { createProofKeeper, type ProofKeeper } from '../../src/main/proof/proof-keeper.ts';
import { createImportMemory } from '../../src/main/pull/import-memory.ts';
import { pull } from '../../src/main/pull/pull.ts';
import { importContext } from '../../src/main/pull/store-access.ts';
import { Tally } from '../../src/main/pull/tally.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import type { BusyShop } from './busy-shop.ts';

/** The proof without threads, on the data folder of a till that has stopped: what happens meanwhile can be arranged. */
export interface DirectProof {
  readonly keeper: ProofKeeper;
  readonly db: Connection;
}

/** `around` is told before each request. */
export const openDirectProof = async (
  { till, store }: BusyShop,
  around: (path: string, query: Readonly<Record<string, unknown>>) => void,
): Promise<DirectProof> => {
  await till.app.stop();
  const db = openConnection(join(till.folder, 'tillbridge.db'));
  const ending = new AbortController();
  const real = createClient({
    apiBase: store.baseUrl,
    token: store.token,
    clock: Date.now,
    signal: ending.signal,
  });
  onTestFinished(async () => {
    ending.abort();
    await real.close();
    db.close();
  });
  const client: Client = {
    ...real,
    get: (path, query) => {
      around(path, query ?? {});
      return real.get(path, query);
    },
  };
  const context = () =>
    importContext(db, { identity: systemIdentity, memory: createImportMemory(db), now: Date.now() });
  const quiet = { onProgress: () => undefined, onStored: () => undefined };
  const keeper = createProofKeeper({
    db,
    clock: Date.now,
    signal: ending.signal,
    client: async () => client,
    context,
    pull: () => pull({ db, client: real, context, version: '1', ...quiet }, new Tally()),
    onStored: () => undefined,
    onProved: () => undefined,
  });
  return { keeper, db };
};
