import type { Shop } from '../shop/shop.ts';
import type { Order, ShipmentItem } from './order.ts';
import { setOrderStatus } from './order-life.ts';
import { isPaidStatus, isUnfinished } from './order-status.ts';
import { authoriseOrder, declineOrder, payOrder } from './payments.ts';
import { refundOrder } from './refunding.ts';
import { addShipment, plainDetails, remainingItems, remainingOf } from './shipping.ts';

/**
 * Lets happen to a new order what leads to `statusId`: payments, shipments, refunds, each a while after the other and
 * none after `now`. Gives the second of the last change.
 */
export const reachStatus = (shop: Shop, order: Order, statusId: number, now: number): number => {
  const after = (seconds: number): number => Math.min(now, order.createdAt + seconds);
  const paidAt = after(45 + (order.id % 50));
  const packedAt = after(3 * 3600 + (order.id % 97) * 60);
  const endedAt = after(30 * 3600 + (order.id % 61) * 600);
  if (isUnfinished(statusId)) {
    setOrderStatus(shop, order, statusId, order.createdAt);
    return order.createdAt;
  }
  if (!isPaidStatus(statusId)) return endUnpaid(shop, order, statusId, paidAt, endedAt);

  payOrder(shop, order, paidAt);
  setOrderStatus(shop, order, 11, paidAt);
  if (statusId === 11) return paidAt;
  const end = ends[statusId];
  const at = statusId === 8 || statusId === 9 ? packedAt : endedAt;
  end?.(shop, order, at);
  if (order.statusId !== statusId) setOrderStatus(shop, order, statusId, at);
  return at;
};

const endUnpaid = (shop: Shop, order: Order, statusId: number, soon: number, later: number): number => {
  if (statusId === 6) declineOrder(shop, order, soon);
  else if (statusId === 12) authoriseOrder(shop, order, soon, 'held for review');
  else if (statusId === 7 && order.paymentProvider === 'stripev3') authoriseOrder(shop, order, soon, 'authorized');
  else if (statusId === 5) payOrder(shop, order, soon);
  const at = statusId === 5 ? later : soon;
  setOrderStatus(shop, order, statusId, at);
  return at;
};

type End = (shop: Shop, order: Order, at: number) => void;

const shipAll: End = (shop, order, at) => {
  // Some merchants only set the status, and ship nothing as far as BigCommerce knows (bigcommerce.md §0.10).
  if (order.id % 11 === 0) return;
  for (const { id, method } of order.addresses) {
    const items = remainingItems(order, id);
    if (items.length > 0) addShipment(shop, order, { addressId: id, items, details: plainDetails(method) }, at);
  }
};

const shipSome: End = (shop, order, at) => {
  const [first] = order.addresses;
  if (first === undefined) return;
  const all = remainingItems(order, first.id);
  const items = order.addresses.length > 1 ? all : firstHalf(all);
  if (items.length > 0)
    addShipment(shop, order, { addressId: first.id, items, details: plainDetails(first.method) }, at);
};

/** At least something stays behind, or nothing goes. */
const firstHalf = (items: readonly ShipmentItem[]): ShipmentItem[] => {
  if (items.length > 1) return items.slice(0, Math.ceil(items.length / 2));
  return items.flatMap(({ lineId, quantity }) => (quantity > 1 ? [{ lineId, quantity: quantity - 1 }] : []));
};

const refundAll: End = (shop, order, at) => {
  refundOrder(shop, order, { reason: 'Customer changed their mind' }, at);
};

/** By quantity, by amount or tax alone, in turn. */
const refundSome: End = (shop, order, at) => {
  const line = order.lines.find((each) => each.price > 0 && remainingOf(each) > 0);
  const way = order.id % 4;
  if (way === 0 || line === undefined) refundOrder(shop, order, { amount: 5 * 10_000, reason: 'Goodwill' }, at);
  else if (way === 1 && order.taxRate > 0) refundOrder(shop, order, { tax: 10_000, reason: 'Tax exempt' }, at);
  else
    refundOrder(shop, order, { items: [{ lineId: line.id, quantity: 1 }], reason: 'Damaged', declined: way === 3 }, at);
};

/** What happened to orders in the statuses that more than a payment leads to. */
const ends: Readonly<Record<number, End>> = { 2: shipAll, 3: shipSome, 4: refundAll, 10: shipAll, 14: refundSome };
