import type { Reader, Writer } from './connection.ts';
import { countOutFulfillments } from './fulfillments.ts';
import { markToPush } from './products-to-push.ts';
import { removeSale } from './sales.ts';

/** Removing what a batch of history brought in, and nothing else. For a batch in the state 'undoing' only. */

/**
 * What a sale (`s`) has that no other place keeps: steps of staff with its goods, and money in a till that was closed since.
 * Both are on record for good, so such an order stays.
 */
const isWorkedOn = `(
  EXISTS (SELECT 1 FROM fulfillments f JOIN fulfillment_steps USING (fulfillment_key) WHERE f.sale_key = s.sale_key)
  OR ${['payments', 'returns', 'till_reversals']
    .map(
      (table) => `EXISTS (SELECT 1 FROM ${table} m
                            JOIN openings o ON o.register_key = m.register_key AND o.number = m.opening_number
                           WHERE m.sale_key = s.sale_key AND o.closed_at IS NOT NULL)`,
    )
    .join(' OR ')})`;

/** Orders of a batch that were worked on since, in rising order. */
export const workedOnSince = (db: Reader, batchKey: number): number[] =>
  db
    .all<{ orderId: number }>(
      `SELECT h.order_id AS orderId
         FROM history_orders h JOIN sales s ON s.link_key = h.link_key AND s.order_id = h.order_id
        WHERE h.batch_key = :batchKey AND ${isWorkedOn} ORDER BY h.order_id`,
      { batchKey },
    )
    .map(({ orderId }) => orderId);

/** Of some orders, those that were worked on. */
export const workedOnAmong = (db: Reader, linkKey: number, orderIds: readonly number[]): ReadonlySet<number> =>
  new Set(
    db
      .all<{ orderId: number }>(
        `SELECT order_id AS orderId FROM sales s
          WHERE link_key = :linkKey AND order_id IN (SELECT value FROM json_each(:ids)) AND ${isWorkedOn}`,
        { linkKey, ids: JSON.stringify(orderIds) },
      )
      .map(({ orderId }) => orderId),
  );

/** The next orders of a batch below a number, highest first. */
export const ordersToUndo = (db: Reader, batchKey: number, below: number, limit: number): number[] =>
  db
    .all<{ orderId: number }>(
      `SELECT order_id AS orderId FROM history_orders
        WHERE batch_key = :batchKey AND order_id < :below ORDER BY order_id DESC LIMIT :limit`,
      { batchKey, below, limit },
    )
    .map(({ orderId }) => orderId);

/** Rows of a sale beside its own, in an order in which they may go. */
const rowsOfSales = [
  'proof_differences',
  'stock_alarms',
  'sale_events',
  'till_reversals',
  'payments',
  'returns',
  'stock_movements',
  'fulfillments',
  'sale_lines',
] as const;

const salesOf =
  'SELECT sale_key FROM sales WHERE link_key = :linkKey AND order_id IN (SELECT value FROM json_each(:ids))';

/**
 * Removes orders with their sales, whatever became of them since, and takes what they moved back out of on hand. Throws
 * what the database throws where a row that is not theirs names one of them.
 */
export const removeOrders = (db: Writer, linkKey: number, orderIds: readonly number[]): void => {
  const params = { linkKey, ids: JSON.stringify(orderIds) };
  const moved = db.all<{ outletKey: number; productKey: number; quantity: number }>(
    `SELECT outlet_key AS outletKey, product_key AS productKey, sum(quantity) AS quantity
       FROM stock_movements WHERE sale_key IN (${salesOf}) GROUP BY outlet_key, product_key`,
    params,
  );
  const sales = db.all<{ saleKey: number }>(`SELECT sale_key AS saleKey FROM (${salesOf})`, params);
  for (const { saleKey } of sales) countOutFulfillments(db, saleKey);
  db.run(
    `DELETE FROM fulfillment_lines
      WHERE fulfillment_key IN (SELECT fulfillment_key FROM fulfillments WHERE sale_key IN (${salesOf}))`,
    params,
  );
  for (const table of rowsOfSales) db.run(`DELETE FROM ${table} WHERE sale_key IN (${salesOf})`, params);
  for (const { outletKey, productKey, quantity } of moved) takeOutOfOnHand(db, outletKey, productKey, quantity);
  // The ledger lets movements go by their sale, so the sales are still here until now.
  for (const { saleKey } of sales) removeSale(db, saleKey);
  for (const table of ['watched_orders', 'ignored_orders', 'history_orders']) {
    db.run(
      `DELETE FROM ${table} WHERE link_key = :linkKey AND order_id IN (SELECT value FROM json_each(:ids))`,
      params,
    );
  }
  db.run(
    `DELETE FROM held_orders
      WHERE link_key = :linkKey AND order_id IN (SELECT CAST(value AS TEXT) FROM json_each(:ids))`,
    params,
  );
};

const takeOutOfOnHand = (db: Writer, outletKey: number, productKey: number, quantity: number): void => {
  const place = { outletKey, productKey };
  markToPush(db, [productKey], outletKey);
  db.run(
    `UPDATE stock_on_hand SET on_hand = on_hand - :quantity
      WHERE outlet_key = :outletKey AND product_key = :productKey`,
    { ...place, quantity },
  );
  // A figure that nothing moved any more was never there.
  db.run(
    `DELETE FROM stock_on_hand WHERE outlet_key = :outletKey AND product_key = :productKey
        AND NOT EXISTS (SELECT 1 FROM stock_movements m
                         WHERE m.product_key = :productKey AND m.outlet_key = :outletKey)`,
    place,
  );
};

