import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createRxDatabase } from 'rxdb/plugins/core';
import { getRxStorageSQLiteTrial, getSQLiteBasicsNodeNative } from 'rxdb/plugins/storage-sqlite';
import { rowsOf, tables } from './order-rows.mjs';
import { runPeer } from './run-peer.mjs';

const kinds = { number: { type: 'number' }, text: { type: 'string' } };

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 40 },
    ...Object.fromEntries(Object.entries(tables.sales).map(([field, kind]) => [field, kinds[kind]])),
    lines: { type: 'array', items: { type: 'object' } },
    payments: { type: 'array', items: { type: 'object' } },
  },
};

/** RxDB's own message is only in its development build. */
const sayLimit = (error) => {
  if (error.code !== 'SQL3') throw error;
  throw new Error('RxDB gives away only a trial of its SQLite storage, which stops at 500 documents (SQL3).');
};

/**
 * One `bulkInsert` a page; an order is a document with its lines and payments in it. The SQLite storage is the only
 * durable one that RxDB gives away for Node, and it is a trial with a limit of documents.
 */
await runPeer(async (work) => {
  const db = await createRxDatabase({
    name: 'rxdb',
    storage: getRxStorageSQLiteTrial({
      sqliteBasics: getSQLiteBasicsNodeNative(DatabaseSync),
      databaseNamePrefix: join(work, '/'),
    }),
    multiInstance: false,
  });
  const { sales } = await db.addCollections({ sales: { schema } });
  return {
    savePage: async (orders) => {
      const documents = orders.map((order) => {
        const { sale, lines, payments } = rowsOf(order);
        return { ...sale, lines, payments };
      });
      const { error } = await sales.bulkInsert(documents).catch(sayLimit);
      if (error.length > 0) throw new Error(`RxDB refused ${error.length} orders.`);
    },
    close: () => db.close(),
  };
});
