import type { Refund } from '../domain/order.ts';
import { type DueMovement, type LineStock, stockDifference } from '../domain/stock-difference.ts';
import type { Reader } from '../store/connection.ts';
import { takenBySale } from '../store/stock-ledger.ts';
import type { PageContext } from './import-context.ts';
import type { SaleInWork } from './record-sale.ts';

/**
 * Moves the stock of the sale's own outlet by the difference between the order and the ledger (R27–R30, R64–R68, R72).
 * A sale of an import of history that left stock alone takes nothing and gives nothing back, whatever becomes of it (N3).
 */
export const recordStock = (
  db: Reader,
  { identity, ledger, now }: PageContext,
  sale: SaleInWork,
  target: readonly LineStock[],
  newRefunds: readonly Refund[],
): boolean => {
  const { saleKey, record, stored, leavesStock } = sale;
  if (leavesStock) return false;
  const due = stockDifference({
    target,
    ledger: stored ? takenBySale(db, saleKey) : [],
    newReturns: stored ? returnsOf(newRefunds) : [],
    otherwise: causeOf(sale),
  });
  for (const movement of due) {
    ledger.append({
      movementId: identity.next(),
      outletKey: record.outletKey,
      registerKey: record.registerKey,
      productKey: movement.productKey,
      saleKey,
      lineId: movement.lineId,
      quantity: movement.quantity,
      causeKind: movement.cause.kind,
      causeId: causeIdOf(movement, sale),
      staffName: null,
      reason: null,
      movedAt: now,
    });
  }
  return due.length > 0;
};

const returnsOf = (refunds: readonly Refund[]) =>
  refunds.flatMap((refund) =>
    refund.items.map((item) => ({ ...item, lineId: String(item.lineId), refundId: refund.refundId })),
  );

const causeOf = ({ record, stored }: SaleInWork): 'sale' | 'void' | 'unvoid' | 'edit' => {
  if (!stored) return 'sale';
  if (record.saleStatus === stored.saleStatus) return 'edit';
  return record.saleStatus === 'voided' ? 'void' : 'unvoid';
};

/** A sale and a refund each move a line once, ever; later corrections carry the revision they came with. */
const causeIdOf = ({ cause }: DueMovement, { record }: SaleInWork): number => {
  if (cause.kind === 'sale') return 0;
  return cause.kind === 'return' ? cause.refundId : record.revision;
};