/** Something that a batch made besides its orders. */
export interface Made {
  readonly made: 'product' | 'product_link' | 'customer' | 'refund' | 'held' | 'counted';
  readonly key: number;
  readonly name: string;
}

/** What a batch made and still has, some of it; what goes before what it names. */
export const madeBy = (db: Reader, batchKey: number, limit: number): Made[] =>
  db.all<Made>(
    `SELECT made, key, name FROM history_made WHERE batch_key = :batchKey
      ORDER BY CASE made WHEN 'held' THEN 1 WHEN 'refund' THEN 2 WHEN 'customer' THEN 3 WHEN 'counted' THEN 4
                         WHEN 'product_link' THEN 5 ELSE 6 END, key, name LIMIT :limit`,
    { batchKey, limit },
  );

/** Settles that something a batch made is gone, or stays because it is used. */
export const forgetMade = (db: Writer, batchKey: number, { made, key, name }: Made): void => {
  db.run('DELETE FROM history_made WHERE batch_key = :batchKey AND made = :made AND key = :key AND name = :name', {
    batchKey,
    made,
    key,
    name,
  });
};

/** Removes one thing that a batch made, where nothing else uses it. Throws what the database throws where something does. */
export const removeMade = (db: Writer, linkKey: number, { made, key, name }: Made): void => {
  for (const sql of removals[made]) db.run(sql, { linkKey, key, name });
};

const removals: Readonly<Record<Made['made'], readonly string[]>> = {
  held: ['DELETE FROM held_orders WHERE link_key = :linkKey AND order_id = :name'],
  refund: [
    'DELETE FROM refund_items WHERE link_key = :linkKey AND refund_id = :key',
    'DELETE FROM refunds WHERE link_key = :linkKey AND refund_id = :key',
  ],
  customer: ['DELETE FROM customers WHERE customer_key = :key AND customer_id = :name'],
  counted: [
    `UPDATE products SET stocked = 0 WHERE product_key = :key AND product_id = :name
        AND NOT EXISTS (SELECT 1 FROM stock_movements m WHERE m.product_key = :key)`,
  ],
  // What an order that stays was sold as, it may be sold as again.
  product_link: [
    `DELETE FROM product_links
      WHERE link_key = :linkKey AND product_key = :key AND subject || ' ' || name = :name
        AND NOT EXISTS (SELECT 1 FROM sale_lines l JOIN sales s USING (sale_key)
                         WHERE l.product_key = :key AND s.source = 'online')`,
  ],
  product: [
    'DELETE FROM proof_differences WHERE product_key = :key',
    'DELETE FROM products_to_push WHERE product_key = :key',
    'DELETE FROM products WHERE product_key = :key AND product_id = :name',
  ],
};

/** Where keys that became free are given again, nothing that remembers the newest one may be ahead of it. */
export const rewindNewestProduct = (db: Writer, linkKey: number): void => {
  db.run(
    `UPDATE catalog_readings
        SET matched_product_key = min(matched_product_key, (SELECT coalesce(max(product_key), 0) FROM products))
      WHERE link_key = :linkKey`,
    { linkKey },
  );
};

/** Before a row goes, SQLite looks for what names it: while a batch is undone by these, not through whole tables. */
const helpers = [
  ['history_undo_products', 'sale_lines (product_key)'],
  ['history_undo_entries', 'outbox_entries (sale_key)'],
  ['history_undo_alarms', 'stock_alarms (sale_key)'],
] as const;

export const addUndoIndexes = (db: Writer): void => {
  for (const [name, on] of helpers) db.run(`CREATE INDEX IF NOT EXISTS ${name} ON ${on}`);
};

export const dropUndoIndexes = (db: Writer): void => {
  for (const [name] of helpers) db.run(`DROP INDEX IF EXISTS ${name}`);
};

/** Products whose figure somebody set since a batch moved them: without its movements that figure would be wrong. */
export const countedSince = (db: Reader, batchKey: number): { readonly sku: string; readonly name: string }[] =>
  db.all(
    `WITH moved AS (
       SELECT m.product_key, m.outlet_key, min(m.movement_key) AS since
         FROM history_orders h
         JOIN sales s ON s.link_key = h.link_key AND s.order_id = h.order_id
         JOIN stock_movements m ON m.sale_key = s.sale_key
        WHERE h.batch_key = :batchKey GROUP BY m.product_key, m.outlet_key
     )
     SELECT DISTINCT p.sku, p.name
       FROM moved
       JOIN stock_movements c ON c.product_key = moved.product_key AND c.outlet_key = moved.outlet_key
                             AND c.movement_key > moved.since AND c.cause_kind IN ('count', 'opening')
       JOIN products p ON p.product_key = c.product_key
      WHERE NOT EXISTS (SELECT 1 FROM stock_movements u
                         WHERE u.sale_key IS NULL AND u.cause_id = c.movement_id AND u.cause_kind = 'undo')
      ORDER BY p.name LIMIT 20`,
    { batchKey },
  );
