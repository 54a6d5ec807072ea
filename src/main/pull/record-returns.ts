import type { Refund } from '../domain/order.ts';
import type { Writer } from '../store/connection.ts';
import { insertReturn, returnedRefundIds } from '../store/returns.ts';
import type { SaleRecord } from '../store/sales.ts';
import type { PageContext } from './import-context.ts';
import type { SaleInWork } from './record-sale.ts';

/**
 * A return per refund, once, linked to the sale (R65–R67), also when it was cancelled in the meantime. An order that was
 * cancelled before it was ever here has none (R61). Answers with the refunds that were new.
 */
export const recordReturns = (
  db: Writer,
  { identity, openingOf }: PageContext,
  { saleKey, record, stored }: SaleInWork,
  refunds: readonly Refund[],
): readonly Refund[] => {
  if (refunds.length === 0 || neverClosed(record)) return [];
  const known = stored ? returnedRefundIds(db, saleKey) : new Set<number>();
  const fresh = refunds.filter((refund) => !known.has(refund.refundId));
  for (const refund of fresh) {
    insertReturn(db, {
      saleKey,
      refundId: refund.refundId,
      returnId: identity.next(),
      amount: refund.amount,
      reason: refund.reason,
      returnedAt: refund.at,
      registerKey: record.registerKey,
      openingNumber: openingOf(record.registerKey),
    });
  }
  return fresh;
};

/** A sale that was ever closed has something to hand over, or had. */
const neverClosed = (record: SaleRecord): boolean =>
  record.saleStatus === 'voided' && record.fulfillmentStatus === null;
