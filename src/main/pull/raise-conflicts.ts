import type { ConflictKind, LineEdit, OurFacts, TheirFacts } from '../domain/conflict.ts';
import type { FulfillmentLine, FulfillmentTarget } from '../domain/fulfillment-plan.ts';
import { raiseConflict } from '../store/conflicts.ts';
import type { Reader, Writer } from '../store/connection.ts';
import { leftHere } from '../store/fulfillment-steps.ts';
import { fulfillmentsOfSale, linesOfFulfillment } from '../store/fulfillments.ts';
import { hasUntold, shippedByUs } from '../store/outbox.ts';
import { wakeWaiting } from '../store/outbox-moves.ts';
import type { SaleLineRecord, SaleRecord } from '../store/sales.ts';
import type { ImportContext } from './import-context.ts';
import type { SaleInWork } from './record-sale.ts';

/** What staff had done with a sale before a reading of its order was recorded. */
export interface WorkDone {
  readonly fulfillmentKey: number;
  readonly lines: ReadonlyMap<string, FulfillmentLine>;
  /** Pieces of each line that left here, by steps of staff. */
  readonly left: ReadonlyMap<string, number>;
  /** Pieces of each order line that BigCommerce was told to have left, by shipments of ours. */
  readonly told: ReadonlyMap<number, number>;
}

/**
 * The work that a change in BigCommerce can be at odds with: pieces in somebody's hands, or something that BigCommerce is
 * still to be told. Null where there is none; what left and was told is for BigCommerce to change as it likes.
 */
export const workDoneOn = (db: Reader, saleKey: number | undefined): WorkDone | null => {
  if (saleKey === undefined) return null;
  const fulfillments = fulfillmentsOfSale(db, saleKey).map(({ fulfillmentKey }) => ({
    fulfillmentKey,
    lines: linesOfFulfillment(db, fulfillmentKey),
  }));
  const inHand = fulfillments.find(({ lines }) => lines.some((line) => line.picked > line.fulfilled));
  const worked = inHand ?? (hasUntold(db, saleKey) ? fulfillments.find(({ lines }) => lines.length > 0) : undefined);
  if (!worked) return null;
  const all = fulfillments.flatMap(({ lines }) => lines.map((line) => [line.lineId, line] as const));
  return {
    fulfillmentKey: worked.fulfillmentKey,
    lines: new Map(all),
    left: leftHere(db, saleKey),
    told: shippedByUs(db, saleKey),
  };
};

/** An order as it is recorded now, beside what it was. */
export interface OrderChange {
  readonly linesBefore: readonly SaleLineRecord[];
  readonly linesNow: readonly SaleLineRecord[];
  readonly targets: readonly FulfillmentTarget[];
  /** Pieces of each order line that BigCommerce's shipments have. */
  readonly shipped: ReadonlyMap<number, number>;
}

/**
 * Lets a change in BigCommerce meet the work that was done here, in the transaction that records it: what waits for a
 * payment or the end of a hold is due again when the status changed, and staff are shown what changed of an order that they
 * were working on (R90; docs/conflicts.md).
 */
export const meetWork = (
  db: Writer,
  context: ImportContext,
  sale: SaleInWork,
  done: WorkDone | null,
  change: OrderChange,
): void => {
  const { saleKey, record, stored } = sale;
  if (!stored) return;
  if (stored.bigcommerceStatusId !== record.bigcommerceStatusId) wakeWaiting(db, saleKey, context.now);
  if (done) raiseConflicts(db, context, { saleKey, record, stored }, done, change);
};

/** What we ourselves told BigCommerce changes nothing that was not done here before, and so is never shown. */
const raiseConflicts = (
  db: Writer,
  context: ImportContext,
  sale: SaleInWork & { readonly stored: SaleRecord },
  done: WorkDone,
  change: OrderChange,
): void => {
  const { record, stored } = sale;
  if (stored.archived < record.archived) show(db, context, sale, done, 'gone');
  if (stored.saleStatus !== 'voided' && record.saleStatus === 'voided') {
    show(db, context, sale, done, 'cancelled');
    return;
  }
  if (stored.onHold < record.onHold) show(db, context, sale, done, 'on_hold');
  const refunded = piecesRefunded(done, change);
  if (refunded > 0 || isRefundedWhole(stored, record)) show(db, context, sale, done, 'refunded', { refunded });
  const elsewhere = piecesShippedElsewhere(done, change);
  if (elsewhere > 0) show(db, context, sale, done, 'shipped_elsewhere', { shipped: elsewhere });
  const lines = editsOf(change);
  if (lines.length > 0) show(db, context, sale, done, 'lines_changed', { lines });
};

