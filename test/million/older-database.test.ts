import { expect, test } from 'vitest';
import { listCustomers } from '../../src/main/queries/customers.ts';
import { listSales } from '../../src/main/queries/sales-list.ts';
import type { Connection } from '../../src/main/store/connection.ts';
import { checkCounts, countMisplaced } from '../../src/main/store/counts-check.ts';
import { migrate } from '../../src/main/store/migrate.ts';
import { addProducts, openShopDatabase, randomNumbers, randomProduct, randomSale, writeSale } from './random-sales.ts';

/** The last schema before counts were kept. */
const withoutCounts = 11;

/** The schema before counts were kept, with the same sales in it: what came since is taken back, the latest first. */
const takeBack = (db: Connection): void => {
  db.execute(`
    DROP TABLE stock_committed;
    DROP TRIGGER products_are_found; DROP TRIGGER products_are_found_anew; DROP TRIGGER products_are_forgotten;
    DROP TABLE product_search;
    ALTER TABLE outlets DROP COLUMN locale;
    DROP INDEX fulfillments_open; DROP INDEX fulfillments_by_sale;
    DROP TRIGGER customers_are_found; DROP TRIGGER customers_are_found_anew; DROP TRIGGER customers_are_forgotten;
    DROP TABLE customer_search;
    DROP TABLE evidence_start; DROP TABLE evidence_entries;
    DROP INDEX links_in_force; ALTER TABLE links DROP COLUMN unlinked_at;
    DROP TABLE sale_kinds; DROP TABLE sale_cells; DROP TABLE fulfillment_counts; DROP TABLE sale_search;
    DROP INDEX sales_by_time; DROP INDEX sales_by_cell; DROP INDEX sales_by_customer; DROP INDEX sales_by_total;
    DROP INDEX fulfillments_by_type;
    ALTER TABLE sales DROP COLUMN cell_key;
    ALTER TABLE sales DROP COLUMN refunded;
    CREATE INDEX sales_by_time ON sales (sold_at DESC, sale_key DESC);
    CREATE INDEX sales_by_day ON sales (sold_day, currency, sale_status, total);
    CREATE VIRTUAL TABLE sale_search USING fts5 (
      words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    PRAGMA user_version = ${withoutCounts};`);
};

const counts = (db: Connection) =>
  db.all(`SELECT c.cell_key >> 20 AS day, k.currency, k.sale_status, k.payment_state, k.fulfillment_status,
                 k.bigcommerce_status_id, k.source, k.register_key, k.has_return, c.count, c.total, c.returned
            FROM sale_cells c JOIN sale_kinds k ON k.kind_key = (c.cell_key & 1048575) ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9`);

const committed = (db: Connection) => db.all('SELECT * FROM stock_committed ORDER BY outlet_key, product_key');

test('a database from before counts were kept has the same counts, and finds the same words, once it is brought up to date (F7)', () => {
  const db = openShopDatabase();
  addProducts(db);
  const random = randomNumbers(21);
  db.transaction(() => {
    for (let number = 0; number < 400; number++) {
      const { saleKey, record } = writeSale(db, random, randomSale(random, number, 20), randomProduct(random));
      if (record.refunded === 0) continue;
      db.run(
        `INSERT INTO returns (sale_key, refund_id, return_id, amount, reason, returned_at)
         VALUES (:saleKey, 1, 'r', :amount, '', 0)`,
        { saleKey, amount: record.refunded },
      );
    }
  });
  const found = (search: string) => listSales(db, { search, limit: 250 }).rows.map((row) => row.saleId);
  const words = ['cafe', 'garcia blue', 'W1000', 'sku-12', 'mary.jones@example.com'];
  const people = () => listCustomers(db, { search: 'customer 1', limit: 250 }).rows;
  expect(committed(db).length).toBeGreaterThan(0);
  const before = { counts: counts(db), committed: committed(db), found: words.map(found), people: people() };
  expect(before.found.every((ids) => ids.length > 0)).toBe(true);

  takeBack(db);
  expect(migrate(db)).toBe('ready');
  expect({ counts: counts(db), committed: committed(db), found: words.map(found), people: people() }).toEqual(before);
  expect(before.people.length).toBeGreaterThan(0);
  expect([checkCounts(db), countMisplaced(db)]).toEqual([[], 0]);
});
