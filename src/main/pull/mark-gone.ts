import { markToPush } from '../store/products-to-push.ts';
import { linesOfSale, saleOfOrder, updateSale } from '../store/sales.ts';
import { ignoreOrder, releaseHeldOrder } from '../store/unimported-orders.ts';
import { show, workDoneOn } from './raise-conflicts.ts';
import { recordTimeline } from './record-timeline.ts';
import type { PageDeps } from './store-page.ts';

/**
 * Marks what is here of an order that BigCommerce does not have any more. A sale is never voided (R73); an order that was
 * waited for, or held, says from now on that it is gone.
 */
export const markGone = ({ db, context, onStored }: PageDeps, orderId: number): void => {
  const at = context();
  const { linkKey } = at.link;
  const hadSale = db.transaction(() => {
    releaseHeldOrder(db, linkKey, orderId);
    const stored = saleOfOrder(db, linkKey, orderId);
    if (!stored) {
      ignoreOrder(db, { linkKey, orderId, reason: 'archived', statusId: null, seenAt: at.now });
      return false;
    }
    if (stored.archived === 1) return false;
    const { saleKey, ...before } = stored;
    const record = { ...before, archived: 1, revision: before.revision + 1 };
    updateSale(db, saleKey, record);
    const workDone = workDoneOn(db, saleKey);
    if (workDone) show(db, at, { saleKey, record }, workDone, 'gone');
    // Whether BigCommerce took its goods back is not documented.
    markToPush(
      db,
      linesOfSale(db, saleKey).flatMap(({ productKey }) => productKey ?? []),
    );
    recordTimeline(db, at, { saleKey, record, stored }, false);
    return true;
  });
  onStored({ seen: 1, imported: 0, updated: hadSale ? 1 : 0, held: 0, skipped: hadSale ? 0 : 1 }, []);
};
