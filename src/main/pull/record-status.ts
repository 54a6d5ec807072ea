import type { Order } from '../domain/order.ts';
import type { OrderStatus } from '../domain/order-status.ts';
import type { Writer } from '../store/connection.ts';
import { wakeWaiting } from '../store/outbox-moves.ts';
import { linesOfSale, type StoredSale, updateSale } from '../store/sales.ts';
import type { PageContext } from './import-context.ts';
import { recordTimeline } from './record-timeline.ts';

/**
 * Shows what BigCommerce says of a sale whose order fell back to Incomplete or Pending. The sale, its stock and its
 * payments stay as they are: it was sold (R69).
 */
export const recordStatus = (
  db: Writer,
  context: PageContext,
  order: Order,
  status: OrderStatus,
  stored: StoredSale,
): 'updated' | 'unchanged' => {
  const { saleKey, ...before } = stored;
  const changed = before.bigcommerceStatusId !== order.statusId;
  const record = {
    ...before,
    bigcommerceStatusId: order.statusId,
    bigcommerceStatus: order.statusLabel || status.label,
    orderModifiedAt: order.modifiedAt,
    revision: changed ? before.revision + 1 : before.revision,
  };
  updateSale(db, saleKey, record);
  if (changed || stored.orderModifiedAt !== order.modifiedAt) {
    context.ledger.orderChanged(linesOfSale(db, saleKey).flatMap(({ productKey }) => productKey ?? []));
  }
  if (changed) wakeWaiting(db, saleKey, context.now);
  if (changed) recordTimeline(db, context, { saleKey, record, stored }, false);
  return changed ? 'updated' : 'unchanged';
};
