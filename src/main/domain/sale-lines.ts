import { type Amount, sumOf } from './amount.ts';
import type { Charge, Fee, Order, OrderLine } from './order.ts';

export type SaleLineKind = 'product' | 'shipping' | 'handling' | 'wrapping' | 'fee' | 'discount' | 'rounding';

/** A line of a sale. All lines of a sale sum to the order's total, and their tax to the order's tax (R34). */
export interface SaleLine {
  readonly lineId: string;
  readonly kind: SaleLineKind;
  readonly name: string;
  readonly quantity: number;
  /** Tax included. Discounts are negative. */
  readonly total: Amount;
  /** The tax contained in `total`. */
  readonly tax: Amount;
  /** The order line behind a product line. */
  readonly orderLine: OrderLine | null;
}

/**
 * The lines of an order, in its currency, to the last decimal (R34–R39).
 *
 * Which column is exact depends on how the store enters prices (bigcommerce.md §0.7). Where tax is included, discounts
 * come off the tax-inclusive side; where it is not, they come off the other side and line tax is already net of them.
 * The store's own way is tried first, then the other; what neither explains becomes an explicit rounding line.
 */
export const saleLinesOf = (order: Order): SaleLine[] => {
  const own = linesBy(order, order.taxInclusive);
  if (residueOf(order, own) === 0) return withRounding(order, own);
  const other = linesBy(order, !order.taxInclusive);
  return withRounding(order, residueOf(order, other) === 0 ? other : own);
};

const linesBy = (order: Order, taxInclusive: boolean): SaleLine[] => {
  const charge = (lineId: string, kind: SaleLineKind, name: string, amounts: Charge): SaleLine => ({
    lineId,
    kind,
    name,
    quantity: 1,
    total: taxInclusive ? amounts.incTax : amounts.exTax + amounts.tax,
    tax: amounts.tax,
    orderLine: null,
  });
  const discount = (lineId: string, name: string, amount: Amount): SaleLine => ({
    lineId,
    kind: 'discount',
    name,
    quantity: 1,
    total: 0 - amount,
    tax: 0,
    orderLine: null,
  });
  const products = order.lines.map((line) => ({
    ...charge(String(line.lineId), 'product', line.name, line),
    quantity: line.quantity,
    orderLine: line,
  }));
  const extras = [
    charge('shipping', 'shipping', 'Shipping', order.shipping),
    charge('handling', 'handling', 'Handling', order.handling),
    charge('wrapping', 'wrapping', 'Gift wrapping', order.wrapping),
    ...order.fees.map((fee, index) => charge(feeLineId(order.fees, index), 'fee', fee.name, fee)),
    discount('discount', 'Discount', order.discount),
    discount('coupon', 'Coupon', order.couponDiscount),
  ];
  return [...products, ...extras.filter((line) => line.total !== 0)];
};

/** A fee's own id; the second fee of one and the same id gets a name of its own. */
const feeLineId = (fees: readonly Fee[], index: number): string => {
  const feeId = fees[index]?.feeId ?? '';
  const before = fees.slice(0, index).filter((fee) => fee.feeId === feeId).length;
  return before === 0 ? `fee:${feeId}` : `fee:${feeId}/${before + 1}`;
};

const residueOf = (order: Order, lines: readonly SaleLine[]): Amount =>
  order.total - sumOf(lines, (line) => line.total);

const withRounding = (order: Order, lines: SaleLine[]): SaleLine[] => {
  const total = residueOf(order, lines);
  const tax = order.totalTax - sumOf(lines, (line) => line.tax);
  if (total === 0 && tax === 0) return lines;
  return [
    ...lines,
    { lineId: 'rounding', kind: 'rounding', name: 'Rounding', quantity: 1, total, tax, orderLine: null },
  ];
};

/** Lines that are bundles of other lines: paid for, but not on a shelf themselves (bigcommerce.md §3.4). */
export const bundleLineIds = (order: Order): ReadonlySet<number> =>
  new Set(order.lines.flatMap((line) => (line.parentLineId === null ? [] : [line.parentLineId])));
