import { putBackIn } from '../domain/fulfillment-work.ts';
import type { ImportContext } from '../pull/import-context.ts';
import { recordTimeline } from '../pull/record-timeline.ts';
import type { Writer } from '../store/connection.ts';
import { fulfillmentsOfSale, linesOfFulfillment, updateFulfillment } from '../store/fulfillments.ts';
import { movedBySale } from '../store/mending.ts';
import { setPaymentsVoided } from '../store/payments.ts';
import { saleByKey, updateSale } from '../store/sales.ts';
import { openLedger } from '../store/stock-ledger.ts';
import { straySales } from '../store/sums.ts';

/** Voids a copy of a sale that still counts: from then on nothing of it does, and all of it can still be read. */
export const voidStraySale = (db: Writer, context: ImportContext, saleKey: number): void => {
  const { identity, now } = context;
  db.transaction(() => {
    const stored = saleByKey(db, saleKey);
    if (!stored || !straySales(db).some((stray) => stray.saleKey === saleKey)) return;
    const { saleKey: _, ...before } = stored;
    const record = {
      ...before,
      saleStatus: 'voided' as const,
      fulfillmentStatus: before.fulfillmentStatus === null ? null : 'cancelled',
      archived: 1,
      revision: before.revision + 1,
    };
    const ledger = openLedger(db);
    for (const { quantity, ...moved } of movedBySale(db, saleKey)) {
      ledger.append({
        ...moved,
        movementId: identity.next(),
        saleKey,
        quantity: 0 - quantity,
        causeKind: 'void',
        causeId: record.revision,
        staffName: null,
        reason: null,
        movedAt: now,
      });
    }
    ledger.settle();
    setPaymentsVoided(db, saleKey, true);
    for (const each of fulfillmentsOfSale(db, saleKey)) {
      if (each.status === 'cancelled') continue;
      const lines = linesOfFulfillment(db, each.fulfillmentKey);
      const putBack = putBackIn(lines, 'cancelled');
      updateFulfillment(db, each.fulfillmentKey, { ...each, status: 'cancelled', putBack }, lines);
    }
    updateSale(db, saleKey, record);
    recordTimeline(db, context, { saleKey, record, stored }, false);
  });
};
