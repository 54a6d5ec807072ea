import type { Collection, Order } from '../orders/order.ts';
import type { Shop } from '../shop/shop.ts';
import type { Api, ApiContext } from '../wire/api.ts';
import { type JsonObject, jsonBody, objectsOf, wholeNumberField } from '../wire/json-body.ts';
import { numbersIn, pagedV3 } from '../wire/paging.ts';
import { Refusal } from '../wire/refusal.ts';

const path = '/v3/orders/pickups';
const mostPickups = 100;

interface Row {
  readonly order: Order;
  readonly collection: Collection;
}

/** What is told about handing pickups over; it does not move the order's status (bigcommerce.md §7). */
export const pickupsRoutes = (api: Api, shop: Shop): void => {
  /** Orders with a pickup record, by the record's id. */
  const known = new Map<number, Order>();
  const note = (kind: 'pickup_created' | 'pickup_changed' | 'pickup_deleted', order: Order, pickupId: number) => {
    shop.applied.push({ kind, orderId: order.id, pickupId, at: shop.clock() });
  };

  api.get(path, (c) => pagedV3(c, rowsOf(known).filter(pickupTest(c)), pickupAnswer));

  api.post(path, async (c) => {
    const bodies = objectsOf(await jsonBody(c), 'pickups', 422);
    if (bodies.length > mostPickups) throw new Refusal(422, `At most ${mostPickups} pickups can be created at once.`);
    const drafts = bodies.map((body) => ({ order: orderOf(shop, body), collection: collectionOf(body) }));
    const rows = drafts.map(({ order, collection }) => ({
      order,
      collection: { ...collection, id: shop.ids.collection.next() },
    }));
    for (const { order, collection } of rows) {
      order.collections = [...order.collections, collection];
      known.set(collection.id, order);
      note('pickup_created', order, collection.id);
    }
    return c.json({ data: rows.map(pickupAnswer), meta: {} });
  });

  api.put(path, async (c) => {
    const bodies = objectsOf(await jsonBody(c), 'pickups', 422);
    const rows = bodies.map((body): Row => {
      const { order, collection } = rowOf(known, wholeNumberField(body, 'pickup_id', 422));
      return { order, collection: { ...collection, ...timesOf(body, collection) } };
    });
    for (const { order, collection } of rows) {
      order.collections = order.collections.map((each) => (each.id === collection.id ? collection : each));
      note('pickup_changed', order, collection.id);
    }
    return c.json({ data: rows.map(pickupAnswer), meta: {} });
  });

  api.delete(path, (c) => {
    for (const id of numbersIn(c, 'id:in') ?? []) {
      const { order } = rowOf(known, id);
      order.collections = order.collections.filter((each) => each.id !== id);
      known.delete(id);
      note('pickup_deleted', order, id);
    }
    return c.body(null, 204);
  });
};

const rowsOf = (known: ReadonlyMap<number, Order>): Row[] =>
  [...known].flatMap(([id, order]) => {
    const collection = order.collections.find((each) => each.id === id);
    return collection === undefined ? [] : [{ order, collection }];
  });

const rowOf = (known: ReadonlyMap<number, Order>, id: number): Row => {
  const row = rowsOf(known).find(({ collection }) => collection.id === id);
  if (row === undefined) throw new Refusal(404, `There is no pickup ${id}.`);
  return row;
};

const pickupTest = (c: ApiContext): ((row: Row) => boolean) => {
  const orderIds = numbersIn(c, 'order_id:in');
  const ids = numbersIn(c, 'pickup_id:in');
  return ({ order, collection }) => (orderIds?.has(order.id) ?? true) && (ids?.has(collection.id) ?? true);
};

const orderOf = (shop: Shop, body: JsonObject): Order => {
  const orderId = wholeNumberField(body, 'order_id', 422);
  const order = shop.book.get(orderId);
  if (order === undefined) throw new Refusal(422, `There is no order ${orderId}.`);
  for (const item of objectsOf(body.pickup_items, 'pickup_items', 422)) {
    const lineId = wholeNumberField(item, 'order_product_id', 422);
    if (!order.lines.some((line) => line.id === lineId))
      throw new Refusal(422, `Order ${orderId} has no product ${lineId}.`);
  }
  return order;
};

const collectionOf = (body: JsonObject): Omit<Collection, 'id'> => ({
  methodId: wholeNumberField(body, 'pickup_method_id', 422),
  ...timesOf(body, { readyAt: '', collectedAt: null }),
  items: objectsOf(body.pickup_items, 'pickup_items', 422).map((item) => ({
    lineId: wholeNumberField(item, 'order_product_id', 422),
    quantity: wholeNumberField(item, 'quantity', 422),
  })),
});

const timesOf = (body: JsonObject, known: Pick<Collection, 'readyAt' | 'collectedAt'>) => ({
  readyAt: typeof body.ready_at === 'string' ? body.ready_at : known.readyAt,
  collectedAt: typeof body.collected_at === 'string' ? body.collected_at : known.collectedAt,
});

const pickupAnswer = ({ order, collection }: Row) => ({
  id: collection.id,
  pickup_method_id: collection.methodId,
  order_id: order.id,
  ready_at: collection.readyAt,
  collected_at: collection.collectedAt,
  pickup_items: collection.items.map(({ lineId, quantity }) => ({
    order_product_id: lineId,
    quantity,
    status: collection.collectedAt === null ? 'AWAITING_COLLECTION' : 'COLLECTED',
  })),
});
