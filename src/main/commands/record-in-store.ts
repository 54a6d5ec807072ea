import { Refusal } from '../../contract/fault.ts';
import { type Amount, sumOf } from '../domain/amount.ts';
import { storeDay } from '../domain/store-day.ts';
import { inStorePaymentState } from '../domain/tenders.ts';
import type { Reader, Writer } from '../store/connection.ts';
import { recordOrderEvidence } from '../store/evidence.ts';
import { openingNumbers } from '../store/openings.ts';
import { insertPayment } from '../store/payments.ts';
import { type ProductRow, productById } from '../store/products.ts';
import { nextReceiptNumber } from '../store/receipt-numbers.ts';
import { indexSale } from '../store/sale-search.ts';
import { type InStoreSaleRecord, insertLines, insertSale, recordEvent, saleExists } from '../store/sales.ts';
import { openLedger } from '../store/stock-ledger.ts';
import { type LineGiven, lineTotals, type PaymentGiven, paymentAmounts } from './in-store-money.ts';
import { type SalePlace, salePlace } from './sale-place.ts';
import type { StockDesk } from './stock-desk.ts';

export interface InStoreSale {
  readonly lines: readonly LineGiven[];
  readonly payments: readonly PaymentGiven[];
  readonly requestId?: string | undefined;
  readonly outletId?: string | undefined;
  readonly registerId?: string | undefined;
  /** ISO; now unless given. */
  readonly soldAt?: string | undefined;
  readonly customerName?: string | undefined;
}

/** A line as it is recorded. */
interface SoldLine {
  readonly lineId: string;
  readonly product: ProductRow;
  readonly quantity: number;
  readonly total: Amount;
}

interface Sold {
  readonly saleId: string;
  readonly place: SalePlace;
  readonly lines: readonly SoldLine[];
  readonly total: Amount;
  readonly paid: Amount;
  readonly soldAt: number;
  readonly customerName: string;
}

/**
 * Records a sale made in the shop, in one transaction: lines, payments, stock, all handed over at the counter. It has no
 * order and no link, so nothing could ever send it to BigCommerce as an order (R31); its stock movements make the
 * products' levels go there (R32). A request that was recorded before answers the same sale.
 *
 * A negative quantity is taken back: its stock returns and its money is a negative payment.
 * Throws `not_found`, `not_bound`, `register_not_in_outlet`, `invalid_input`.
 */
export const recordInStore = (desk: StockDesk, sale: InStoreSale): { saleId: string } =>
  desk.db.transaction(() => {
    const { db, identity } = desk;
    const { requestId } = sale;
    const saleId = requestId === undefined ? identity.next() : identity.saleOfRequest(requestId);
    if (saleExists(db, saleId)) return { saleId };
    const place = salePlace(db, sale);
    const { currency } = place.outlet;
    const totals = lineTotals(sale.lines, currency);
    const total = sumOf(totals, (each) => each);
    const amounts = paymentAmounts(sale.payments, total, currency);
    const sold: Sold = {
      saleId,
      place,
      lines: sale.lines.map((line, index) => ({
        lineId: String(index + 1),
        product: productSold(db, line.productId, index),
        quantity: line.quantity,
        total: totals[index] ?? 0,
      })),
      total,
      paid: sumOf(amounts, (amount) => amount),
      soldAt: soldAtOf(sale.soldAt, desk.now),
      customerName: sale.customerName ?? '',
    };
    const saleKey = recordSale(desk, sold);
    recordPayments(
      db,
      saleKey,
      sold,
      sale.payments.map(({ method }, index) => ({ method, amount: amounts[index] ?? 0 })),
    );
    moveStock(desk, saleKey, sold);
    recordOrderEvidence(db, saleId, desk.now);
    return { saleId };
  });

const productSold = (db: Reader, productId: string, index: number): ProductRow => {
  const product = productById(db, productId);
  if (!product) throw new Refusal('not_found', { field: `lines.${index}.productId` });
  return product;
};

