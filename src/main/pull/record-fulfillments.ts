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
  let changed = false;
  for (const target of targets) {
    const before = existing.get(target.consignmentId);
    const next: FulfillmentRecord = {
      fulfillmentId: before?.fulfillmentId ?? identity.next(),
      saleKey,
      consignmentId: target.consignmentId,
      type: target.consignment?.type ?? 'delivery',
      digital: target.consignment ? 0 : 1,
      status: target.status,
      placedAt: record.soldAt,
      itemCount: target.lines.reduce((sum, line) => sum + line.ordered, 0),
      method: target.consignment?.method ?? 'Digital',
      recipientName: target.consignment?.name || record.customerName,
      recipientAddress: target.consignment?.addressLines.join('\n') ?? '',
      recipientPhone: target.consignment?.phone || record.customerPhone,
      recipientEmail: target.consignment?.email || record.customerEmail,
    };
    changed = writeIfDifferent(db, before, next, target.lines) || changed;
    existing.delete(target.consignmentId);
  }
  for (const gone of existing.values()) {
    changed =
      writeIfDifferent(db, gone, { ...gone, status: 'cancelled' }, linesOfFulfillment(db, gone.fulfillmentKey)) ||
      changed;
  }
  return changed;
};

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
