import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DataSource, EntitySchema } from 'typeorm';
import { pageRows, tables } from './order-rows.mjs';
import { runPeer } from './run-peer.mjs';

const entity = (name) =>
  new EntitySchema({
    name,
    columns: {
      id: { type: 'text', primary: true },
      ...Object.fromEntries(
        Object.entries(tables[name]).map(([field, kind]) => [field, { type: kind === 'number' ? 'integer' : 'text' }]),
      ),
    },
    indices: 'sale_id' in tables[name] ? [{ name: `${name}_by_sale`, columns: ['sale_id'] }] : [],
  });

/** `insert` of many rows a table and page, in one transaction. */
await runPeer(async (work) => {
  const source = new DataSource({
    type: 'better-sqlite3',
    driver: Database,
    database: join(work, 'typeorm.db'),
    entities: Object.keys(tables).map(entity),
    synchronize: true,
    enableWAL: true,
    prepareDatabase: (database) => database.pragma('synchronous = FULL'),
  });
  await source.initialize();
  return {
    savePage: (orders) =>
      source.transaction(async (manager) => {
        for (const [name, rows] of Object.entries(pageRows(orders))) await manager.insert(name, rows);
      }),
    close: () => source.destroy(),
  };
});
