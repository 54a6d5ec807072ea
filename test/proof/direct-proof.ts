import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Client, createClient } from '../../src/main/bigcommerce/client.ts';
import type { RunningWork } from '../../src/main/domain/running-work.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { createLongWorks } from '../../src/main/long-works.ts';
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
  readonly works: ReturnType<typeof createLongWorks>;
  /** How far it said that it was. */
  readonly told: readonly RunningWork[];
  readonly db: Connection;
  /** The machine’s clock goes on. */
  readonly later: (ms: number) => void;
  /** Resolves when the next proof has finished. */
  readonly proved: () => Promise<void>;
}

/** `around` is told before each request. */
export const openDirectProof = async (
  { till, store }: BusyShop,
  around: (path: string, query: Readonly<Record<string, unknown>>) => void,
): Promise<DirectProof> => {
  await till.app.stop();
  const db = openConnection(join(till.folder, 'tillbridge.db'));
  let ahead = 0;
  const clock = () => Date.now() + ahead;
  let onProved: () => void = () => undefined;
  const ending = new AbortController();
  const real = createClient({
    apiBase: store.baseUrl,
    token: store.token,
    clock,
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
  const context = () => importContext(db, { identity: systemIdentity, memory: createImportMemory(db), now: clock() });
  const quiet = { onProgress: () => undefined, onStored: () => undefined };
  const told: RunningWork[] = [];
  const works = createLongWorks((_work, running) => running && told.push(running), clock);
  const keeper = createProofKeeper({
    db,
    work: works.run,
    clock,
    signal: ending.signal,
    client: async () => client,
    context,
    pull: () => pull({ db, client: real, context, version: '1', ...quiet }, new Tally()),
    onStored: () => undefined,
    onProved: () => onProved(),
  });
  return {
    keeper,
    works,
    told,
    db,
    later: (ms) => {
      ahead += ms;
    },
    proved: () =>
      new Promise((resolve) => {
        onProved = resolve;
      }),
  };
};
