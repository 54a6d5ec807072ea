import type { Tender } from '../domain/tenders.ts';
import type { Writer } from '../store/connection.ts';
import { insertPayment, paidByTender, setPaymentsVoided } from '../store/payments.ts';
import type { PageContext } from './import-context.ts';
import type { SaleInWork } from './record-sale.ts';

/**
 * Writes what the tenders of a sale pay more, or less, than the payments in force (R21–R25, R63). A voided sale's
 * payments leave the registers' totals and come back when it is un-voided (R64, R68).
 */
export const recordPayments = (
  db: Writer,
  { binding, openingOf }: PageContext,
  { saleKey, record, stored }: SaleInWork,
  tenders: readonly Tender[],
): boolean => {
  const voided = record.saleStatus === 'voided';
  const turned = stored !== undefined && stored.saleStatus !== record.saleStatus;
  if (turned) setPaymentsVoided(db, saleKey, voided);
  if (voided) return turned;
  const paid = new Map(stored ? paidByTender(db, saleKey).map((row) => [row.tender, row]) : []);
  const wanted = new Map(tenders.map((tender) => [tender.tender as string, tender]));
  let changed = turned;
  for (const tender of new Set([...wanted.keys(), ...paid.keys()])) {
    const before = paid.get(tender);
    const now = wanted.get(tender);
    const difference = (now?.amount ?? 0) - (before?.amount ?? 0);
    if (difference === 0) continue;
    changed = true;
    // Money that comes in is on the register bound now (R63); what proves too much is taken back where it was paid.
    const { outletKey, registerKey } = difference < 0 && before ? before : binding;
    insertPayment(db, {
      saleKey,
      tender,
      revision: record.revision,
      method: now?.method ?? before?.method ?? '',
      amount: difference,
      outletKey,
      registerKey,
      openingNumber: openingOf(registerKey),
      paidAt: stored ? record.orderModifiedAt : record.soldAt,
    });
  }
  return changed;
};
