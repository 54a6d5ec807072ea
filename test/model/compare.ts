import { isDeepStrictEqual } from 'node:util';
import type { FulfillmentRowView } from '../../src/contract/fulfillments.ts';
import type { ProductView } from '../../src/contract/products.ts';
import type { SaleView } from '../../src/contract/sales.ts';
import type { ModelSale, Place } from './model.ts';
import { lineTotals, type Seen, totalled } from './seen.ts';
import { sum, units } from './web-order.ts';

/** What differs, a sentence each; empty where the till shows what the model says. */
export type Differences = string[];

type Facts = Readonly<Record<string, unknown>>;

const differing = (about: string, wanted: Facts, shown: Facts): Differences =>
  Object.entries(wanted)
    .filter(([name, value]) => !isDeepStrictEqual(value, shown[name]))
    .map(
      ([name, value]) =>
        `${about}: ${name}\n    by the rules ${JSON.stringify(value)}\n    shown        ${JSON.stringify(shown[name])}`,
    );

/** The same name that the model gives a product (R17–R20). */
const keyOf = (product: ProductView | undefined): string => {
  if (product === undefined) return 'unknown product';
  if (product.bigcommerceProductId !== null && product.bigcommerceProductId !== '0') {
    return `${product.bigcommerceProductId}/${product.bigcommerceVariantId ?? 0}`;
  }
  return product.sku.trim() === '' ? `name ${product.name}` : `sku ${product.sku}`;
};

const byLine = <L extends { readonly lineId: string }>(lines: readonly L[]): L[] =>
  lines.toSorted((one, other) => Number(one.lineId) - Number(other.lineId));

/** A sale against its order. */
export const compareSale = (
  model: ModelSale,
  sale: SaleView,
  seen: Seen,
  /** Places bound since the sale was imported, by `placeName`. */
  bindings: ReadonlySet<string>,
): Differences => {
  const { fulfillments, lines, payments, returns, taken, place, ...plain } = wantedFacts(model);
  const about = `order ${sale.orderId}`;
  return [
    ...differing(about, plain, plainFacts(sale)),
    ...differing(about, place, { outletId: sale.outletId, registerId: sale.registerId }),
    ...differing(about, lines, lineFacts(sale, seen)),
    ...differing(about, { payments }, { payments: paymentFacts(sale, bindings) }),
    ...(returns === null ? [] : differing(about, { returns }, { returns: returnFacts(sale) })),
    ...differing(about, { stock: taken }, { stock: stockFacts(sale, seen) }),
    ...differing(
      about,
      { fulfillments },
      { fulfillments: fulfillmentFacts(seen.fulfillments.get(sale.orderId ?? '')) },
    ),
    ...differing(about, sumFacts(model), shownSums(sale)),
    ...compareScreens(sale, seen.fulfillments.get(sale.orderId ?? '')),
  ];
};

const wantedFacts = (model: ModelSale) => {
  const {
    total,
    tax,
    lines,
    payments,
    returns,
    taken,
    fulfillments,
    place,
    paymentState,
    balanceDue,
    onHold,
    ...plain
  } = model;
  return {
    ...plain,
    ...(paymentState === null ? {} : { paymentState, balanceDue }),
    ...(onHold === null ? {} : { onHold }),
    total,
    place: { outletId: place.outletId, registerId: place.registerId },
    lines: {
      'product lines': byLine(lines.products),
      charges: lines.charges,
      fees: lines.fees,
      discounts: lines.discounts,
      rounding: lines.rounding,
    },
    payments: totalled(payments.map(({ method, amount }) => [`${method} at ${placeName(place)}`, amount])),
    returns: returns?.map((each) => JSON.stringify({ ...each, lines: byLine(each.lines) })).sort() ?? null,
    taken: totalled(Object.entries(taken).map(([key, quantity]) => [`${place.outletId} ${key}`, -quantity])),
    fulfillments: sortedFulfillments(fulfillments.map((each) => ({ ...each, lines: byLine(each.lines) }))),
  };
};

const plainFacts = (sale: SaleView): Facts => ({
  saleStatus: sale.saleStatus,
  bigcommerceStatusId: sale.bigcommerceStatusId,
  onHold: sale.onHold,
  soldAt: sale.soldAt,
  currency: sale.total.currency,
  total: units(sale.total.amount),
  paymentState: sale.paymentState,
  balanceDue: units(sale.totals.balanceDue.amount),
});

