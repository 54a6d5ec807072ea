import type { Order } from '../domain/order.ts';
import { orderStatusOf } from '../domain/order-status.ts';
import type { Writer } from '../store/connection.ts';
import type { StoredSale } from '../store/sales.ts';
import {
  type HeldReason,
  holdOrder,
  ignoreOrder,
  type LeftOut,
  leaveBeforeLink,
  releaseHeldOrder,
  stopIgnoring,
  unwatchOrder,
  watchOrder,
} from '../store/unimported-orders.ts';
import type { ImportContext, PageContext } from './import-context.ts';
import type { KnownOrders } from './known-orders.ts';
import { isDatedAhead } from './newest-change.ts';
import { type Recorded, recordSale } from './record-sale.ts';
import { recordStatus } from './record-status.ts';

/** What became of an order that was read. What is not recorded cannot be without the reason that it left behind (N4). */
export type Applied = Recorded | LeftOut;
export type Outcome = Recorded | LeftOut['outcome'];

export const outcomeOf = (applied: Applied): Outcome => (typeof applied === 'string' ? applied : applied.outcome);

/** An order, or what is known of one that could not be read; `raw` gives BigCommerce's own JSON. */
export interface UnderstoodOrder {
  readonly order: Order;
  readonly raw: () => unknown;
}

/**
 * Decides what an order is to this till and records it, inside the caller's transaction. Whatever does not import
 * leaves its reason behind (N4), and nothing that is not understood is dropped (design law 8).
 */
export const applyOrder = (db: Writer, context: PageContext, { order, raw }: UnderstoodOrder): Applied => {
  const stored = context.known.sales.get(order.orderId);
  if (stored && isOlder(order, stored, context.now)) return 'unchanged';
  const applied = (stored ? null : leaveOut(db, context, order)) ?? bringIn(db, context, { order, raw }, stored);
  if (outcomeOf(applied) !== 'held' && context.known.held.has(order.orderId)) {
    releaseHeldOrder(db, context.link.linkKey, order.orderId);
  }
  return applied;
};

/** An order that belongs here, by its status (R42–R58). */
const bringIn = (
  db: Writer,
  context: PageContext,
  { order, raw }: UnderstoodOrder,
  stored: StoredSale | undefined,
): Applied => {
  const { link, known, now } = context;
  const { linkKey } = link;
  const status = orderStatusOf(order.statusId);
  if (!status) {
    return hold(db, context, order.orderId, raw, {
      reason: 'unmapped_status',
      message: `BigCommerce gave it the status ${order.statusId} ("${order.statusLabel}"), which this version does not know.`,
    });
  }
  if (status.sale === 'not_imported') {
    if (stored) return recordStatus(db, context, order, status, stored);
    return watchOrder(db, { linkKey, orderId: order.orderId, statusId: order.statusId, seenAt: now });
  }
  if (known.watched.has(order.orderId)) unwatchOrder(db, linkKey, order.orderId);
  return recordSale(db, context, order, status, stored);
};

/** A reading from before what is here. An order that was once dated in the future must not ignore what comes later. */
const isOlder = (order: Order, stored: StoredSale, now: number): boolean =>
  order.modifiedAt < stored.orderModifiedAt && !isDatedAhead(stored.orderModifiedAt, now);

/** Leaves out an order that is not here and may not come in at all; null for every other (R31, R73–R75). */
const leaveOut = (db: Writer, { link, known, now }: PageContext, order: Order): LeftOut | null => {
  const { linkKey } = link;
  const { orderId, statusId } = order;
  const before = mayComeIn(known, orderId) ? null : leaveBeforeLink(link, orderId);
  if (before) return before;
  // One that is watched stays so while it is archived: restored, it may still complete.
  const reason = tillSources.test(order.externalSource) ? 'from_this_till' : order.archived ? 'archived' : null;
  if (reason) return ignoreOrder(db, { linkKey, orderId, reason, statusId, seenAt: now });
  if (known.ignored.has(orderId)) stopIgnoring(db, linkKey, orderId);
  return null;
};

/** Orders from before the link that may: unfinished at that moment (R75), or taken in by an import of history (R76). */
const mayComeIn = (known: KnownOrders, orderId: number): boolean =>
  known.watched.has(orderId) || known.history.has(orderId);

/** Names under which a till of the shop may have written its own sales into BigCommerce (bigcommerce.md §3.3). */
const tillSources = /tillbridge|retail pos|lightspeed|vend/i;

const orderNumber = /^[1-9]\d*$/;

/** What could not be read is held, but for an order from before the link, which would stay out in any case (R74). */
export const applyUnreadable = (
  db: Writer,
  context: PageContext,
  { orderId, why }: { readonly orderId: string; readonly why: string },
  raw: () => unknown,
): Applied => {
  const { link, known } = context;
  const number = Number(orderId);
  const isNew = orderNumber.test(orderId) && !known.sales.has(number) && !mayComeIn(known, number);
  const before = isNew ? leaveBeforeLink(link, number) : null;
  return before ?? hold(db, context, orderId, raw, { reason: 'unreadable', message: why });
};

/** Keeps what was not understood, whole, until it is (R58). */
export const hold = (
  db: Writer,
  { link, now }: ImportContext,
  orderId: number | string,
  raw: () => unknown,
  { reason, message }: { readonly reason: HeldReason; readonly message: string },
): LeftOut =>
  holdOrder(db, link.linkKey, { orderId: String(orderId), reason, message, raw: JSON.stringify(raw()), heldAt: now });
