import type { Order } from '../domain/order.ts';
import { orderStatusOf } from '../domain/order-status.ts';
import type { Writer } from '../store/connection.ts';
import type { StoredSale } from '../store/sales.ts';
import { holdOrder, ignoreOrder, releaseHeldOrder, unwatchOrder, watchOrder } from '../store/unimported-orders.ts';
import type { ImportContext, PageContext } from './import-context.ts';
import { isDatedAhead } from './newest-change.ts';
import { recordSale } from './record-sale.ts';
import { recordStatus } from './record-status.ts';

/** What became of an order that was read. `skipped`: it is not to be imported, or not yet. */
export type Applied = 'imported' | 'updated' | 'unchanged' | 'held' | 'skipped';

/** An order, or what is known of one that could not be read; `raw` is BigCommerce's own JSON. */
export interface UnderstoodOrder {
  readonly order: Order;
  readonly raw: unknown;
}

/**
 * Decides what an order is to this till and records it, inside the caller's transaction. Whatever does not import
 * leaves its reason behind (N4), and nothing that is not understood is dropped (design law 8).
 */
export const applyOrder = (db: Writer, context: PageContext, { order, raw }: UnderstoodOrder): Applied => {
  const { link, known, now } = context;
  const { linkKey } = link;
  const stored = known.sales.get(order.orderId);
  if (stored && isOlder(order, stored, now)) return 'unchanged';
  if (!stored && !isOurs(db, context, order)) return 'skipped';
  const status = orderStatusOf(order.statusId);
  if (!status) {
    return hold(db, context, order.orderId, raw, {
      reason: 'unmapped_status',
      message: `BigCommerce gave it the status ${order.statusId} ("${order.statusLabel}"), which this version does not know.`,
    });
  }
  if (known.held.has(order.orderId)) releaseHeldOrder(db, linkKey, order.orderId);
  if (status.sale === 'not_imported') {
    if (stored) return recordStatus(db, context, order, status, stored);
    watchOrder(db, { linkKey, orderId: order.orderId, statusId: order.statusId, seenAt: now });
    return 'skipped';
  }
  if (known.watched.has(order.orderId)) unwatchOrder(db, linkKey, order.orderId);
  return recordSale(db, context, order, status, stored);
};

/** A reading from before what is here. An order that was once dated in the future must not ignore what comes later. */
const isOlder = (order: Order, stored: StoredSale, now: number): boolean =>
  order.modifiedAt < stored.orderModifiedAt && !isDatedAhead(stored.orderModifiedAt, now);

/** Whether an order that is not here may come in at all (R31, R73–R75). */
const isOurs = (db: Writer, { link, known, now }: PageContext, order: Order): boolean => {
  const { linkKey, baselineOrderId } = link;
  if (order.orderId <= baselineOrderId && !known.watched.has(order.orderId)) return false;
  const reason = tillSources.test(order.externalSource) ? 'from_this_till' : order.archived ? 'archived' : null;
  if (reason) ignoreOrder(db, { linkKey, orderId: order.orderId, reason, seenAt: now });
  return reason === null;
};

/** Names under which a till of the shop may have written its own sales into BigCommerce (bigcommerce.md §3.3). */
const tillSources = /tillbridge|retail pos|lightspeed|vend/i;

/** Keeps what was not understood, whole, until it is (R58). */
export const hold = (
  db: Writer,
  { link, now }: ImportContext,
  orderId: number | string,
  raw: unknown,
  { reason, message }: { readonly reason: string; readonly message: string },
): 'held' => {
  holdOrder(db, link.linkKey, { orderId: String(orderId), reason, message, raw: JSON.stringify(raw), heldAt: now });
  return 'held';
};