const lineFacts = (sale: SaleView, seen: Seen): Facts => ({
  'product lines': byLine(
    sale.lines
      .filter((line) => line.kind === 'product')
      .map((line) => ({
        lineId: line.lineId,
        product: keyOf(seen.products.get(line.productId ?? '')),
        quantity: line.quantity,
        total: units(line.total.amount),
        tax: units(line.tax.amount),
        parentLineId: line.parentLineId,
      })),
  ),
  charges: totalled(
    sale.lines
      .filter((line) => ['shipping', 'handling', 'wrapping'].includes(line.kind))
      .map((line) => [line.kind, units(line.total.amount)]),
  ),
  fees: lineTotals(sale, 'fee'),
  discounts: sum(Object.values(lineTotals(sale, 'discount'))),
  rounding: sum(Object.values(lineTotals(sale, 'rounding'))),
});

export const placeName = ({ outletId, registerId }: Place): string => `${outletId}/${registerId}`;

/** A total that changed may be paid in two rows: the register counts their sum. */
const paymentFacts = (sale: SaleView, bindings: ReadonlySet<string>): Record<string, number> => {
  return nonZero(
    sale.payments.map(({ method, amount, ...place }) => {
      // What comes in after a rebinding is on the register bound then (docs/decisions/0014).
      const known = bindings.has(placeName(place));
      return [`${method.toLowerCase()} at ${placeName(known ? sale : place)}`, units(amount.amount)];
    }),
  );
};

const returnFacts = (sale: SaleView): string[] =>
  sale.returns
    .map(({ amount, lines }) => JSON.stringify({ amount: units(amount.amount), lines: byLine(lines) }))
    .sort();

const stockFacts = (sale: SaleView, seen: Seen): Record<string, number> => {
  return nonZero(
    sale.stockMovements.map((each) => [`${each.outletId} ${keyOf(seen.products.get(each.productId))}`, each.quantity]),
  );
};

const nonZero = (rows: readonly (readonly [string, number])[]): Record<string, number> =>
  Object.fromEntries(Object.entries(totalled(rows)).filter(([, amount]) => amount !== 0));

interface Goods {
  readonly type: string;
  readonly status: string;
  readonly lines: readonly { readonly lineId: string; readonly ordered: number; readonly fulfilled: number }[];
}

/** One that an edit left without goods stays, cancelled and empty, for what staff had recorded on it. */
const sortedFulfillments = (all: readonly Goods[]): string[] =>
  all
    .filter(({ status, lines }) => status !== 'cancelled' || lines.length > 0)
    .map(({ type, status, lines }) => JSON.stringify({ type, status, lines }))
    .sort();

const fulfillmentFacts = (rows: readonly FulfillmentRowView[] = []): string[] =>
  sortedFulfillments(
    rows.map(({ type, status, lines }) => ({
      type,
      status,
      lines: byLine(lines.map(({ lineId, ordered, fulfilled }) => ({ lineId, ordered, fulfilled }))),
    })),
  );

/** What R34 promises of the lines, and what the sums beside them say. */
const sumFacts = (model: ModelSale): Facts => {
  const { products, charges, fees, discounts } = model.lines;
  return {
    'sum of lines': model.total,
    'tax in lines': model.tax,
    'total tax': model.tax,
    items: sum(products.map((line) => line.total)),
    charges: sum([...Object.values(charges), ...Object.values(fees)]),
    discounts: Math.abs(discounts),
    paid: sum(model.payments.map(({ amount }) => amount)),
    ...(model.returns === null ? {} : { refunded: sum(model.returns.map(({ amount }) => amount)) }),
  };
};

const shownSums = ({ lines, totals }: SaleView): Facts => ({
  'sum of lines': sum(lines.map((line) => units(line.total.amount))),
  'tax in lines': sum(lines.map((line) => units(line.tax.amount))),
  'total tax': units(totals.tax.amount),
  items: units(totals.items.amount),
  charges: units(totals.charges.amount),
  discounts: Math.abs(units(totals.discounts.amount)),
  paid: units(totals.paid.amount),
  refunded: units(totals.refunded.amount),
});

/** The same facts stand on both screens (R15). */
const compareScreens = (sale: SaleView, rows: readonly FulfillmentRowView[] = []): Differences =>
  rows.flatMap((row) => {
    const { saleId, receiptNumber, saleStatus, paymentState, onHold, bigcommerceStatusId, total } = row;
    const onFulfillments = { saleId, receiptNumber, saleStatus, paymentState, onHold, bigcommerceStatusId, total };
    return differing(`fulfillment of order ${sale.orderId}`, onFulfillments, { ...sale });
  });
