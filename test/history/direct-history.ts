import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Client, createClient } from '../../src/main/bigcommerce/client.ts';
import { beginRehearsal, beginUndo, confirmImport } from '../../src/main/commands/history.ts';
import { createHistoryKeeper, type HistoryKeeper } from '../../src/main/history/history-keeper.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { createImportMemory } from '../../src/main/pull/import-memory.ts';
import { pull } from '../../src/main/pull/pull.ts';
import { importContext } from '../../src/main/pull/store-access.ts';
import { Tally } from '../../src/main/pull/tally.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import type { HistoryShop } from './history-shop.ts';

/** The import without threads, on the data folder of a till that has stopped: what happens meanwhile can be arranged. */
export interface DirectHistory {
  readonly db: Connection;
  readonly keeper: HistoryKeeper;
  readonly rehearse: (leaveStock?: boolean) => Promise<void>;
  readonly confirm: () => Promise<void>;
  readonly undo: () => Promise<void>;
  /** A pull, as the loop has one. */
  readonly pull: () => Promise<unknown>;
  /** Called after each part of the work. */
  onWork: (doing: string | null) => void;
  /** Called before each request. */
  onAsk: (path: string, query: Readonly<Record<string, unknown>>) => void;
}

export const openDirectHistory = async ({ till, store, storeName }: HistoryShop): Promise<DirectHistory> => {
  await till.app.stop();
  const databaseFile = join(till.folder, 'tillbridge.db');
  const db = openConnection(databaseFile);
  const ending = new AbortController();
  const clock = Date.now;
  const real = createClient({ apiBase: store.baseUrl, token: store.token, clock, signal: ending.signal });
  onTestFinished(async () => {
    ending.abort();
    await keeper.stop();
    await real.close();
    db.close();
  });
  const client: Client = {
    ...real,
    get: (path, query) => {
      direct.onAsk(path, query ?? {});
      return real.get(path, query);
    },
  };
  const memory = createImportMemory(db);
  const context = () => importContext(db, { identity: systemIdentity, memory, now: clock() });
  const keeper = createHistoryKeeper({
    db,
    databaseFile,
    version: '1',
    identity: systemIdentity,
    memory,
    clock,
    context,
    client: async () => client,
    signal: ending.signal,
    onStored: () => undefined,
    onWork: ({ doing }) => direct.onWork(doing),
  });
  const desk = () => ({ db, identity: systemIdentity, now: clock(), by: 'Manager' });
  const direct: DirectHistory = {
    db,
    keeper,
    rehearse: (leaveStock = false) => {
      beginRehearsal(desk(), { leaveStock });
      return keeper.goOn();
    },
    confirm: () => {
      confirmImport(desk(), { typedName: storeName });
      return keeper.goOn();
    },
    undo: () => {
      beginUndo(desk(), { keepWorkedOn: false });
      return keeper.goOn();
    },
    pull: () =>
      pull(
        { db, client: real, context, version: '1', onProgress: () => undefined, onStored: () => undefined },
        new Tally(),
      ),
    onWork: () => undefined,
    onAsk: () => undefined,
  };
  return direct;
};
