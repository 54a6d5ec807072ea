import { saleOfOrder, updateSale } from '../store/sales.ts';
import { unwatchOrder } from '../store/unimported-orders.ts';
import { recordTimeline } from './record-timeline.ts';
import type { PageDeps } from './store-page.ts';

/** Marks the sale of an order that BigCommerce does not have any more; it is never voided (R73). */
export const markGone = ({ db, context, onStored }: PageDeps, orderId: number): void => {
  const at = context();
  db.transaction(() => {
    unwatchOrder(db, at.link.linkKey, orderId);
    const stored = saleOfOrder(db, at.link.linkKey, orderId);
    if (!stored) return;
    const { saleKey, ...before } = stored;
    const record = { ...before, archived: 1, revision: before.revision + 1 };
    updateSale(db, saleKey, record);
    recordTimeline(db, at, { saleKey, record, stored }, false);
  });
  onStored({ seen: 1, imported: 0, updated: 1, held: 0, skipped: 0 });
};
