import { column, PowerSyncDatabase, Schema, Table } from '@powersync/node';
import { pageRows, tables } from './order-rows.mjs';
import { runPeer } from './run-peer.mjs';

const kinds = { number: column.integer, text: column.text };

const table = (columns) =>
  new Table(Object.fromEntries(Object.entries(columns).map(([field, kind]) => [field, kinds[kind]])), {
    indexes: 'sale_id' in columns ? { by_sale: ['sale_id'] } : {},
    localOnly: true,
  });

const insertInto = (name) => {
  const fields = ['id', ...Object.keys(tables[name])];
  return {
    sql: `INSERT INTO ${name} (${fields.join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`,
    values: (row) => fields.map((field) => row[field]),
  };
};

/** `executeBatch` a table and page, in one write transaction; tables are local only, so that no upload queue is kept. */
await runPeer(async (work) => {
  const db = new PowerSyncDatabase({
    schema: new Schema(Object.fromEntries(Object.entries(tables).map(([name, columns]) => [name, table(columns)]))),
    database: {
      dbFilename: 'powersync.db',
      dbLocation: work,
      initializeConnection: async (connection) => void (await connection.execute('PRAGMA synchronous = FULL')),
    },
  });
  await db.init();
  const inserts = Object.keys(tables).map((name) => [name, insertInto(name)]);
  return {
    savePage: (orders) => {
      const rows = pageRows(orders);
      return db.writeTransaction(async (tx) => {
        for (const [name, { sql, values }] of inserts) await tx.executeBatch(sql, rows[name].map(values));
      });
    },
    close: () => db.close(),
  };
});
