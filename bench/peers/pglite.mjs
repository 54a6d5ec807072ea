import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pageRows, tables } from './order-rows.mjs';
import { runPeer } from './run-peer.mjs';

const sqlType = { number: 'bigint', text: 'text' };

const createTable = (name) => {
  const columns = Object.entries(tables[name]).map(([field, kind]) => `${field} ${sqlType[kind]} NOT NULL`);
  const bySale = 'sale_id' in tables[name] ? `CREATE INDEX ON ${name} (sale_id);` : '';
  return `CREATE TABLE ${name} (id text PRIMARY KEY, ${columns.join(', ')}); ${bySale}`;
};

/** One insert from a JSON array a table and page, in one transaction; a file system folder, strict durability. */
await runPeer(async (work) => {
  const db = await PGlite.create(join(work, 'pglite'));
  for (const name of Object.keys(tables)) await db.exec(createTable(name));
  return {
    savePage: (orders) => {
      const rows = pageRows(orders);
      return db.transaction(async (tx) => {
        for (const name of Object.keys(tables)) {
          await tx.query(`INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1)`, [rows[name]]);
        }
      });
    },
    close: () => db.close(),
  };
});
