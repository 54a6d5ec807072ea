import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pageRows, tables } from './order-rows.mjs';
import { runPeer } from './run-peer.mjs';

// Development mode checks every record; a shop would not run it.
process.env.NODE_ENV = 'production';
const require = createRequire(import.meta.url);
const { appSchema, Database, Model, tableSchema } = require('@nozbe/watermelondb');
const { default: SQLiteAdapter } = require('@nozbe/watermelondb/adapters/sqlite');

const kinds = { number: 'number', text: 'string' };

const schemaOf = (name) =>
  tableSchema({
    name,
    columns: Object.entries(tables[name]).map(([field, kind]) => ({
      name: field,
      type: kinds[kind],
      isIndexed: field === 'sale_id',
    })),
  });

const modelOf = (name) =>
  class extends Model {
    static table = name;
  };

/** One `batch` of prepared creates a page. */
await runPeer((work) => {
  const adapter = new SQLiteAdapter({
    dbName: join(work, 'watermelondb'),
    schema: appSchema({ version: 1, tables: Object.keys(tables).map(schemaOf) }),
  });
  const db = new Database({ adapter, modelClasses: Object.keys(tables).map(modelOf) });
  const create = (name) => (row) => db.get(name).prepareCreateFromDirtyRaw(row);
  return {
    savePage: (orders) =>
      db.write(() => db.batch(...Object.entries(pageRows(orders)).flatMap(([name, rows]) => rows.map(create(name))))),
    close: () => undefined,
  };
});
