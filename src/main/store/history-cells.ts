import type { HistoryCell } from '../domain/history-cells.ts';
import type { Reader, SqlParams, Writer } from './connection.ts';

/** Where figures are added up: of what a batch would do, or of what it did. */
export interface CellsOf {
  readonly batchKey: number;
  readonly run: 'rehearsed' | 'imported';
}

/** The newest rows before a page was recorded: in the same transaction, what is newer is the page's own. */
export interface NewestRows {
  readonly sale: number;
  readonly product: number;
  readonly customer: number;
  readonly movement: number;
  readonly productLink: number;
  /** Products that orders made, and whose stock is not counted: a page may begin to. */
  readonly uncounted: readonly number[];
}

export const newestRows = (db: Reader): NewestRows => {
  const newest = db.get<Omit<NewestRows, 'uncounted'>>(
    `SELECT (SELECT coalesce(max(sale_key), 0) FROM sales) AS sale,
            (SELECT coalesce(max(product_key), 0) FROM products) AS product,
            (SELECT coalesce(max(customer_key), 0) FROM customers) AS customer,
            (SELECT coalesce(max(movement_key), 0) FROM stock_movements) AS movement,
            (SELECT coalesce(max(product_link_key), 0) FROM product_links) AS productLink`,
  );
  const uncounted = db.all<{ key: number }>(
    "SELECT product_key AS key FROM products WHERE created_from = 'online_order' AND stocked = 0",
  );
  return {
    ...(newest ?? { sale: 0, product: 0, customer: 0, movement: 0, productLink: 0 }),
    uncounted: uncounted.map(({ key }) => key),
  };
};

/** What a page was given. */
export interface CountedPage {
  readonly linkKey: number;
  /** Orders that were taken in, and how many were here already. */
  readonly orderIds: readonly number[];
  readonly alreadyHere: number;
  /** Under what the page may have held something: order numbers, refunds. */
  readonly heldNames: readonly string[];
}

/** What a page made that no key tells: refunds by BigCommerce's number, and what is held under a name. */
export interface MadeByName {
  readonly refundIds: readonly number[];
  readonly heldNames: readonly string[];
}

/** Notes what a page made besides the rows of its orders, so that undoing the batch finds it. */
export const noteMade = (db: Writer, batchKey: number, before: NewestRows, named: MadeByName): void => {
  const params = { batchKey, ...before, uncounted: JSON.stringify(before.uncounted) };
  const note = (select: string, of: SqlParams = params) => {
    db.run(`INSERT INTO history_made (batch_key, made, key, name) ${select}`, of);
  };
  note("SELECT :batchKey, 'product', product_key, product_id FROM products WHERE product_key > :product");
  note("SELECT :batchKey, 'customer', customer_key, customer_id FROM customers WHERE customer_key > :customer");
  note(`SELECT :batchKey, 'product_link', product_key, subject || ' ' || name
          FROM product_links WHERE product_link_key > :productLink`);
  note(`SELECT :batchKey, 'counted', product_key, product_id FROM products
         WHERE stocked = 1 AND product_key IN (SELECT value FROM json_each(:uncounted))`);
  const { refundIds, heldNames } = named;
  note("SELECT :batchKey, 'refund', value, '' FROM json_each(:ids)", { batchKey, ids: JSON.stringify(refundIds) });
  note("SELECT :batchKey, 'held', 0, value FROM json_each(:names)", { batchKey, names: JSON.stringify(heldNames) });
};

/**
 * Adds up what a page did, by SQL alone: it shares nothing with what imports an order. Of a day all sales are counted and
 * the closed ones totalled, as Sales history does. A product that the batch made has no identity that a rehearsal could
 * know, so it is named by what the orders call it.
 */
export const countPage = (db: Writer, { batchKey, run }: CellsOf, page: CountedPage, before: NewestRows): void => {
  const { linkKey, alreadyHere } = page;
  const all = {
    batchKey,
    run,
    linkKey,
    alreadyHere,
    ...before,
    uncounted: null,
    ids: JSON.stringify(page.orderIds),
    names: JSON.stringify(page.heldNames),
  };
  for (const [part, select] of counted) {
    db.run(
      `INSERT INTO history_cells (batch_key, run, part, name, label, value)
       SELECT :batchKey, :run, '${part}', name, label, value FROM (${select}) WHERE true
       ON CONFLICT DO UPDATE SET value = value + excluded.value`,
      all,
    );
  }
};

const newSales = 'FROM sales WHERE sale_key > :sale';

/** The name of a product: its identity, or for one that the batch made what the first order called it. */
const productName = `coalesce(
  (SELECT l.subject || ' ' || l.name FROM product_links l
     JOIN history_made m ON m.batch_key = :batchKey AND m.made = 'product'
                        AND m.key = p.product_key AND m.name = p.product_id
    WHERE l.product_key = p.product_key AND l.link_key = :linkKey ORDER BY l.product_link_key LIMIT 1),
  p.product_id)`;

