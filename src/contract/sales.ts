import { z } from 'zod';
import { command, query } from './procedure.ts';
import { bigcommerceStatusId, fulfillmentStatus, paymentState, saleStatus } from './status.ts';
import {
  amountGiven,
  day,
  decimal,
  identifier,
  instant,
  money,
  orderId,
  pageCursor,
  pageLimit,
  pageOf,
  searchText,
} from './values.ts';

export const saleSource = z.enum(['online', 'in_store']);

/** All filters combine. `from` and `to` are both included: an instant, or a day of the outlet's calendar. */
export const saleFilter = z.object({
  search: searchText.optional(),
  saleStatus: saleStatus.optional(),
  bigcommerceStatusId: bigcommerceStatusId.optional(),
  payment: paymentState.optional(),
  fulfillment: fulfillmentStatus.optional(),
  source: saleSource.optional(),
  from: z.union([instant, day]).optional(),
  to: z.union([instant, day]).optional(),
  outletId: identifier.optional(),
  registerId: identifier.optional(),
  customerId: identifier.optional(),
  /** What a sale comes to, in whatever currency; both included. */
  amountFrom: decimal.optional(),
  amountTo: decimal.optional(),
  /** `returns`: something came back; `unpaid`: money is still due. */
  view: z.enum(['all', 'returns', 'unpaid']).optional(),
});
export type SaleFilter = z.output<typeof saleFilter>;

export const saleRowView = z.object({
  saleId: identifier,
  receiptNumber: z.string(),
  orderId: z.string().nullable(),
  source: saleSource,
  saleStatus,
  bigcommerceStatusId: bigcommerceStatusId.nullable(),
  /** The label as the merchant named it; map on the id, show this (R57, R59). */
  bigcommerceStatus: z.string().nullable(),
  paymentState,
  fulfillmentStatus: fulfillmentStatus.nullable(),
  onHold: z.boolean(),
  /** BigCommerce has archived the order, or does not know it any more; the sale stays (R73). */
  archived: z.boolean(),
  soldAt: instant,
  /** The sale's day in the outlet's time zone. */
  soldDay: day,
  importedAt: instant,
  outletId: identifier,
  registerId: identifier,
  customerName: z.string(),
  itemCount: z.number().int(),
  total: money,
  /** What was given back, by returns that belong to the sale. */
  refunded: money,
});
export type SaleRowView = z.output<typeof saleRowView>;

export const saleLineKind = z.enum(['product', 'shipping', 'handling', 'wrapping', 'fee', 'discount', 'rounding']);

export const saleLineView = z.object({
  lineId: identifier,
  kind: saleLineKind,
  productId: identifier.nullable(),
  sku: z.string(),
  name: z.string(),
  /** Options the buyer chose, as one line of text; empty when none. */
  options: z.string(),
  quantity: z.number().int(),
  /** What the line adds to the order's total, tax included; discounts are negative. All lines sum to the total (R34). */
  total: money,
  /** The tax contained in `total`. */
  tax: money,
  /** The bundle this line belongs to; bundle parts cost nothing of their own. */
  parentLineId: identifier.nullable(),
});

export const saleView = saleRowView.extend({
  customer: z.object({
    customerId: identifier.nullable(),
    name: z.string(),
    email: z.string(),
    phone: z.string(),
  }),
  customerMessage: z.string(),
  staffNotes: z.string(),
  totals: z.object({
    items: money,
    charges: money,
    discounts: money,
    tax: money,
    paid: money,
    refunded: money,
    balanceDue: money,
  }),
  lines: z.array(saleLineView),
  payments: z.array(
    z.object({ method: z.string(), amount: money, outletId: identifier, registerId: identifier, at: instant }),
  ),
  returns: z.array(
    z.object({
      returnId: identifier,
      amount: money,
      reason: z.string(),
      at: instant,
      lines: z.array(z.object({ lineId: identifier, quantity: z.number().int() })),
    }),
  ),
  stockMovements: z.array(
    z.object({
      productId: identifier,
      sku: z.string(),
      outletId: identifier,
      /** Signed: a sale is negative. */
      quantity: z.number().int(),
      cause: z.string(),
      at: instant,
    }),
  ),
  fulfillments: z.array(
    z.object({ fulfillmentId: identifier, type: z.enum(['delivery', 'pickup']), status: fulfillmentStatus }),
  ),
  timeline: z.array(z.object({ at: instant, what: z.string() })),
});
export type SaleView = z.output<typeof saleView>;

