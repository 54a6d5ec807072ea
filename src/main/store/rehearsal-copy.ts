import { removeDatabase } from './collected-orders.ts';
import { type Connection, openConnection } from './connection.ts';
import { migrate } from './migrate.ts';

/**
 * What an import of history reads: where it records, who and what is known, what is on hand. Of sales, lines and movements
 * it needs none, for an order that is here already is left alone; the shop's own database is asked which those are.
 */
const tables = [
  'outlets',
  'registers',
  'links',
  'bindings',
  'customers',
  'products',
  'inventory_items',
  'product_links',
  'variants_taken_apart',
  'stock_on_hand',
  'refunds',
  'refund_items',
  'history_batches',
  'history_orders',
];

/**
 * A scratch database with a copy of what an import reads, all of it of one moment. What is rehearsed there is written
 * and committed as in earnest, and nothing waits for it here. To be thrown away.
 */
export const openRehearsalCopy = (file: string, databaseFile: string): Connection => {
  removeDatabase(file);
  const copy = openConnection(file);
  try {
    // It is thrown away: nothing is lost with it.
    copy.execute('PRAGMA synchronous = OFF');
    migrate(copy);
    copy.run('ATTACH DATABASE :databaseFile AS shop', { databaseFile });
    copy.transaction(() => {
      for (const table of tables) copy.execute(`INSERT INTO main.${table} SELECT * FROM shop.${table}`);
    });
    copy.execute('DETACH DATABASE shop');
    return copy;
  } catch (error) {
    copy.close();
    removeDatabase(file);
    throw error;
  }
};
