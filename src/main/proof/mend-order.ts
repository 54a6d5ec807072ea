import type { Refund } from '../domain/order.ts';
import { storeDay } from '../domain/store-day.ts';
import { type Applied, applyOrder, type UnderstoodOrder } from '../pull/apply-order.ts';
import type { ImportContext } from '../pull/import-context.ts';
import { knownOrders } from '../pull/known-orders.ts';
import { raiseAlarms } from '../pull/raise-alarms.ts';
import type { Writer } from '../store/connection.ts';
import { foldEmail } from '../store/customers.ts';
import {
  correctLineProducts,
  correctReturn,
  emailOfCustomer,
  type LostSale,
  pastOfSale,
  removeReturn,
  replaceRefunds,
  returnsOfSale,
} from '../store/mending.ts';
import { openingNumbers } from '../store/openings.ts';
import { allOutlets } from '../store/outlets.ts';
import { setPaymentsVoided } from '../store/payments.ts';
import { refundsOfOrders } from '../store/refunds.ts';
import { type SaleRecord, type StoredSale, saleById, saleOfOrder, updateSale } from '../store/sales.ts';
import type { RaisedAlarm } from '../store/stock-alarms.ts';
import { openLedger } from '../store/stock-ledger.ts';
import { reviveSale } from './revive-sale.ts';

/** What BigCommerce says of an order, in full: the order itself and its refunds. */
export interface TheirOrder extends UnderstoodOrder {
  readonly refunds: readonly Refund[];
  /** Whether `refunds` are all there are; else none of ours is taken for gone. */
  readonly refundsComplete: boolean;
}

export interface MendContext extends ImportContext {
  /** Asked only when an order that should be here is not. */
  readonly lost: () => ReadonlyMap<string, LostSale>;
}

/**
 * Brings everything that is here of an order to what BigCommerce says. An import leaves alone what was decided at the
 * first one; that is put right first. The rest is what an import does. Runs inside the caller's transaction; done
 * again, it writes nothing.
 */
export const mendOrder = (db: Writer, context: MendContext, theirs: TheirOrder): Mended => {
  const { link, memory } = context;
  memory.forget();
  mendRefunds(db, link.linkKey, theirs);
  const stored = recordedSale(db, context, theirs.order.orderId) ?? reviveSale(db, context, theirs);
  if (stored) mendSale(db, context, theirs, stored);
  const ledger = openLedger(db);
  const known = knownOrders(db, link.linkKey, {
    orderIds: [theirs.order.orderId],
    emails: [theirs.order.buyer.email],
  });
  const applied = applyOrder(db, { ...context, known, ledger, openingOf: openingNumbers(db) }, theirs);
  return { applied, alarms: raiseAlarms(db, context, ledger.settle()) };
};

export interface Mended {
  readonly applied: Applied;
  readonly alarms: readonly RaisedAlarm[];
}

/** The sale of an order: under its number, or under its identity where the number is another one (R16). */
export const recordedSale = (db: Writer, { link, identity }: ImportContext, orderId: number): StoredSale | undefined =>
  saleOfOrder(db, link.linkKey, orderId) ?? saleById(db, identity.saleOf(link.storeHash, orderId));

const mendRefunds = (db: Writer, linkKey: number, { order, refunds, refundsComplete }: TheirOrder): void => {
  const ours = new Map(refundsOfOrders(db, linkKey, [order.orderId]).map((refund) => [refund.refundId, refund]));
  const wrong = refunds.filter((refund) => !sameRefund(ours.get(refund.refundId), refund));
  const there = new Set(refunds.map((refund) => refund.refundId));
  const gone = refundsComplete ? [...ours.keys()].filter((refundId) => !there.has(refundId)) : [];
  replaceRefunds(db, linkKey, wrong, gone);
};

const sameRefund = (ours: Refund | undefined, theirs: Refund): boolean =>
  ours !== undefined &&
  ours.amount === theirs.amount &&
  ours.reason === theirs.reason &&
  ours.at === theirs.at &&
  JSON.stringify(ours.items) === JSON.stringify(theirs.items);

const mendSale = (db: Writer, context: MendContext, { order }: TheirOrder, stored: StoredSale): void => {
  const { link, identity } = context;
  const { saleKey, ...before } = stored;
  const past = pastOfSale(db, saleKey);
  const saleId = identity.saleOf(link.storeHash, order.orderId);
  const record: SaleRecord = {
    ...before,
    saleId: saleById(db, saleId) ? before.saleId : saleId,
    source: 'online',
    linkKey: link.linkKey,
    orderId: order.orderId,
    receiptNumber: `W${order.orderId}`,
    fulfillmentStatus: fulfillmentStatusOf(before, past),
    customerKey: isTheirCustomer(db, before, order.buyer.email) ? before.customerKey : null,
    soldDay: storeDay(order.placedAt, timeZoneOf(db, before.outletKey) ?? context.binding.timeZone),
    // A later date would keep every reading out until then.
    orderModifiedAt: Math.min(before.orderModifiedAt, order.modifiedAt),
    revision: Math.max(before.revision, past.revision),
  };
  if (JSON.stringify(record) !== JSON.stringify(before)) updateSale(db, saleKey, record);
  correctLineProducts(db, saleKey);
  setPaymentsVoided(db, saleKey, record.saleStatus === 'voided');
  mendReturns(db, saleKey, refundsToReturn(db, record));
};

/** Only a sale that was never closed has no fulfillment (R61). */
const fulfillmentStatusOf = (before: SaleRecord, past: ReturnType<typeof pastOfSale>): string | null => {
  if (before.saleStatus !== 'voided' || past.wasClosed) return before.fulfillmentStatus ?? 'cancelled';
  return null;
};

/** Later edits in BigCommerce leave the customer as it is (R12), so only a sale that never changed can be judged. */
const isTheirCustomer = (db: Writer, { customerKey, customerEmail, revision }: SaleRecord, email: string): boolean => {
  if (customerKey === null) return true;
  const known = emailOfCustomer(db, customerKey);
  if (known === null) return false;
  return revision > 0 || known === foldEmail(customerEmail) || known === foldEmail(email);
};

const timeZoneOf = (db: Writer, outletKey: number): string | undefined =>
  allOutlets(db).find((outlet) => outlet.outletKey === outletKey)?.timeZone;

const refundsToReturn = (db: Writer, { linkKey, orderId, saleStatus, fulfillmentStatus }: SaleRecord): Refund[] =>
  saleStatus === 'voided' && fulfillmentStatus === null ? [] : refundsOfOrders(db, linkKey, [orderId]);

const mendReturns = (db: Writer, saleKey: number, refunds: readonly Refund[]): void => {
  const byId = new Map(refunds.map((refund) => [refund.refundId, refund]));
  for (const { refundId, amount, reason, returnedAt } of returnsOfSale(db, saleKey)) {
    const refund = byId.get(refundId);
    if (!refund) removeReturn(db, saleKey, refundId);
    else if (amount !== refund.amount || reason !== refund.reason || returnedAt !== refund.at) {
      correctReturn(db, saleKey, refund);
    }
  }
};
