import { shipmentAnswer } from '../answers/shipment-answer.ts';
import type { Order, Shipment, ShipmentDetails, ShipmentItem } from '../orders/order.ts';
import { addShipment, plainDetails, removeShipment } from '../orders/shipping.ts';
import type { Shop } from '../shop/shop.ts';
import type { Api, ApiContext } from '../wire/api.ts';
import { type JsonObject, objectBody, objectsOf, textField, wholeNumberField } from '../wire/json-body.ts';
import { pagedV2 } from '../wire/paging.ts';
import { notFound, Refusal } from '../wire/refusal.ts';
import { foundOrder, touchNow } from './found-order.ts';

const path = '/v2/orders/:id/shipments';

/** Shipments and what they do to their order (bigcommerce.md §6). */
export const shipmentsRoutes = (api: Api, shop: Shop): void => {
  api.get(path, (c) => {
    const order = foundOrder(shop, c);
    return pagedV2(
      c,
      listed(shop, order).map((shipment) => shipmentAnswer(order, shipment)),
    );
  });

  api.get(`${path}/count`, (c) => c.json({ count: foundOrder(shop, c).shipments.length }));

  api.get(`${path}/:part`, (c) => {
    const order = foundOrder(shop, c);
    return c.json(shipmentAnswer(order, foundShipment(order, c)));
  });

  api.post(path, async (c) => {
    const order = foundOrder(shop, c);
    const body = await objectBody(c);
    const addressId = addressOf(order, body);
    const items = itemsOf(shop, order, body, addressId);
    const details = detailsOf(body, plainDetails(''));
    const shipment = addShipment(shop, order, { addressId, items, details }, touchNow(shop, order));
    shop.applied.push({
      kind: 'shipment_created',
      orderId: order.id,
      shipmentId: shipment.id,
      items,
      comments: details.comments,
      at: shop.clock(),
    });
    listedFrom.set(shipment, shop.clock() + shop.settings.shipmentsDelayMs);
    shop.mails.push({ about: 'shipment', orderId: order.id, shipmentId: shipment.id, at: shop.clock() });
    return c.json(shipmentAnswer(order, shipment), 201);
  });

  api.put(`${path}/:part`, async (c) => {
    const order = foundOrder(shop, c);
    const shipment = foundShipment(order, c);
    const body = await objectBody(c);
    if ('items' in body)
      throw new Refusal(400, 'The items of a shipment cannot be changed. Delete and create it again.');
    const changed: Shipment = { ...shipment, details: detailsOf(body, shipment.details) };
    order.shipments = order.shipments.map((each) => (each === shipment ? changed : each));
    touchNow(shop, order);
    shop.applied.push({ kind: 'shipment_changed', orderId: order.id, shipmentId: shipment.id, at: shop.clock() });
    return c.json(shipmentAnswer(order, changed));
  });

  api.delete(`${path}/:part`, (c) => {
    const order = foundOrder(shop, c);
    const shipment = foundShipment(order, c);
    removeShipment(order, shipment);
    touchNow(shop, order);
    shop.applied.push({ kind: 'shipment_deleted', orderId: order.id, shipmentId: shipment.id, at: shop.clock() });
    return c.body(null, 204);
  });
};

/** From when on a shipment that came over HTTP is listed, in milliseconds. */
const listedFrom = new WeakMap<Shipment, number>();

const listed = (shop: Shop, order: Order): Shipment[] =>
  order.shipments.filter((shipment) => (listedFrom.get(shipment) ?? 0) <= shop.clock());

const foundShipment = (order: Order, c: ApiContext): Shipment => {
  const shipment = order.shipments.find((each) => each.id === Number(c.req.param('part')));
  if (shipment === undefined) throw notFound();
  return shipment;
};

const addressOf = (order: Order, body: JsonObject): number => {
  const addressId = wholeNumberField(body, 'order_address_id');
  if (!order.addresses.some((each) => each.id === addressId)) {
    throw new Refusal(400, `The field 'order_address_id' is invalid: the order has no address ${addressId}.`);
  }
  return addressId;
};

/** Checked before anything happens, so that a shipment counts whole or not at all. */
const itemsOf = (shop: Shop, order: Order, body: JsonObject, addressId: number): ShipmentItem[] => {
  const wanted = new Map<number, number>();
  for (const item of objectsOf(body.items, 'items')) {
    if ('product_id' in item)
      throw new Refusal(400, "The field 'product_id' is not allowed in the items of a shipment.");
    const lineId = wholeNumberField(item, 'order_product_id');
    wanted.set(lineId, (wanted.get(lineId) ?? 0) + wholeNumberField(item, 'quantity'));
  }
  return [...wanted].map(([lineId, quantity]) => {
    const line = order.lines.find((each) => each.id === lineId && each.addressId === addressId);
    if (line === undefined) throw new Refusal(400, `Order product ${lineId} is not shipped to this address.`);
    const tooMany = quantity > line.quantity - line.shipped && !shop.settings.takesTooManyPieces;
    if (quantity < 1 || tooMany) {
      throw new Refusal(
        400,
        `Of order product ${lineId}, ${line.quantity - line.shipped} can be shipped, not ${quantity}.`,
      );
    }
    return { lineId, quantity };
  });
};

const detailsOf = (body: JsonObject, known: ShipmentDetails): ShipmentDetails => ({
  tracking_number: textField(body, 'tracking_number', known.tracking_number, 50),
  tracking_carrier: textField(body, 'tracking_carrier', known.tracking_carrier, 100),
  tracking_link: textField(body, 'tracking_link', known.tracking_link, 500),
  shipping_method: textField(body, 'shipping_method', known.shipping_method, 250),
  shipping_provider: textField(body, 'shipping_provider', known.shipping_provider, 100),
  comments: textField(body, 'comments', known.comments, 65_535),
});
