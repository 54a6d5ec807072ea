import { type Amount, portion, roundToCoin, sumOf } from '../money.ts';
import type { Shop } from '../shop/shop.ts';
import type { Order, Refund, RefundItem } from './order.ts';
import { type LineMoney, type OrderMoney, orderMoney } from './order-money.ts';
import { settleStock } from './order-stock.ts';
import { paymentMethodOf } from './payment-methods.ts';
import { returnMoney } from './payments.ts';

/** What is given back. Nothing named: everything that is left. Amounts in ten-thousandths, tax in them. */
export interface RefundRequest {
  readonly items?: readonly { readonly lineId: number; readonly quantity: number }[];
  readonly amount?: Amount;
  /** Tax alone. */
  readonly tax?: Amount;
  /** The gateway refuses the payment: the refund is there, the money is not back (bigcommerce.md §8.2). */
  readonly declined?: boolean;
  readonly reason?: string;
}

/** Records a refund and its effect on quantities, status, payment status, transactions and stock. */
export const refundOrder = (shop: Shop, order: Order, request: RefundRequest, at: number): Refund => {
  const money = orderMoney(order);
  const items = itemsOf(order, money, request);
  const tax = request.tax ?? taxOf(order, money, items);
  const total = sumOf(items, (each) => each.amount) + (request.tax ?? 0);
  const declined = request.declined ?? false;
  const method = paymentMethodOf(order.paymentMethod);
  const transactionId = declined ? null : returnMoney(shop, order, at, total);
  const refund: Refund = {
    id: shop.ids.refund.next(),
    at,
    reason: request.reason ?? '',
    total,
    tax,
    items,
    payment: {
      id: shop.ids.payment.next(),
      providerId: method.providerId ?? 'custom',
      offline: method.transaction === null,
      declined,
      transactionId,
    },
  };
  order.refunds = [...order.refunds, refund];
  shop.refunded.add(order);
  giveBack(order, items);
  const everything = refundedSoFar(order) >= money.total.inc;
  order.statusId = everything ? 4 : 14;
  order.paymentStatus = everything ? 'refunded' : 'partially refunded';
  settleStock(shop, order);
  return refund;
};

const refundedSoFar = (order: Order): Amount => sumOf(order.refunds, (each) => each.total);

const itemsOf = (order: Order, money: OrderMoney, request: RefundRequest): RefundItem[] => {
  const named = request.items !== undefined || request.amount !== undefined || request.tax !== undefined;
  if (!named) return everythingLeft(order, money);
  const products = (request.items ?? []).map(({ lineId, quantity }) => productItem(order, money, lineId, quantity));
  return request.amount === undefined ? products : [...products, orderItem(order, request.amount)];
};

const everythingLeft = (order: Order, money: OrderMoney): RefundItem[] => {
  const products = money.lines
    .filter(({ line }) => line.quantity > line.refunded)
    .map(({ line }) => productItem(order, money, line.id, line.quantity - line.refunded));
  const left = money.total.inc - refundedSoFar(order);
  const charges = chargeItems(order, money).filter((each) => each.amount > 0);
  const rest = left - sumOf(products, (each) => each.amount);
  if (order.refunds.length === 0 && sumOf(charges, (each) => each.amount) === rest) return [...products, ...charges];
  return rest === 0 ? products : [...products, orderItem(order, rest)];
};

const chargeItems = (order: Order, money: OrderMoney): RefundItem[] => [
  ...order.addresses.map((each, index) => amountItem('SHIPPING', each.id, money.shippingByAddress[index]?.inc ?? 0)),
  ...order.addresses.map((each, index) => amountItem('HANDLING', each.id, money.handlingByAddress[index]?.inc ?? 0)),
  ...order.fees.map((each, index) => amountItem('FEE', each.id, money.fees[index]?.inc ?? 0)),
  ...money.lines.map(({ line, wrapping }) => amountItem('GIFT_WRAPPING', line.id, wrapping.inc)),
];

const amountItem = (type: RefundItem['type'], itemId: number, amount: Amount): RefundItem => ({
  type,
  itemId,
  quantity: null,
  amount,
});

const orderItem = (order: Order, amount: Amount): RefundItem => amountItem('ORDER', order.id, amount);

const productItem = (order: Order, money: OrderMoney, lineId: number, quantity: number): RefundItem => {
  const found = money.lines.find(({ line }) => line.id === lineId);
  if (found === undefined) throw new RangeError(`The order has no line ${lineId}.`);
  const { line } = found;
  if (quantity < 1 || quantity > line.quantity - line.refunded) {
    throw new RangeError(`Of line ${lineId}, ${line.quantity - line.refunded} can be refunded, not ${quantity}.`);
  }
  const { decimals } = order.currency;
  const amount = shareOf(found, line.refunded + quantity, decimals) - shareOf(found, line.refunded, decimals);
  return { type: 'PRODUCT', itemId: lineId, quantity, amount };
};

/** What the first `pieces` of a line cost; all of them together exactly what was paid. */
const shareOf = ({ line, paid }: LineMoney, pieces: number, decimals: number): Amount =>
  pieces === line.quantity ? paid : roundToCoin(portion(paid, pieces, line.quantity), decimals);

const giveBack = (order: Order, items: readonly RefundItem[]): void => {
  for (const { type, itemId, quantity } of items) {
    const line = type === 'PRODUCT' ? order.lines.find((each) => each.id === itemId) : undefined;
    if (line !== undefined) line.refunded += quantity ?? 0;
  }
};

/** The tax in the refunded lines; money given back on the order as a whole carries none (bigcommerce.md §8.2). */
const taxOf = (order: Order, money: OrderMoney, items: readonly RefundItem[]): Amount =>
  sumOf(items, ({ type, itemId, quantity }) => {
    const found = type === 'PRODUCT' ? money.lines.find(({ line }) => line.id === itemId) : undefined;
    return found === undefined
      ? 0
      : roundToCoin(portion(found.total.tax, quantity ?? 0, found.line.quantity), order.currency.decimals);
  });
