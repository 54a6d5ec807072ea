import type { Shop } from '../shop/shop.ts';
import type { Order, Shipment, ShipmentDetails, ShipmentItem } from './order.ts';
import { settleStock } from './order-stock.ts';

/** Not shipped and not given back. */
export const remainingOf = (line: Order['lines'][number]): number =>
  Math.max(0, line.quantity - line.shipped - line.refunded);

/** Everything that could still be sent to one address. */
export const remainingItems = (order: Order, addressId: number): ShipmentItem[] =>
  order.lines
    .filter((line) => line.addressId === addressId && remainingOf(line) > 0)
    .map((line) => ({ lineId: line.id, quantity: remainingOf(line) }));

/** Statuses from which a shipment moves an order on; others stay as they are (bigcommerce.md §6.2). */
const movable = new Set([1, 3, 7, 8, 9, 11, 12]);

/**
 * Records a shipment and its effect: quantities rise, and the order becomes Shipped when nothing is left, Partially
 * Shipped before. The caller has checked the items.
 */
export const addShipment = (shop: Shop, order: Order, shipment: Omit<Shipment, 'id' | 'at'>, at: number): Shipment => {
  const added: Shipment = { ...shipment, id: shop.ids.shipment.next(), at };
  order.shipments = [...order.shipments, added];
  changeShipped(order, added, 1);
  if (shop.settings.shipmentsMoveStatus && movable.has(order.statusId)) {
    const complete = order.lines.every((line) => line.addressId === 0 || remainingOf(line) === 0);
    order.statusId = complete ? 2 : 3;
    if (complete) order.shippedAt = at;
  }
  settleStock(shop, order);
  return added;
};

/** Takes a shipment back. The status stays (bigcommerce.md §6.2). */
export const removeShipment = (order: Order, shipment: Shipment): void => {
  order.shipments = order.shipments.filter((each) => each !== shipment);
  changeShipped(order, shipment, -1);
};

const changeShipped = (order: Order, shipment: Shipment, sign: 1 | -1): void => {
  for (const { lineId, quantity } of shipment.items) {
    const line = order.lines.find((each) => each.id === lineId);
    if (line !== undefined) line.shipped += sign * quantity;
  }
};

/** Shipment details with nothing said. */
export const plainDetails = (method: string): ShipmentDetails => ({
  tracking_number: '',
  tracking_carrier: '',
  tracking_link: '',
  shipping_method: method,
  shipping_provider: '',
  comments: '',
});