const counted: readonly (readonly [HistoryCell['part'], string])[] = [
  ['orders', `SELECT sale_status AS name, '' AS label, count(*) AS value ${newSales} GROUP BY sale_status`],
  [
    'orders',
    `SELECT 'open' AS name, '' AS label, count(*) AS value ${newSales}
        AND fulfillment_status IN ('new', 'picking', 'packed') HAVING count(*) > 0`,
  ],
  [
    'orders',
    `SELECT 'pending' AS name, '' AS label, count(*) AS value FROM watched_orders
      WHERE link_key = :linkKey AND order_id IN (SELECT value FROM json_each(:ids)) HAVING count(*) > 0`,
  ],
  [
    'orders',
    `SELECT reason AS name, '' AS label, count(*) AS value FROM ignored_orders
      WHERE link_key = :linkKey AND order_id IN (SELECT value FROM json_each(:ids)) GROUP BY reason`,
  ],
  ['orders', "SELECT 'already_here' AS name, '' AS label, :alreadyHere AS value WHERE :alreadyHere > 0"],
  [
    'day_sales',
    `SELECT sold_day || ' ' || currency AS name, '' AS label, count(*) AS value ${newSales} GROUP BY sold_day, currency`,
  ],
  [
    'day_total',
    `SELECT sold_day || ' ' || currency AS name, '' AS label, sum(total) AS value ${newSales}
        AND sale_status = 'closed' GROUP BY sold_day, currency`,
  ],
  [
    'day_returned',
    `SELECT s.sold_day || ' ' || s.currency AS name, '' AS label, sum(r.amount) AS value
       FROM sales s JOIN returns r USING (sale_key) WHERE s.sale_key > :sale AND s.sale_status = 'closed'
      GROUP BY s.sold_day, s.currency`,
  ],
  [
    'product',
    `SELECT ${productName} AS name, json_object('sku', p.sku, 'name', p.name, 'createdFrom', p.created_from) AS label,
            1 AS value
       FROM products p WHERE p.product_key > :product`,
  ],
  [
    'customer',
    `SELECT email_fold AS name, json_object('name', name, 'email', email) AS label, 1 AS value
       FROM customers WHERE customer_key > :customer`,
  ],
  [
    'stock',
    `SELECT ${productName} AS name, json_object('sku', p.sku, 'name', p.name) AS label, sum(m.quantity) AS value
       FROM stock_movements m JOIN products p USING (product_key)
      WHERE m.movement_key > :movement GROUP BY p.product_key HAVING sum(m.quantity) <> 0`,
  ],
  [
    'held',
    `SELECT order_id AS name, json_object('reason', reason, 'message', message) AS label, 1 AS value
       FROM held_orders WHERE link_key = :linkKey AND order_id IN (SELECT value FROM json_each(:names))`,
  ],
];

export const readCells = (db: Reader, { batchKey, run }: CellsOf): HistoryCell[] =>
  db.all<HistoryCell>(
    'SELECT part, name, label, value FROM history_cells WHERE batch_key = :batchKey AND run = :run AND value <> 0 ORDER BY part, name',
    { batchKey, run },
  );

/** Puts figures in the place of those that were there. */
export const replaceCells = (db: Writer, { batchKey, run }: CellsOf, cells: readonly HistoryCell[]): void => {
  db.run('DELETE FROM history_cells WHERE batch_key = :batchKey AND run = :run', { batchKey, run });
  for (const { part, name, label, value } of cells) {
    db.run(
      `INSERT INTO history_cells (batch_key, run, part, name, label, value)
       VALUES (:batchKey, :run, :part, :name, :label, :value)`,
      { batchKey, run, part, name, label, value },
    );
  }
};

/** How many figures each part has; of a day's sales and the orders, what they add up to. */
export const countCells = (db: Reader, { batchKey, run }: CellsOf): ReadonlyMap<string, number> =>
  new Map(
    db
      .all<{ part: string; count: number }>(
        `SELECT part, sum(iif(part IN ('product', 'customer', 'held'), 1, value)) AS count FROM history_cells
          WHERE batch_key = :batchKey AND run = :run AND part NOT IN ('day_total', 'day_returned') AND value <> 0
          GROUP BY part`,
        { batchKey, run },
      )
      .map(({ part, count }) => [part, count]),
  );

/** A product whose stock a batch changes, as it stands now. */
export interface StockOfCell {
  readonly label: string;
  readonly change: number;
  /** Null while the product is not here. */
  readonly productId: string | null;
  readonly onHand: number;
  /** UTC ms; null while only web orders moved it. */
  readonly knownSince: number | null;
}

export const stockOfCells = (
  db: Reader,
  { batchKey, run }: CellsOf,
  { linkKey, outletKey }: { readonly linkKey: number; readonly outletKey: number },
): StockOfCell[] =>
  db.all<StockOfCell>(
    `SELECT c.label, c.value AS change, p.product_id AS productId, coalesce(h.on_hand, 0) AS onHand,
            h.known_since AS knownSince
       FROM history_cells c
       LEFT JOIN products p ON p.product_key = coalesce(
              (SELECT product_key FROM products WHERE product_id = c.name),
              (SELECT product_key FROM product_links l
                WHERE l.link_key = :linkKey AND l.subject = substr(c.name, 1, instr(c.name, ' ') - 1)
                  AND l.name = substr(c.name, instr(c.name, ' ') + 1)))
       LEFT JOIN stock_on_hand h ON h.product_key = p.product_key AND h.outlet_key = :outletKey
      WHERE c.batch_key = :batchKey AND c.run = :run AND c.part = 'stock' AND c.value <> 0`,
    { batchKey, run, linkKey, outletKey },
  );
