import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { restoreFolder } from '../../src/main/backup/restore-folder.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import { checkCounts } from '../../src/main/store/counts-check.ts';
import { openDataFolder } from '../../src/main/store/data-folder.ts';
import { flawOf } from '../../src/main/store/look-into-copy.ts';
import { migrate, schemaVersion } from '../../src/main/store/migrate.ts';
import { openShop } from '../backup/backup-shop.ts';
import { openedByTest } from '../support/opened-by.ts';
import { startProgram } from '../support/started-program.ts';
import { makeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const databaseIn = (folder: string): string => join(folder, 'tillbridge.db');

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
const makeEarlier = (file: string, version: number, full: string): void => {
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
const rowsOf = (file: string, like: ReadonlyMap<string, readonly string[]>): Record<string, unknown> => {
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

const shapeOf = (file: string): Map<string, readonly string[]> => {
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

const sumsOf = (file: string) => {
  const db = openConnection(file, { readonly: true });
  try {
    return {
      sales: db.get('SELECT count(*) AS count, sum(total) AS total, sum(tax) AS tax FROM sales'),
      lines: db.get('SELECT sum(total) AS total, sum(quantity) AS pieces, sum(returned) AS returned FROM sale_lines'),
      payments: db.get('SELECT sum(amount) AS amount FROM payments'),
      returns: db.get('SELECT sum(amount) AS amount FROM returns'),
      stock: db.get('SELECT sum(quantity) AS pieces FROM stock_movements'),
      onHand: db.get('SELECT sum(on_hand) AS pieces FROM stock_on_hand'),
    };
  } finally {
    db.close();
  }
};

describe('a shop of every earlier schema, with its data (F7)', () => {
  const place = makeFolder();
  const full = join(place.path, 'full.db');
  afterAll(place.remove);

  const earlier = async (version: number): Promise<string> => {
    if (!existsSync(full)) await makeFull();
    const folder = temporaryFolder();
    makeEarlier(databaseIn(folder), version, full);
    return folder;
  };

  /** Once for all of them: a test may make a shop, a hook may not. */
  const makeFull = async (): Promise<void> => {
    // Made by the app itself: orders of every kind, refunds, sales at the counter, counts, a till that was open.
    const { till, folder, outletId, registerId } = await openShop(60);
    await till.call('staff.setManagerPin', { pin: '2468' });
    await till.call('registers.open', { registerId, float: '100' });
    const [product] = (await till.call('products.list', {})).rows.filter(({ stocked }) => stocked);
    const productId = product?.productId ?? '';
    await till.call('stock.count', { productId, outletId, quantity: 17, reason: 'Shelf' });
    await till.call('sales.recordInStore', {
      registerId,
      lines: [{ productId, quantity: 2, unitPrice: '3.50' }],
      payments: [{ method: 'Cash', amount: '7' }],
    });
    const [open] = (await till.call('fulfillments.list', { segment: 'new' })).rows;
    if (open) await till.call('fulfillments.start', { fulfillmentId: open.fulfillmentId, version: open.version });
    await till.app.stop();
    copyFileSync(databaseIn(folder), full);
  };

  test.each(Array.from({ length: schemaVersion - 1 }, (_, index) => index + 1))(
    'schema %i becomes the newest with the same rows and sums, after a copy of it was made',
    async (version) => {
      const folder = await earlier(version);
      const file = databaseIn(folder);
      const shape = shapeOf(file);
      const [rows, sums] = [rowsOf(file, shape), sumsOf(file)];
      expect(Object.values(rows).flat().length).toBeGreaterThan(300);

      openDataFolder(folder, openedByTest).release();
      expect(rowsOf(file, shape)).toEqual(rows);
      expect(sumsOf(file)).toEqual(sums);
      const db = openConnection(file);
      onTestFinished(() => db.close());
      expect([Number(db.pragma('user_version')), flawOf(db), checkCounts(db)]).toEqual([schemaVersion, null, []]);

      const [copy = ''] = readdirSync(join(folder, 'backups'));
      expect(copy).toMatch(/^before-update-/);
      const other = temporaryFolder();
      const order = { dataFolder: other, file: join(folder, 'backups', copy), now: Date.now(), by: null };
      await restoreFolder(order, systemIdentity, () => undefined);
      expect(sumsOf(databaseIn(other)), 'restored from the copy').toEqual(sums);
    },
  );

  test('killed in the middle of a migration, it begins that one again and ends the same (F1)', async () => {
    const folder = await earlier(9);
    const file = databaseIn(folder);
    const shape = shapeOf(file);
    const rows = rowsOf(file, shape);
    for (const after of [1, 2, 1]) {
      // All of a migration's SQL has run, and its transaction has not ended.
      const { child, line, ended } = startProgram([join(import.meta.dirname, 'migrating.ts'), file, String(after)]);
      await line((said) => said === `in migration ${after}`);
      child.kill('SIGKILL');
      await ended();
    }
    openDataFolder(folder, openedByTest).release();
    expect(rowsOf(file, shape)).toEqual(rows);
  });
});
