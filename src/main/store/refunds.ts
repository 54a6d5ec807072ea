import type { Refund } from '../domain/order.ts';
import type { Reader, Writer } from './connection.ts';

/** Keeps a refund of the feed; returns false when it was here already. */
export const insertRefund = (db: Writer, linkKey: number, refund: Refund): boolean => {
  const { refundId, orderId, amount, reason, at } = refund;
  const { changes } = db.run(
    `INSERT INTO refunds (link_key, refund_id, order_id, amount, reason, refunded_at)
     VALUES (:linkKey, :refundId, :orderId, :amount, :reason, :at) ON CONFLICT DO NOTHING`,
    { linkKey, refundId, orderId, amount, reason, at },
  );
  if (changes === 0) return false;
  refund.items.forEach((item, position) => {
    db.run(
      `INSERT INTO refund_items (link_key, refund_id, position, line_id, quantity)
       VALUES (:linkKey, :refundId, :position, :lineId, :quantity)`,
      { linkKey, refundId, position, lineId: item.lineId, quantity: item.quantity },
    );
  });
  return true;
};

/** The refunds of some orders, in the order they were made. */
export const refundsOfOrders = (db: Reader, linkKey: number, orderIds: readonly number[]): Refund[] =>
  db
    .all<Omit<Refund, 'items'>>(
      `SELECT refund_id AS refundId, order_id AS orderId, amount, reason, refunded_at AS at
         FROM refunds WHERE link_key = :linkKey AND order_id IN (SELECT value FROM json_each(:ids)) ORDER BY refund_id`,
      { linkKey, ids: JSON.stringify(orderIds) },
    )
    .map((refund) => ({
      ...refund,
      items: db.all<Refund['items'][number]>(
        `SELECT line_id AS lineId, quantity FROM refund_items
          WHERE link_key = :linkKey AND refund_id = :refundId ORDER BY position`,
        { linkKey, refundId: refund.refundId },
      ),
    }));

/**
 * Orders with refunds that their sale does not show yet, where reading the order again could show them: not those that
 * were never closed here (R61), fell back to Incomplete or Pending (R69) or are archived (R73).
 */
export const ordersWithUnappliedRefunds = (db: Reader, linkKey: number): number[] =>
  db
    .all<{ orderId: number }>(
      `SELECT DISTINCT r.order_id AS orderId
         FROM refunds r
         JOIN sales s ON s.link_key = r.link_key AND s.order_id = r.order_id
         LEFT JOIN returns b ON b.sale_key = s.sale_key AND b.refund_id = r.refund_id
        WHERE r.link_key = :linkKey AND b.refund_id IS NULL AND s.archived = 0
          AND s.fulfillment_status IS NOT NULL AND s.bigcommerce_status_id NOT IN (0, 1)`,
      { linkKey },
    )
    .map((row) => row.orderId);