const REFUNDED = 4;

const isRefundedWhole = (stored: SaleRecord, record: SaleRecord): boolean =>
  (stored.bigcommerceStatusId !== REFUNDED && record.bigcommerceStatusId === REFUNDED) ||
  (stored.paymentState !== 'refunded' && record.paymentState === 'refunded');

/** Pieces given back since that had been picked here. */
const piecesRefunded = ({ lines }: WorkDone, { linesBefore, linesNow }: OrderChange): number =>
  goods(linesNow).reduce((sum, line) => {
    const before = linesBefore.find(({ lineId }) => lineId === line.lineId)?.returned ?? 0;
    const picked = lines.get(line.lineId)?.picked ?? 0;
    return sum + Math.max(0, Math.min(line.returned - before, picked - (line.quantity - line.returned)));
  }, 0);

/**
 * Pieces that left without us and may be in somebody's hands here, or have left here as well: of a line of which some are
 * in hand all that left, of others what is more than was there to leave.
 */
const piecesShippedElsewhere = ({ lines, left, told }: WorkDone, { shipped, targets }: OrderChange): number =>
  targets
    .flatMap((target) => target.lines)
    .reduce((sum, now) => {
      const before = lines.get(now.lineId);
      if (!before) return sum;
      const lineId = Number(now.lineId);
      const byOthers = Math.max(0, (shipped.get(lineId) ?? 0) - (told.get(lineId) ?? 0));
      const twice = Math.max(0, byOthers + (left.get(now.lineId) ?? 0) - now.ordered);
      const fromHand = before.picked > before.fulfilled ? Math.max(0, now.fulfilled - before.fulfilled) : 0;
      return sum + Math.max(twice, fromHand);
    }, 0);

/** Goods of which the order has more or fewer pieces than before (R72). */
const editsOf = ({ linesBefore, linesNow }: OrderChange): LineEdit[] => {
  const before = new Map(goods(linesBefore).map((line) => [line.lineId, line]));
  const now = new Map(goods(linesNow).map((line) => [line.lineId, line]));
  return [...new Map([...before, ...now])].flatMap(([lineId, { name }]) => {
    const [from, to] = [before.get(lineId)?.quantity ?? 0, now.get(lineId)?.quantity ?? 0];
    return from === to ? [] : [{ name, from, to }];
  });
};

const goods = (lines: readonly SaleLineRecord[]): SaleLineRecord[] => lines.filter(({ kind }) => kind === 'product');

/** Puts one change before staff, with what had been done here. */
export const show = (
  db: Writer,
  { identity, now }: Pick<ImportContext, 'identity' | 'now'>,
  { saleKey, record }: Pick<SaleInWork, 'saleKey' | 'record'>,
  { fulfillmentKey, lines }: WorkDone,
  kind: ConflictKind,
  facts: Partial<TheirFacts> = {},
): void =>
  raiseConflict(db, {
    conflictId: identity.next(),
    saleKey,
    fulfillmentKey,
    entryKey: null,
    kind,
    ours: factsOf([...lines.values()]),
    theirs: { statusId: record.bigcommerceStatusId, status: record.bigcommerceStatus, ...facts },
    raisedAt: now,
  });

const factsOf = (lines: readonly FulfillmentLine[]): OurFacts => {
  const pieces = (of: (line: FulfillmentLine) => number) => lines.reduce((sum, line) => sum + of(line), 0);
  return {
    picked: pieces(({ picked }) => picked),
    packed: pieces(({ packed }) => packed),
    handedOver: pieces(({ fulfilled }) => fulfilled),
  };
};
