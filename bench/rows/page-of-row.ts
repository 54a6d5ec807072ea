import type Database from 'better-sqlite3';

/**
 * Tells which page of orders brought a row, so that the limit writes it with that page. A row belongs to the page of its
 * order or sale; a customer or a product to the first page that names it. What belongs to no order goes with the last
 * page.
 */
const byColumn: readonly (readonly [column: string, table: string])[] = [
  ['order_id', 'bench_order_pages'],
  ['sale_key', 'bench_sale_pages'],
  ['fulfillment_key', 'bench_fulfillment_pages'],
  ['customer_key', 'bench_customer_pages'],
  ['product_key', 'bench_product_pages'],
];

const derived = `
  CREATE TABLE bench_sale_pages AS
    SELECT s.sale_key AS key, p.page FROM sales s JOIN bench_order_pages p ON p.key = s.order_id;
  CREATE UNIQUE INDEX bench_sale_page ON bench_sale_pages (key, page);
  CREATE TABLE bench_fulfillment_pages AS
    SELECT f.fulfillment_key AS key, p.page FROM fulfillments f JOIN bench_sale_pages p ON p.key = f.sale_key;
  CREATE UNIQUE INDEX bench_fulfillment_page ON bench_fulfillment_pages (key, page);
  CREATE TABLE bench_customer_pages AS
    SELECT s.customer_key AS key, min(p.page) AS page
      FROM sales s JOIN bench_sale_pages p ON p.key = s.sale_key GROUP BY s.customer_key;
  CREATE UNIQUE INDEX bench_customer_page ON bench_customer_pages (key, page);
  CREATE TABLE bench_product_pages AS
    SELECT l.product_key AS key, min(p.page) AS page
      FROM sale_lines l JOIN bench_sale_pages p ON p.key = l.sale_key GROUP BY l.product_key;
  CREATE UNIQUE INDEX bench_product_page ON bench_product_pages (key, page);
`;

/** Adds the tables that know the pages to a database that is not needed afterwards. */
export const addPageTables = (database: Database.Database, orderIdsByPage: readonly (readonly number[])[]): void => {
  database.exec('CREATE TABLE bench_order_pages (key INTEGER PRIMARY KEY, page INTEGER NOT NULL)');
  const insert = database.prepare('INSERT OR IGNORE INTO bench_order_pages (key, page) VALUES (?, ?)');
  database.transaction(() => {
    orderIdsByPage.forEach((orderIds, page) => {
      for (const orderId of orderIds) insert.run(orderId, page);
    });
    database.exec(derived);
  })();
};

/** The SQL expression for a row's page, by the first of its columns that tells. */
export const pageExpression = (columns: readonly string[], lastPage: number): string => {
  const known = byColumn.find(([column]) => columns.includes(column));
  if (!known) return `${lastPage}`;
  const [column, table] = known;
  return `coalesce((SELECT p.page FROM ${table} p WHERE p.key = CAST(t."${column}" AS INTEGER)), ${lastPage})`;
};
