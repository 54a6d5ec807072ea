import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { pageRows, tables } from './order-rows.mjs';
import { runPeer } from './run-peer.mjs';

const column = { number: () => integer(), text: () => text() };

const table = (name) =>
  sqliteTable(
    name,
    {
      id: text().primaryKey(),
      ...Object.fromEntries(Object.entries(tables[name]).map(([field, kind]) => [field, column[kind]().notNull()])),
    },
    (columns) => ('sale_id' in columns ? [index(`${name}_by_sale`).on(columns.sale_id)] : []),
  );

/** What drizzle's own migrations would make of the tables. */
const createTable = (name) => {
  const columns = Object.entries(tables[name]).map(
    ([field, kind]) => `${field} ${kind === 'number' ? 'INTEGER' : 'TEXT'} NOT NULL`,
  );
  const byPart = 'sale_id' in tables[name] ? `CREATE INDEX ${name}_by_sale ON ${name} (sale_id);` : '';
  return `CREATE TABLE ${name} (id TEXT PRIMARY KEY, ${columns.join(', ')}); ${byPart}`;
};

/** One insert of many rows a table and page, in one transaction. */
await runPeer((work) => {
  const client = new Database(join(work, 'drizzle.db'));
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  for (const name of Object.keys(tables)) client.exec(createTable(name));
  const db = drizzle(client);
  const schema = Object.fromEntries(Object.keys(tables).map((name) => [name, table(name)]));
  return {
    savePage: (orders) => {
      const rows = pageRows(orders);
      db.transaction((tx) => {
        for (const [name, of] of Object.entries(schema)) tx.insert(of).values(rows[name]).run();
      });
    },
    close: () => client.close(),
  };
});
