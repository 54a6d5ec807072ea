import { join } from 'node:path';
import type { Client } from '../../src/main/bigcommerce/client.ts';
import { createPageReader } from '../../src/main/bigcommerce/page-reader.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { createImportMemory } from '../../src/main/pull/import-memory.ts';
import { pull } from '../../src/main/pull/pull.ts';
import { importContext } from '../../src/main/pull/store-access.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { openDataFolder } from '../../src/main/store/data-folder.ts';

/** Where a till keeps its database, inside its data folder. */
export const databaseOf = (dataFolder: string): string => join(dataFolder, 'tillbridge.db');

/**
 * The till's own road from a client to durable rows, without the thread around it: the one place where the benchmarks
 * know how it is called. The returned work ends with the connection closed, which moves everything out of the
 * write-ahead log: a checkpoint that was put off is paid for inside the measurement.
 */
export const openImport = (dataFolder: string) => {
  const { databaseFile, release } = openDataFolder(dataFolder, {
    identity: systemIdentity,
    version: '0',
    now: Date.now(),
  });
  const db = openConnection(databaseFile);
  const memory = createImportMemory(db);
  const reader = createPageReader(new URL('../../src/main/page-reader-worker.ts', import.meta.url));
  return async (client: Client, onOrders: (done: number) => void): Promise<void> => {
    await pull({
      db,
      client,
      reader,
      context: () => importContext(db, { identity: systemIdentity, memory, now: Date.now() }),
      onProgress: ({ done }) => onOrders(done),
      version: 'bench',
      onStored: () => undefined,
    });
    db.close();
    release();
  };
};
