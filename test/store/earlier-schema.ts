import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import { migrate } from '../../src/main/store/migrate.ts';

const tablesOf = (db: Connection): string[] =>
  db
    .all<{ name: string }>(
      `SELECT name FROM sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_search%' ESCAPE '\\' ORDER BY rowid`,
    )
    .map(({ name }) => name);

const columnsOf = (db: Connection, table: string, schema = 'main'): string[] =>
  db.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}', '${schema}')`).map(({ name }) => name);

/**
 * What the first schema knew of the ledger: movements of sales alone, and a cause that named its sale in a text.
 */
const firstLedger = `
INSERT INTO stock_movements (movement_key, movement_id, outlet_key, register_key, product_key, sale_key, line_id, quantity,
                             cause_kind, cause_id, moved_at)
  SELECT m.movement_key, m.movement_id, m.outlet_key, m.register_key, m.product_key, m.sale_key, m.line_id, m.quantity,
         m.cause_kind, CASE m.cause_kind WHEN 'sale' THEN s.sale_id || '/sale'
                       WHEN 'return' THEN substr(s.sale_id || '/return/xxxxxxxxxx', 1, 45) || m.cause_id
                       ELSE substr(s.sale_id || '/revision/xxxxxxxxxx', 1, 47) || m.cause_id END, m.moved_at
    FROM full.stock_movements m JOIN full.sales s ON s.sale_key = m.sale_key`;

/** A database of an earlier schema, with all that it can hold of the full shop. */
export const makeEarlier = (file: string, version: number, full: string): void => {
  const db = openConnection(file);
  migrate(db, version);
  db.execute('PRAGMA foreign_keys = OFF');
  db.run('ATTACH DATABASE :full AS full', { full });
  db.transaction(() => {
    for (const table of tablesOf(db)) {
      const theirs = new Set(columnsOf(db, table, 'full'));
      const both = columnsOf(db, table).filter((column) => theirs.has(column));
      if (both.length === 0) continue;
      const columns = both.map((column) => `"${column}"`).join(', ');
      db.execute(`DELETE FROM main."${table}"`);
      if (version === 1 && table === 'stock_movements') db.execute(firstLedger);
      else db.execute(`INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM full."${table}"`);
    }
    if (version === 1) {
      db.execute(`UPDATE stock_on_hand SET on_hand = (SELECT coalesce(sum(quantity), 0) FROM stock_movements m
                   WHERE m.product_key = stock_on_hand.product_key AND m.outlet_key = stock_on_hand.outlet_key)`);
    }
  });
  db.execute('DETACH DATABASE full');
  db.close();
};

/** Every row of every table, in the columns that a schema had; what it counts is derived and checked apart. */
export const rowsOf = (file: string, like: ReadonlyMap<string, readonly string[]>): Record<string, unknown> => {
  const db = openConnection(file, { readonly: true });
  try {
    return Object.fromEntries(
      [...like].map(([table, columns]) => {
        const names = columns.map((column) => `"${column}"`).join(', ');
        return [table, db.all(`SELECT ${names} FROM "${table}" ORDER BY ${names}`)];
      }),
    );
  } finally {
    db.close();
  }
};

/** Facts that a migration may word anew, and figures that are kept beside what they count. */
const derived = new Set(['stock_movements.cause_id', 'sales.cell_key', 'sales.refunded']);
const derivedTables = new Set(['sale_kinds', 'sale_cells', 'fulfillment_counts', 'settings', 'sale_events']);

/** Its tables, with the columns that are compared. */
export const shapeOf = (file: string): Map<string, readonly string[]> => {
  const db = openConnection(file, { readonly: true });
  try {
    return new Map(
      tablesOf(db)
        .filter((table) => !derivedTables.has(table))
        .map((table) => [table, columnsOf(db, table).filter((column) => !derived.has(`${table}.${column}`))]),
    );
  } finally {
    db.close();
  }
};
