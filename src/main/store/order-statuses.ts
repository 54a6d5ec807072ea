import type { Reader } from './connection.ts';

interface LinkFrom {
  readonly linkKey: number;
  readonly baselineOrderId: number;
}

/**
 * Orders from after the link in the status in which BigCommerce counts them: imported, watched, held, and those of this
 * shop's own tills. What is archived is not counted there. A held order is where its last reading says, whatever is here
 * of it besides.
 */
const ordersHere = `
  WITH held AS (
    SELECT CAST(order_id AS INTEGER) AS order_id, json_extract(raw, '$.status_id') AS status_id,
           coalesce(json_extract(raw, '$.is_deleted'), 0) AS archived
      FROM held_orders
     WHERE link_key = :linkKey AND reason <> 'unreadable_refund' AND order_id NOT GLOB '*[^0-9]*'
  ), others AS (
    SELECT order_id, bigcommerce_status_id AS status_id FROM sales WHERE link_key = :linkKey AND archived = 0
    UNION ALL
    SELECT order_id, status_id FROM watched_orders
     WHERE link_key = :linkKey AND order_id NOT IN (SELECT order_id FROM ignored_orders WHERE link_key = :linkKey)
    UNION ALL
    SELECT order_id, status_id FROM ignored_orders WHERE link_key = :linkKey AND reason = 'from_this_till'
  ), here AS (
    SELECT order_id, status_id FROM others WHERE order_id NOT IN (SELECT order_id FROM held)
    UNION ALL
    SELECT order_id, status_id FROM held WHERE typeof(status_id) = 'integer' AND archived = 0
  )`;

/** How many orders from after the link are here in each BigCommerce status. */
export const countByStatus = (db: Reader, { linkKey, baselineOrderId }: LinkFrom): ReadonlyMap<number, number> =>
  new Map(
    db
      .all<{ statusId: number; count: number }>(
        `${ordersHere}
         SELECT status_id AS statusId, count(*) AS count FROM here
          WHERE order_id > :baselineOrderId AND status_id IS NOT NULL GROUP BY status_id`,
        { linkKey, baselineOrderId },
      )
      .map((row) => [row.statusId, row.count]),
  );

/** Orders from after the link that are here in a BigCommerce status. */
export const ordersAtStatus = (db: Reader, { linkKey, baselineOrderId }: LinkFrom, statusId: number): number[] =>
  db
    .all<{ orderId: number }>(
      `${ordersHere}
       SELECT order_id AS orderId FROM here WHERE order_id > :baselineOrderId AND status_id = :statusId`,
      { linkKey, baselineOrderId, statusId },
    )
    .map((row) => row.orderId);

/**
 * Orders that somebody still works on, that are not finished, or not understood: what a missed change would hurt most.
 */
export const openOrders = (db: Reader, linkKey: number): number[] =>
  db
    .all<{ orderId: number }>(
      `SELECT order_id AS orderId FROM sales
        WHERE link_key = :linkKey AND archived = 0 AND fulfillment_status IN ('new', 'picking', 'packed')
       UNION
       SELECT order_id FROM watched_orders
        WHERE link_key = :linkKey AND order_id NOT IN (SELECT order_id FROM ignored_orders WHERE link_key = :linkKey)
       UNION
       SELECT CAST(order_id AS INTEGER) FROM held_orders WHERE link_key = :linkKey AND order_id NOT GLOB '*[^0-9]*'
       ORDER BY orderId`,
      { linkKey },
    )
    .map((row) => row.orderId);
