import type { Shop } from '../shop/shop.ts';
import { lineFrom } from './line-from-draft.ts';
import type { Order } from './order.ts';
import type { LineDraft } from './order-draft.ts';
import { isOrderStatus } from './order-status.ts';
import { settleStock } from './order-stock.ts';
import { payOrder } from './payments.ts';

/**
 * Sets a status as the control panel and `PUT /orders/{id}` do. It is only a status: Shipped gets its date but ships
 * nothing, Cancelled gives no money back (bigcommerce.md §0.10 and §4). Throws a RangeError for an unknown id.
 */
export const setOrderStatus = (shop: Shop, order: Order, statusId: number, at: number): void => {
  if (!isOrderStatus(statusId)) throw new RangeError(`BigCommerce has no order status ${statusId}.`);
  order.statusId = statusId;
  if (statusId === 2 && order.shippedAt === 0) order.shippedAt = at;
  settleStock(shop, order);
};

/** Payment is confirmed: the money comes in, once, and what waited for it can be prepared. */
export const confirmPayment = (shop: Shop, order: Order, at: number): void => {
  const paid = order.transactions.some(({ event, ok }) => ok && (event === 'purchase' || event === 'capture'));
  if (!paid) payOrder(shop, order, at);
  const digital = order.lines.every((line) => line.kind !== 'physical');
  if ([0, 1, 7, 12].includes(order.statusId)) setOrderStatus(shop, order, digital ? 10 : 11, at);
};

/** Changes of an order's lines, as the merchant makes them in the control panel. */
export interface LineEdits {
  readonly quantities?: readonly { readonly lineId: number; readonly quantity: number }[];
  readonly remove?: readonly number[];
  readonly add?: readonly LineDraft[];
}

/** Edits lines; stock follows where it had been taken. Throws a RangeError for a line that is not there. */
export const editOrderLines = (
  shop: Shop,
  order: Order,
  { quantities = [], remove = [], add = [] }: LineEdits,
): void => {
  const changes = [...quantities, ...remove.map((lineId) => ({ lineId, quantity: 0 }))];
  for (const { lineId, quantity } of changes) {
    const line = order.lines.find((each) => each.id === lineId);
    if (line === undefined) throw new RangeError(`Order ${order.id} has no line ${lineId}.`);
    line.quantity = quantity;
  }
  settleStock(shop, order);
  const surroundings = {
    addressIds: order.addresses.map((each) => each.id),
    digital: false,
    rate: order.exchangeRate,
    currency: order.currency,
  };
  order.lines = [
    ...order.lines.filter((line) => line.quantity > 0),
    ...add.flatMap((draft) => lineFrom(shop, draft, surroundings)),
  ];
  settleStock(shop, order);
};