const perCurrency = z.array(money);

const saleSums = z.object({
  count: z.number().int(),
  totals: perCurrency,
  /** What came back: by returns that belong to a sale, or at the counter. */
  returned: perCurrency,
});

/** Rows of a page of an export: few enough that other questions are answered in between. */
const mostExported = 250;

export const salesProcedures = {
  'sales.list': query({
    description: 'Sales, newest first, a page at a time (R15, R59).',
    input: saleFilter.extend({ cursor: pageCursor.optional(), limit: pageLimit }),
    output: pageOf(saleRowView),
  }),
  'sales.summary': query({
    description:
      'Count and totals of a filter. Voided sales are counted, not totalled. With words, a customer, an amount or an instant in the filter no more than the latest 5,000 sales are added up: `complete` is false where there are more.',
    input: saleFilter,
    output: saleSums.extend({ complete: z.boolean() }),
  }),
  'sales.days': query({
    description: 'Count and totals of the latest days of a filter that have sales; the days before them with `to`.',
    input: saleFilter.extend({ most: z.number().int().min(1).max(400).default(31) }),
    output: z.object({ days: z.array(saleSums.extend({ day })) }),
  }),
  'sales.export': query({
    description:
      'Sales of a filter as CSV for a spreadsheet, newest first, a page at a time: the pages behind each other are the file.',
    input: saleFilter.extend({
      cursor: pageCursor.optional(),
      limit: z.number().int().min(1).max(mostExported).default(mostExported),
    }),
    output: z.object({ csv: z.string(), count: z.number().int(), nextCursor: pageCursor.nullable() }),
  }),
  'sales.find': query({
    description:
      'The sale that a scanned or typed code means: a receipt number, the barcode of a slip, an order number. Null where none does, or more than one.',
    input: z.object({ code: z.string().trim().min(1).max(200) }),
    output: z.object({
      found: z.object({ saleId: identifier, by: z.enum(['receipt', 'slip', 'order']) }).nullable(),
    }),
  }),
  'sales.get': query({
    description: 'One sale with lines, payments, returns, stock movements and timeline, by its id or its order number.',
    input: z
      .object({ saleId: identifier.optional(), orderId: orderId.optional() })
      .refine((by) => (by.saleId === undefined) !== (by.orderId === undefined), {
        message: 'Give either saleId or orderId.',
      }),
    output: saleView,
  }),
  'sales.recordInStore': command({
    allowed: 'anyone',
    description:
      'A sale made in the shop, tax included in the prices: it moves stock and is in Sales history; it never goes to BigCommerce as an order (R31).',
    input: z.object({
      lines: z
        .array(
          z.object({
            productId: identifier,
            /** Negative: taken back from the customer. */
            quantity: z.number().int().min(-1_000_000).max(1_000_000),
            unitPrice: amountGiven,
          }),
        )
        .min(1)
        .max(1_000),
      /** Together no more than the total; money given back to the customer is negative, and so is then the total. */
      payments: z.array(z.object({ method: z.string().trim().min(1).max(60), amount: amountGiven })).max(50),
      /** A UUID of the caller's: the same one again is the same sale. */
      requestId: z.uuid().optional(),
      /** The bound outlet and register unless others are named. */
      outletId: identifier.optional(),
      registerId: identifier.optional(),
      soldAt: instant.optional(),
      customerName: z.string().trim().max(200).optional(),
    }),
    output: z.object({ saleId: identifier }),
  }),
};
