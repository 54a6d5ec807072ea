import type { Reader } from './connection.ts';

/** How many orders from after the link are here in each BigCommerce status, imported or watched; archived ones not. */
export const countByStatus = (
  db: Reader,
  { linkKey, baselineOrderId }: { readonly linkKey: number; readonly baselineOrderId: number },
): ReadonlyMap<number, number> =>
  new Map(
    db
      .all<{ statusId: number; count: number }>(
        `SELECT statusId, count(*) AS count FROM (
           SELECT bigcommerce_status_id AS statusId FROM sales
            WHERE link_key = :linkKey AND order_id > :baselineOrderId AND archived = 0
           UNION ALL
           SELECT status_id FROM watched_orders WHERE link_key = :linkKey AND order_id > :baselineOrderId)
         GROUP BY statusId`,
        { linkKey, baselineOrderId },
      )
      .map((row) => [row.statusId, row.count]),
  );

/** Orders from after the link that are here in a BigCommerce status. */
export const ordersAtStatus = (
  db: Reader,
  { linkKey, baselineOrderId }: { readonly linkKey: number; readonly baselineOrderId: number },
  statusId: number,
): number[] =>
  db
    .all<{ orderId: number }>(
      `SELECT order_id AS orderId FROM sales
        WHERE link_key = :linkKey AND order_id > :baselineOrderId AND archived = 0 AND bigcommerce_status_id = :statusId
       UNION
       SELECT order_id FROM watched_orders
        WHERE link_key = :linkKey AND order_id > :baselineOrderId AND status_id = :statusId`,
      { linkKey, baselineOrderId, statusId },
    )
    .map((row) => row.orderId);

/** Orders that somebody still works on, or that are not finished: what a missed change would hurt most. */
export const openOrders = (db: Reader, linkKey: number): number[] =>
  db
    .all<{ orderId: number }>(
      `SELECT order_id AS orderId FROM sales
        WHERE link_key = :linkKey AND archived = 0 AND fulfillment_status IN ('new', 'picking', 'packed')
       UNION
       SELECT order_id FROM watched_orders WHERE link_key = :linkKey
       ORDER BY orderId`,
      { linkKey },
    )
    .map((row) => row.orderId);
