import { heldRefundName, listRefunds, readRefund } from '../bigcommerce/refunds.ts';
import { moveCursor, readCursor } from '../store/cursors.ts';
import { insertRefund, ordersWithUnappliedRefunds } from '../store/refunds.ts';
import { releaseHeldOrder } from '../store/unimported-orders.ts';
import { hold } from './apply-order.ts';
import { newestChange } from './newest-change.ts';
import { type PageDeps, rereadOrder } from './store-page.ts';
import type { Tally } from './tally.ts';

/** How far each pull looks back in the feed, in ms. */
export const REFUNDS_OVERLAP_MS = 600_000;

/**
 * Keeps the refunds that are new since the cursor, looking back that much further; their sales show them once their
 * orders are read. Throws `StoreProblem`.
 */
export const pullRefunds = async (deps: PageDeps, lookBackMs: number): Promise<void> => {
  const { refundsCreatedAt } = readCursor(deps.db, deps.context().link.linkKey);
  storeRefunds(deps, await listRefunds(deps.client, refundsCreatedAt === null ? null : refundsCreatedAt - lookBackMs));
};

/** Stores refunds with the cursor they reach. One that is not understood is held beside its order. */
export const storeRefunds = ({ db, client, context }: PageDeps, raws: readonly unknown[]): void => {
  if (raws.length === 0) return;
  db.transaction(() => {
    const { linkKey } = context().link;
    const created: number[] = [];
    for (const raw of raws) {
      const read = readRefund(raw);
      if (read.kind === 'unreadable') {
        hold(db, context(), read.name, () => raw, { reason: 'unreadable_refund', message: read.why });
        continue;
      }
      insertRefund(db, linkKey, read.refund);
      releaseHeldOrder(db, linkKey, heldRefundName(read.refund.orderId, read.refund.refundId));
      created.push(read.refund.at);
    }
    const { refundsCreatedAt } = readCursor(db, linkKey);
    moveCursor(db, linkKey, { refundsCreatedAt: newestChange(refundsCreatedAt, created, client.serverTime()) });
  });
};

/** A refund need not touch the order's `date_modified` (bigcommerce.md §3.5): such orders are read one by one. */
export const applyLateRefunds = async (deps: PageDeps, tally: Tally): Promise<void> => {
  for (const orderId of ordersWithUnappliedRefunds(deps.db, deps.context().link.linkKey)) {
    await rereadOrder(deps, orderId, tally);
  }
};
