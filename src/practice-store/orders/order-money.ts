import { type Amount, allot, portion, roundToCoin, sumOf } from '../money.ts';
import type { Discount, Line, Order } from './order.ts';

/** An amount on both sides of tax; `tax` always closes the gap for charges, while lines follow `LineMoney`. */
export interface Charge {
  readonly ex: Amount;
  readonly inc: Amount;
  readonly tax: Amount;
}

/**
 * The money of one line. `total.ex` and `total.inc` are before discounts of the whole order, `total.tax` is after them,
 * so that the three need not close (bigcommerce.md §0.6 and §3.4).
 */
export interface LineMoney {
  readonly line: Line;
  readonly price: Charge;
  readonly total: Charge;
  /** What is really paid for the line, tax in it. */
  readonly paid: Amount;
  readonly wrapping: Charge;
  readonly applied: readonly { readonly discount: Discount; readonly amount: Amount }[];
}

export interface OrderMoney {
  readonly lines: readonly LineMoney[];
  readonly subtotal: Charge;
  /** One for each address, in their order. */
  readonly shippingByAddress: readonly Charge[];
  readonly handlingByAddress: readonly Charge[];
  readonly shipping: Charge;
  readonly handling: Charge;
  readonly wrapping: Charge;
  /** One for each fee, in their order. */
  readonly fees: readonly Charge[];
  readonly discount: Amount;
  readonly couponDiscount: Amount;
  readonly total: Charge;
}

/**
 * All money of an order. Where tax is in the prices, discounts come off the side with tax; elsewhere off the other one:
 * `total.inc = lines + shipping + handling + wrapping + fees − discounts`, and `total.ex + total.tax = total.inc`.
 */
export const orderMoney = (order: Order): OrderMoney => {
  const charge = (amount: Amount): Charge => chargeOf(order, amount);
  const lines = lineMoney(order);
  const shippingByAddress = order.addresses.map((each) => charge(each.cost));
  const handlingByAddress = order.addresses.map((each) => charge(each.handling));
  const fees = order.fees.map((fee) => charge(fee.amount));
  const subtotal = added(lines.map((each) => each.total));
  const shipping = added(shippingByAddress);
  const handling = added(handlingByAddress);
  const wrapping = added(lines.map((each) => each.wrapping));
  const coupons = order.discounts.filter((each) => each.kind === 'coupon');
  const couponDiscount = sumOf(coupons, (each) => each.amount);
  const discount = sumOf(order.discounts, (each) => each.amount) - couponDiscount;
  const gross = added([subtotal, shipping, handling, wrapping, ...fees]);
  const total = totalOf(order, gross, discount + couponDiscount);
  return {
    lines,
    subtotal,
    shippingByAddress,
    handlingByAddress,
    shipping,
    handling,
    wrapping,
    fees,
    discount,
    couponDiscount,
    total,
  };
};

const totalOf = (order: Order, gross: Charge, discounts: Amount): Charge => {
  if (order.taxInclusive) {
    const inc = gross.inc - discounts;
    return { inc, tax: gross.tax, ex: inc - gross.tax };
  }
  const ex = gross.ex - discounts;
  return { ex, tax: gross.tax, inc: ex + gross.tax };
};

const lineMoney = (order: Order): LineMoney[] => {
  const gross = order.lines.map((line) => line.price * line.quantity);
  // A gift certificate is money, not goods: no discount and no tax.
  const weights = order.lines.map((line, index) => (line.kind === 'giftcertificate' ? 0 : (gross[index] ?? 0)));
  const shares = order.discounts.map((each) => allot(each.amount, weights, order.currency.decimals));
  return order.lines.map((line, index) => {
    const applied = order.discounts.flatMap((discount, place) => {
      const amount = shares[place]?.[index] ?? 0;
      return amount === 0 ? [] : [{ discount, amount }];
    });
    return moneyOfLine(order, line, applied);
  });
};

const moneyOfLine = (order: Order, line: Line, applied: LineMoney['applied']): LineMoney => {
  const rate = line.kind === 'giftcertificate' ? 0 : order.taxRate;
  const gross = line.price * line.quantity;
  const net = gross - sumOf(applied, (each) => each.amount);
  const price = pieceOf(order, line.price, rate);
  const tax = roundToCoin(taxIn(order, net, rate), order.currency.decimals);
  const wrapping = chargeOf(order, line.wrapping);
  if (order.taxInclusive) {
    const total = { inc: gross, ex: price.ex * line.quantity, tax };
    return { line, price, total, paid: net, wrapping, applied };
  }
  const total = { ex: gross, inc: price.inc * line.quantity, tax };
  return { line, price, total, paid: net + tax, wrapping, applied };
};

/** The price of one piece, to the fourth decimal: its tax is rounded to coins only in totals. */
const pieceOf = (order: Order, price: Amount, rate: number): Charge => {
  const tax = taxIn(order, price, rate);
  return order.taxInclusive ? { inc: price, ex: price - tax, tax } : { ex: price, inc: price + tax, tax };
};

/** The tax of an amount on the order's exact side, to the fourth decimal. */
const taxIn = (order: Order, amount: Amount, rate: number): Amount =>
  portion(amount, rate, order.taxInclusive ? 10_000 + rate : 10_000);

/** A charge that is no line: its tax is in whole coins. */
const chargeOf = (order: Order, amount: Amount): Charge => {
  if (amount === 0) return nothing;
  const tax = roundToCoin(taxIn(order, amount, order.taxRate), order.currency.decimals);
  return order.taxInclusive ? { inc: amount, ex: amount - tax, tax } : { ex: amount, inc: amount + tax, tax };
};

const nothing: Charge = { ex: 0, inc: 0, tax: 0 };

const added = (charges: readonly Charge[]): Charge => ({
  ex: sumOf(charges, (each) => each.ex),
  inc: sumOf(charges, (each) => each.inc),
  tax: sumOf(charges, (each) => each.tax),
});
