import type { Refund } from '../domain/order.ts';
import type { Writer } from '../store/connection.ts';
import { insertReturn, returnedRefundIds } from '../store/returns.ts';
import type { ImportContext } from './import-context.ts';
import type { SaleInWork } from './record-sale.ts';

/**
 * A return per refund, once, linked to the sale (R65–R67). Nothing comes back on a voided sale, for its void returned
 * what was still out. Answers with the refunds that were new.
 */
export const recordReturns = (
  db: Writer,
  { identity }: ImportContext,
  { saleKey, record, stored }: SaleInWork,
  refunds: readonly Refund[],
): readonly Refund[] => {
  if (refunds.length === 0 || record.saleStatus === 'voided') return [];
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
    });
  }
  return fresh;
};
