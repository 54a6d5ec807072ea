import type { Reader, Writer } from './connection.ts';

/** Which orders an import of history took in. */

/** Of some orders, those that came by an import of history; true where it left their stock alone. */
export const historyAmong = (db: Reader, linkKey: number, orderIds: readonly number[]): ReadonlyMap<number, boolean> =>
  new Map(
    db
      .all<{ orderId: number; leavesStock: number }>(
        `SELECT h.order_id AS orderId, b.leaves_stock AS leavesStock
           FROM history_orders h JOIN history_batches b USING (batch_key)
          WHERE h.link_key = :linkKey AND h.order_id IN (SELECT value FROM json_each(:ids))`,
        { linkKey, ids: JSON.stringify(orderIds) },
      )
      .map(({ orderId, leavesStock }) => [orderId, leavesStock === 1]),
  );

/** Of some orders, those that this till knows already, in whatever way: an import of history leaves them alone (R76). */
export const knownHere = (db: Reader, linkKey: number, orderIds: readonly number[]): ReadonlySet<number> =>
  new Set(
    db
      .all<{ orderId: number }>(
        `SELECT value AS orderId FROM json_each(:ids)
          WHERE EXISTS (SELECT 1 FROM sales WHERE link_key = :linkKey AND order_id = value)
             OR EXISTS (SELECT 1 FROM watched_orders WHERE link_key = :linkKey AND order_id = value)
             OR EXISTS (SELECT 1 FROM ignored_orders WHERE link_key = :linkKey AND order_id = value)
             OR EXISTS (SELECT 1 FROM held_orders WHERE link_key = :linkKey AND order_id = CAST(value AS TEXT))
             OR EXISTS (SELECT 1 FROM history_orders WHERE link_key = :linkKey AND order_id = value)`,
        { linkKey, ids: JSON.stringify(orderIds) },
      )
      .map(({ orderId }) => orderId),
  );

/** Lets orders from before the link in, as those of a batch. */
export const takeIn = (
  db: Writer,
  { linkKey, batchKey }: { readonly linkKey: number; readonly batchKey: number },
  orderIds: readonly number[],
): void => {
  db.run(
    `INSERT INTO history_orders (link_key, order_id, batch_key)
     SELECT :linkKey, value, :batchKey FROM json_each(:ids)`,
    { linkKey, batchKey, ids: JSON.stringify(orderIds) },
  );
};

/** Whether the history of a link was imported, and not undone. */
export const historyIsHere = (db: Reader, linkKey: number): boolean =>
  db.get("SELECT 1 AS found FROM history_batches WHERE link_key = :linkKey AND state = 'imported'", { linkKey }) !==
  undefined;

/** How many orders a batch has here. */
export const countOrdersOf = (db: Reader, batchKey: number): number =>
  db.get<{ count: number }>('SELECT count(*) AS count FROM history_orders WHERE batch_key = :batchKey', { batchKey })
    ?.count ?? 0;
