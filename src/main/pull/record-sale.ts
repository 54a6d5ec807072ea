import { sumOf } from '../domain/amount.ts';
import { type FulfillmentTarget, fulfillmentsOf, noProgress } from '../domain/fulfillment-plan.ts';
import type { Order } from '../domain/order.ts';
import type { OrderStatus } from '../domain/order-status.ts';
import { removedPerson, withoutPerson } from '../domain/removed-person.ts';
import type { Writer } from '../store/connection.ts';
import { indexSale, searchRow } from '../store/sale-search.ts';
import {
  insertLines,
  insertSale,
  linesOfSale,
  replaceLines,
  type SaleLineRecord,
  type SaleRecord,
  type StoredSale,
  saleFields,
  updateSale,
} from '../store/sales.ts';
import type { PageContext } from './import-context.ts';
import { meetWork, workDoneOn } from './raise-conflicts.ts';
import { recordFulfillments, storedProgress } from './record-fulfillments.ts';
import { recordPayments } from './record-payments.ts';
import { recordReturns } from './record-returns.ts';
import { recordStock } from './record-stock.ts';
import { recordTimeline } from './record-timeline.ts';
import { returnedOf, saleRecord, saleTarget } from './sale-target.ts';

export type Recorded = 'imported' | 'updated' | 'unchanged';

/**
 * Brings our rows to an order's latest state: computes what must be here, writes the difference (design law 12).
 *
 * The result depends on the order, its refunds and the ledger alone, not on the path there (R71); recording the same
 * order again writes nothing. Runs inside the page's transaction (design law 1).
 */
export const recordSale = (
  db: Writer,
  context: PageContext,
  told: Order,
  status: OrderStatus,
  stored: StoredSale | undefined,
): Recorded => {
  // Who bought was removed here: no later change of the order brings it back.
  const order = stored?.customerName === removedPerson ? withoutPerson(told) : told;
  const refunds = context.known.refunds.get(order.orderId) ?? [];
  const returned = returnedOf(order, refunds);
  const storedLines = stored ? linesOfSale(db, stored.saleKey) : [];
  const target = saleTarget(db, context, order, status, returned, storedLines);
  const fulfillments = plannedFulfillments(db, order, status, stored, returned);
  const record = saleRecord(db, context, order, status, {
    stored,
    fulfillments,
    paid: sumOf(target.tenders, (tender) => tender.amount),
    refunded: sumOf(refunds, (refund) => refund.amount),
    unreturned: pieces(target.lines),
  });
  const saleKey = stored?.saleKey ?? insertSale(db, record);
  const leavesStock = context.known.history.get(order.orderId) ?? false;
  const sale = { saleKey, record, stored, leavesStock };
  const workDone = workDoneOn(db, stored?.saleKey);
  const linesChanged = recordLines(db, saleKey, target.lines, stored ? storedLines : null);
  const money = tillContext(context, order, stored);
  const newRefunds = recordReturns(db, money, sale, refunds);
  const changes = [
    linesChanged,
    newRefunds.length > 0,
    recordPayments(db, money, sale, target.tenders),
    recordStock(db, context, sale, target.stock, newRefunds),
    recordFulfillments(db, context, sale, fulfillments, { before: storedLines, now: target.lines }),
    stored === undefined || saleChanged(stored, record),
  ];
  const isChanged = changes.includes(true);
  if (isChanged || stored?.orderModifiedAt !== record.orderModifiedAt) {
    context.ledger.orderChanged(target.lines.flatMap(({ productKey }) => productKey ?? []));
  }
  if (!isChanged) {
    if (stored && stored.orderModifiedAt !== record.orderModifiedAt) {
      updateSale(db, saleKey, { ...record, revision: stored.revision });
    }
    return 'unchanged';
  }
  if (stored) updateSale(db, saleKey, record);
  meetWork(db, context, sale, workDone, {
    linesBefore: storedLines,
    linesNow: target.lines,
    targets: fulfillments,
    shipped: new Map(order.lines.map((line) => [line.lineId, line.shipped])),
  });
  recordWords(db, sale, target.lines, storedLines);
  recordTimeline(db, context, sale, linesChanged);
  return stored ? 'updated' : 'imported';
};

/** What comes in from history was in the tills of its own time, and is in none of ours (R26). */
const tillContext = (context: PageContext, { orderId }: Order, stored: StoredSale | undefined): PageContext =>
  stored === undefined && context.known.history.has(orderId) ? { ...context, openingOf: () => 0 } : context;

/** A sale being recorded: its key, its row as it will be, and as it was. */
export interface SaleInWork {
  readonly saleKey: number;
  readonly record: SaleRecord;
  readonly stored: StoredSale | undefined;
  /** Whether its stock is left alone for ever, as an import of history was told to. */
  readonly leavesStock?: boolean;
}

/** An order that was cancelled before it was ever here leaves a record and nothing to hand over (R61). */
const plannedFulfillments = (
  db: Writer,
  order: Order,
  status: OrderStatus,
  stored: StoredSale | undefined,
  returned: (lineId: number) => number,
): FulfillmentTarget[] => {
  if (status.sale === 'voided' && !stored) return [];
  const progress = stored ? storedProgress(db, stored.saleKey) : noProgress;
  const planned = fulfillmentsOf(order, status, returned, progress);
  return status.sale === 'voided' && stored?.fulfillmentStatus === null ? [] : planned;
};

const pieces = (lines: readonly SaleLineRecord[]): number =>
  lines.reduce(
    (sum, line) => (line.kind === 'product' && line.parentLineId === null ? sum + line.quantity - line.returned : sum),
    0,
  );

const recordLines = (
  db: Writer,
  saleKey: number,
  lines: readonly SaleLineRecord[],
  stored: readonly SaleLineRecord[] | null,
): boolean => {
  if (stored) {
    if (JSON.stringify(stored) === JSON.stringify(lines)) return false;
    replaceLines(db, saleKey, lines);
  } else insertLines(db, saleKey, lines);
  return !stored || JSON.stringify(stored.map(asSold)) !== JSON.stringify(lines.map(asSold));
};

/** What is scanned to find the article says nothing about what was sold. */
const asSold = (line: SaleLineRecord): SaleLineRecord => ({ ...line, barcode: '' });

/** Facts that change with every reading say nothing about the sale. */
const bookkeeping: ReadonlySet<keyof SaleRecord> = new Set(['revision', 'orderModifiedAt']);

const saleChanged = (stored: StoredSale, record: SaleRecord): boolean =>
  saleFields.some((field) => !bookkeeping.has(field) && stored[field] !== record[field]);

/** What a sale is found by changes seldom: not with its status or payment. */
const recordWords = (
  db: Writer,
  { saleKey, record, stored }: SaleInWork,
  lines: readonly SaleLineRecord[],
  storedLines: readonly SaleLineRecord[],
): void => {
  const words = wordsOf(record, lines);
  const isIndexed =
    stored !== undefined &&
    words === wordsOf(stored, storedLines) &&
    searchRow(stored.soldAt, saleKey) === searchRow(record.soldAt, saleKey);
  if (!isIndexed) indexSale(db, saleKey, record.soldAt, words);
};

/** An e-mail address by what stands before the @: many share what stands behind it. */
const wordsOf = (record: SaleRecord, lines: readonly SaleLineRecord[]): string =>
  [
    record.orderId,
    record.receiptNumber,
    record.customerName,
    record.customerEmail.split('@')[0],
    ...lines.filter((line) => line.kind === 'product').flatMap((line) => [line.sku, line.name]),
  ].join(' ');
