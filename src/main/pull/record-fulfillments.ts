import type { FulfillmentLine, FulfillmentTarget, ProgressSoFar } from '../domain/fulfillment-plan.ts';
import type { Reader, Writer } from '../store/connection.ts';
import {
  type FulfillmentRecord,
  fulfillmentsOfSale,
  insertFulfillment,
  linesOfFulfillment,
  type StoredFulfillment,
  updateFulfillment,
} from '../store/fulfillments.ts';
import type { SaleRecord } from '../store/sales.ts';
import type { ImportContext } from './import-context.ts';
import type { SaleInWork } from './record-sale.ts';

/** What staff have picked, packed and handed over of a sale so far. */
export const storedProgress = (db: Reader, saleKey: number): ProgressSoFar => {
  const lines = fulfillmentsOfSale(db, saleKey).flatMap((each) => linesOfFulfillment(db, each.fulfillmentKey));
  const byLine = new Map(lines.map((line) => [line.lineId, line]));
  return (lineId) => byLine.get(lineId);
};

/** Creates and corrects the fulfillments of a sale; one whose goods moved elsewhere is cancelled, never removed. */
export const recordFulfillments = (
  db: Writer,
  { identity }: ImportContext,
  { saleKey, record, stored }: SaleInWork,
  targets: readonly FulfillmentTarget[],
): boolean => {
  const existing = new Map(stored ? fulfillmentsOfSale(db, saleKey).map((each) => [each.consignmentId, each]) : []);
  // Goods that go elsewhere than before are a new fulfillment, and still the last ones.
  const alarm = Math.max(0, ...[...existing.values()].map((each) => each.alarm));
  let changed = false;
  for (const target of targets) {
    const before = existing.get(target.consignmentId);
    const next: FulfillmentRecord = {
      ...placeOf(target, record),
      fulfillmentId: before?.fulfillmentId ?? identity.next(),
      saleKey,
      alarm: isOpen(target.status) ? (before?.alarm ?? alarm) : 0,
      placedAt: record.soldAt,
    };
    changed = writeIfDifferent(db, before, next, target.lines) || changed;
    existing.delete(target.consignmentId);
  }
  for (const gone of existing.values()) {
    const next = { ...gone, status: 'cancelled', alarm: 0 };
    changed = writeIfDifferent(db, gone, next, linesOfFulfillment(db, gone.fulfillmentKey)) || changed;
  }
  return changed;
};

/** What is handed over where, and to whom: the buyer, unless the order names somebody else. */
const placeOf = ({ consignmentId, consignment, status, lines }: FulfillmentTarget, record: SaleRecord) => ({
  consignmentId,
  type: consignment?.type ?? 'delivery',
  digital: consignment ? 0 : 1,
  status,
  itemCount: lines.reduce((sum, line) => sum + line.ordered, 0),
  method: consignment?.method ?? 'Digital',
  recipientName: consignment?.name || record.customerName,
  recipientAddress: consignment?.addressLines.join('\n') ?? '',
  recipientPhone: consignment?.phone || record.customerPhone,
  recipientEmail: consignment?.email || record.customerEmail,
});

const isOpen = (status: FulfillmentTarget['status']): boolean => status !== 'fulfilled' && status !== 'cancelled';

const writeIfDifferent = (
  db: Writer,
  stored: StoredFulfillment | undefined,
  next: FulfillmentRecord,
  lines: readonly FulfillmentLine[],
): boolean => {
  if (!stored) {
    insertFulfillment(db, next, lines);
    return true;
  }
  const sameRecord = (Object.keys(next) as (keyof FulfillmentRecord)[]).every((field) => stored[field] === next[field]);
  const sameLines = JSON.stringify(linesOfFulfillment(db, stored.fulfillmentKey)) === JSON.stringify(lines);
  if (sameRecord && sameLines) return false;
  updateFulfillment(db, stored.fulfillmentKey, next, lines);
  return true;
};
