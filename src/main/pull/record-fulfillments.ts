import {
  type FulfillmentLine,
  type FulfillmentTarget,
  isOpen,
  type ProgressSoFar,
} from '../domain/fulfillment-plan.ts';
import { putBackIn } from '../domain/fulfillment-work.ts';
import type { SoldGoods } from '../store/committed-stock.ts';
import type { Reader, Writer } from '../store/connection.ts';
import {
  type FulfillmentRecord,
  fulfillmentsOfSale,
  insertFulfillment,
  keepRemovedLine,
  linesOfFulfillment,
  type StoredFulfillment,
  updateFulfillment,
} from '../store/fulfillments.ts';
import type { SaleLineRecord, SaleRecord } from '../store/sales.ts';
import type { ImportContext } from './import-context.ts';
import type { SaleInWork } from './record-sale.ts';

/** What staff have done of a sale so far: pieces by line, and the consignments that were taken into work. */
export const storedProgress = (db: Reader, saleKey: number): ProgressSoFar => {
  const stored = fulfillmentsOfSale(db, saleKey);
  const lines = stored.flatMap((each) => linesOfFulfillment(db, each.fulfillmentKey));
  const byLine = new Map(lines.map((line) => [line.lineId, line]));
  const started = new Set(
    stored.filter(({ startedAt }) => startedAt !== null).map(({ consignmentId }) => consignmentId),
  );
  return { ofLine: (lineId) => byLine.get(lineId), isStarted: (consignmentId) => started.has(consignmentId) };
};

/** Creates and corrects the fulfillments of a sale; one whose goods moved elsewhere is cancelled, never removed. */
export const recordFulfillments = (
  db: Writer,
  { identity }: ImportContext,
  sale: SaleInWork,
  targets: readonly FulfillmentTarget[],
  lines: { readonly before: readonly SaleLineRecord[]; readonly now: readonly SaleLineRecord[] },
): boolean => {
  const { saleKey, record, stored } = sale;
  const goods = goodsOf(sale, lines.now);
  const existing = new Map(stored ? fulfillmentsOfSale(db, saleKey).map((each) => [each.consignmentId, each]) : []);
  // Goods that go elsewhere than before are a new fulfillment, and still the last ones.
  const alarm = Math.max(0, ...[...existing.values()].map((each) => each.alarm));
  let changed = false;
  for (const target of targets) {
    const before = existing.get(target.consignmentId);
    const inHand = before ? linesInHand(db, before, targets) : [];
    for (const { lineId } of inHand) rememberLine(db, saleKey, lineId, lines.before);
    const promised = [...target.lines, ...inHand];
    const next: FulfillmentRecord = {
      ...placeOf(target, record),
      fulfillmentId: before?.fulfillmentId ?? identity.next(),
      saleKey,
      alarm: isOpen(target.status) ? (before?.alarm ?? alarm) : 0,
      placedAt: record.soldAt,
      putBack: putBackIn(promised, target.status),
    };
    changed = writeIfDifferent(db, before, next, promised, goods) || changed;
    existing.delete(target.consignmentId);
  }
  for (const gone of existing.values()) {
    // What goes elsewhere now is picked there; what goes nowhere is to be put back.
    const inHand = linesInHand(db, gone, targets);
    for (const { lineId } of inHand) rememberLine(db, saleKey, lineId, lines.before);
    const next = { ...gone, status: 'cancelled', alarm: 0, putBack: putBackIn(inHand, 'cancelled') } as const;
    changed = writeIfDifferent(db, gone, next, inHand, goods) || changed;
  }
  return changed;
};

/** What is sold where; the sale's own row is written after this, so that it still says where it was. */
const goodsOf = ({ record, stored }: SaleInWork, lines: readonly SaleLineRecord[]): SoldGoods => ({
  outletKey: (stored ?? record).outletKey,
  products: new Map(lines.map((line) => [line.lineId, line.productKey])),
});

/** Lines that no part of the order has any more, of which pieces are in the picker's hands (R72). */
const linesInHand = (
  db: Reader,
  { fulfillmentKey }: StoredFulfillment,
  targets: readonly FulfillmentTarget[],
): FulfillmentLine[] => {
  const wanted = new Set(targets.flatMap((target) => target.lines.map(({ lineId }) => lineId)));
  return linesOfFulfillment(db, fulfillmentKey)
    .filter((line) => !wanted.has(line.lineId) && line.picked > line.fulfilled)
    .map((line) => ({ ...line, ordered: line.fulfilled }));
};

const rememberLine = (db: Writer, saleKey: number, lineId: string, linesBefore: readonly SaleLineRecord[]): void => {
  const line = linesBefore.find((each) => each.lineId === lineId);
  if (line) keepRemovedLine(db, saleKey, line);
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

const writeIfDifferent = (
  db: Writer,
  stored: StoredFulfillment | undefined,
  next: FulfillmentRecord,
  lines: readonly FulfillmentLine[],
  goods: SoldGoods,
): boolean => {
  if (!stored) {
    insertFulfillment(db, next, lines, goods);
    return true;
  }
  const sameRecord = (Object.keys(next) as (keyof FulfillmentRecord)[]).every((field) => stored[field] === next[field]);
  const sameLines = JSON.stringify(linesOfFulfillment(db, stored.fulfillmentKey)) === JSON.stringify(lines);
  if (sameRecord && sameLines) return false;
  updateFulfillment(db, stored.fulfillmentKey, next, lines);
  return true;
};