/** How far a caller's clock may be ahead of ours, in ms. */
const CLOCKS_DIFFER_MS = 5 * 60_000;
const FIRST_DAY = Date.UTC(2000, 0, 1);

const soldAtOf = (given: string | undefined, now: number): number => {
  if (given === undefined) return now;
  const soldAt = Date.parse(given);
  if (soldAt >= FIRST_DAY && soldAt <= now + CLOCKS_DIFFER_MS) return soldAt;
  throw new Refusal('invalid_input', {
    message: 'A sale is not dated in the future, nor before the year 2000. Correct its time, or leave it out.',
    field: 'soldAt',
  });
};

const recordSale = ({ db, identity, now, by }: StockDesk, sold: Sold): number => {
  const { saleId, place, lines, total, soldAt, customerName } = sold;
  const { outlet, register } = place;
  const receiptNumber = nextReceiptNumber(db);
  const record: InStoreSaleRecord = {
    saleId,
    source: 'in_store',
    linkKey: null,
    orderId: null,
    receiptNumber,
    saleStatus: 'closed',
    paymentState: inStorePaymentState(total, sold.paid),
    fulfillmentStatus: null,
    onHold: 0,
    archived: 0,
    bigcommerceStatusId: null,
    bigcommerceStatus: null,
    outletKey: outlet.outletKey,
    registerKey: register.registerKey,
    customerKey: null,
    customerName,
    customerEmail: '',
    customerPhone: '',
    customerMessage: '',
    staffNotes: '',
    currency: outlet.currency,
    total,
    tax: 0,
    refunded: 0,
    itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    soldAt,
    soldDay: storeDay(soldAt, outlet.timeZone),
    importedAt: now,
    orderModifiedAt: null,
    revision: 0,
  };
  const saleKey = insertSale(db, record);
  insertLines(db, saleKey, lines.map(lineRecord));
  const words = lines.flatMap(({ product }) => [product.sku, product.name]);
  indexSale(db, saleKey, soldAt, [receiptNumber, customerName, ...words].join(' '));
  const what = lines.every(({ quantity }) => quantity < 0) ? 'Taken back in the shop' : 'Sold in the shop';
  const detail = by === null ? `${what}.` : `${what} by ${by}.`;
  recordEvent(db, { eventId: identity.next(), saleKey, registerKey: register.registerKey, happenedAt: soldAt, detail });
  return saleKey;
};

const lineRecord = ({ lineId, product, quantity, total }: SoldLine) => ({
  lineId,
  kind: 'product',
  productKey: product.productKey,
  sku: product.sku,
  name: product.name,
  options: '',
  bin: '',
  barcode: '',
  quantity,
  returned: 0,
  total,
  tax: 0,
  parentLineId: null,
});

/** Each is a tender of its own, so that two cards on one sale stay two payments (R23). */
const recordPayments = (
  db: Writer,
  saleKey: number,
  { place, soldAt }: Sold,
  payments: readonly { readonly method: string; readonly amount: Amount }[],
): void => {
  const openingNumber = openingNumbers(db)(place.register.registerKey);
  payments.forEach(({ method, amount }, index) => {
    if (amount === 0) return;
    insertPayment(db, {
      saleKey,
      tender: `counter ${index + 1}`,
      revision: 0,
      method,
      amount,
      outletKey: place.outlet.outletKey,
      registerKey: place.register.registerKey,
      paidAt: soldAt,
      openingNumber,
    });
  });
};

const moveStock = ({ db, identity, now, by }: StockDesk, saleKey: number, { place, lines }: Sold): void => {
  const ledger = openLedger(db);
  for (const { lineId, product, quantity } of lines) {
    if (!product.stocked) continue;
    ledger.append({
      movementId: identity.next(),
      outletKey: place.outlet.outletKey,
      registerKey: place.register.registerKey,
      productKey: product.productKey,
      saleKey,
      lineId,
      quantity: -quantity,
      causeKind: 'in_store_sale',
      causeId: 0,
      staffName: by,
      reason: null,
      movedAt: now,
    });
  }
  ledger.settle();
};
