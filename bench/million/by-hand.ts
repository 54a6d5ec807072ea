import type Database from 'better-sqlite3';

/**
 * What P4's questions cost whoever writes their SQL by hand, knowing the schema: prepared once, rows as SQLite gives
 * them, and as JSON. No check of what goes in or out, no names for a screen.
 */
export type Ask = (values: Readonly<Record<string, string | number>>) => unknown;

const saleColumns = `s.sale_key, s.sale_id, s.receipt_number, s.order_id, s.source, s.sale_status, s.bigcommerce_status_id,
  s.bigcommerce_status, s.payment_state, s.fulfillment_status, s.on_hold, s.archived, s.sold_at, s.sold_day, s.imported_at,
  o.outlet_id, r.register_id, s.customer_name, s.item_count, s.total, s.refunded, s.currency`;
const places = `JOIN outlets o ON o.outlet_key = s.outlet_key JOIN registers r ON r.register_key = s.register_key`;
const newestFirst = 'ORDER BY s.sold_at DESC, s.sale_key DESC LIMIT 51';

/** A page of sales, newest first, by conditions on `s`. */
export const salesBy = (database: Database.Database, condition: string): Ask => {
  const page = database.prepare(`SELECT ${saleColumns} FROM sales s ${places} WHERE ${condition} ${newestFirst}`);
  return (values) => page.all(values);
};

/** By the search index, whose rows are numbered by day and sale. */
export const salesFound = (database: Database.Database): Ask => {
  const page = database.prepare(
    `SELECT ${saleColumns} FROM sale_search
       CROSS JOIN sales s ON s.sale_key = (sale_search.rowid & 67108863) ${places}
      WHERE sale_search MATCH :pattern ORDER BY sale_search.rowid DESC LIMIT 51`,
  );
  return (values) => page.all(values);
};

/** One sale with everything: a statement for each table. */
export const saleWhole = (database: Database.Database): Ask => {
  const one = database.prepare(
    `SELECT ${saleColumns}, s.tax, s.customer_email, s.customer_phone, s.customer_message, s.staff_notes, c.customer_id
       FROM sales s ${places} LEFT JOIN customers c ON c.customer_key = s.customer_key WHERE s.sale_id = :saleId`,
  );
  const ofSale = [
    `SELECT l.*, p.product_id FROM sale_lines l LEFT JOIN products p ON p.product_key = l.product_key
      WHERE l.sale_key = ? ORDER BY l.position`,
    `SELECT p.*, o.outlet_id, r.register_id FROM payments p JOIN outlets o ON o.outlet_key = p.outlet_key
       JOIN registers r ON r.register_key = p.register_key WHERE p.sale_key = ? AND p.voided = 0`,
    'SELECT * FROM returns WHERE sale_key = ? ORDER BY refund_id',
    `SELECT m.*, p.product_id, p.sku, o.outlet_id FROM stock_movements m JOIN products p ON p.product_key = m.product_key
       JOIN outlets o ON o.outlet_key = m.outlet_key WHERE m.sale_key = ? ORDER BY m.movement_key`,
    'SELECT fulfillment_id, type, status FROM fulfillments WHERE sale_key = ?',
    'SELECT happened_at, detail FROM sale_events WHERE sale_key = ? ORDER BY happened_at',
  ].map((sql) => database.prepare<[number]>(sql));
  return (values) => {
    const sale = one.get(values) as { sale_key: number };
    return [sale, ...ofSale.map((statement) => statement.all(sale.sale_key))];
  };
};

const sums = (of: string): string =>
  `k.currency, sum(${of}.count), sum(iif(k.sale_status = 'voided', 0, ${of}.total)),
   sum(iif(k.sale_status = 'voided', 0, ${of}.returned))`;

/** Count and totals of the sales of some kinds, by currency. */
export const salesCounted = (database: Database.Database, condition: string): Ask =>
  rowsOf(database, `SELECT ${sums('k')} FROM sale_kinds k WHERE ${condition} GROUP BY 1 ORDER BY 2 DESC`);

/** The same of each of some days. */
export const daysCounted = (database: Database.Database): Ask =>
  rowsOf(
    database,
    `SELECT c.cell_key >> 20 AS day, ${sums('c')}
       FROM sale_cells c JOIN sale_kinds k ON k.kind_key = (c.cell_key & 1048575)
      WHERE c.cell_key BETWEEN :first AND :last GROUP BY 1, 2 ORDER BY 1 DESC`,
  );

/** Kept counts, as they are kept. */
export const rowsOf = (database: Database.Database, sql: string): Ask => {
  const rows = database.prepare(sql);
  return (values) => rows.all(values);
};

const fulfillmentColumns = `f.fulfillment_key, f.fulfillment_id, s.sale_id, s.order_id, s.receipt_number, f.type, f.status,
  f.version, f.digital, f.alarm, f.placed_at, f.item_count, f.assigned_to, f.put_back, f.stuck_reason, f.ready_at,
  f.shelf_code, s.customer_name, s.total, s.currency, s.sale_status, s.payment_state, s.on_hold, s.bigcommerce_status_id,
  s.bigcommerce_status`;

/** A page of fulfillments with their lines, unsent entries and slips: a statement for each of the four. */
export const fulfillmentsBy = (
  database: Database.Database,
  condition: string,
  order: string,
  from = 'fulfillments f JOIN sales s ON s.sale_key = f.sale_key',
): Ask => {
  const page = database.prepare(
    `SELECT ${fulfillmentColumns} FROM ${from} WHERE ${condition}
      ORDER BY ${order} LIMIT 51`,
  );
  const keys = 'SELECT value FROM json_each(?)';
  const lines = database.prepare<[string]>(
    `SELECT fl.*, l.sku, l.name, l.options, l.bin, l.barcode, p.product_id
       FROM fulfillments f JOIN fulfillment_lines fl ON fl.fulfillment_key = f.fulfillment_key
       LEFT JOIN sale_lines l ON l.sale_key = f.sale_key AND l.line_id = fl.line_id
       LEFT JOIN products p ON p.product_key = l.product_key
      WHERE f.fulfillment_key IN (${keys}) ORDER BY fl.fulfillment_key, fl.position`,
  );
  const unsent = database.prepare<[string]>(
    `SELECT fulfillment_key, state, count(*) FROM outbox_entries WHERE fulfillment_key IN (${keys}) GROUP BY 1, 2`,
  );
  const slips = database.prepare<[string]>(
    `SELECT o.fulfillment_id, j.content, j.created_at FROM print_job_orders o JOIN print_jobs j ON j.job_key = o.job_key
      WHERE o.fulfillment_id IN (${keys})`,
  );
  return (values) => {
    const rows = page.all(values) as { fulfillment_key: number; fulfillment_id: string }[];
    const byKey = JSON.stringify(rows.map(({ fulfillment_key }) => fulfillment_key));
    const byId = JSON.stringify(rows.map(({ fulfillment_id }) => fulfillment_id));
    return [rows, lines.all(byKey), unsent.all(byKey), slips.all(byId)];
  };
};
