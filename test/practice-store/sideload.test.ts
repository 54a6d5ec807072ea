import { expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from './open-store.ts';

const include = 'include=consignments.line_items,fees&consignment_structure=object';

const consignment = z.object({
  line_items: z.array(z.looseObject({})),
  __warning__: z.object({ message: z.string() }).optional(),
});
const consignments = z.object({
  pickups: z.array(consignment),
  shipping: z.array(consignment),
  downloads: z.array(consignment),
  email: z.object({ gift_certificates: z.array(consignment) }),
});
const withObject = z.object({ consignments, fees: z.array(z.looseObject({ cost_inc_tax: z.string() })) });

test('more than 50 lines of a consignment are cut off with a warning, and paged in full elsewhere', async () => {
  const store = await openStore();
  const [large = 0] = store.placeOrders(1, { kind: 'large', statusId: 11 });
  const { consignments: found } = withObject.parse((await store.ask(`/v2/orders/${large}?${include}`)).body);
  expect(found.shipping[0]?.line_items).toHaveLength(50);
  expect(found.shipping[0]?.__warning__?.message).toContain('only 50 are included');
  const all = store.order(large).products.length;
  expect(all).toBeGreaterThan(50);
  expect(await store.rows(`/v2/orders/${large}/products`)).toHaveLength(50);
  expect(await store.rows(`/v2/orders/${large}/products?page=2`)).toHaveLength(all - 50);
  expect((await store.ask(`/v2/orders/${large}/products?page=3`)).status).toBe(204);
});

test('without the structure parameter consignments come as the older list of one', async () => {
  const store = await openStore();
  store.placeOrders(1, { kind: 'plain' });
  const [order] = await store.rows('/v2/orders?include=consignments');
  const [old] = z.array(consignments).parse(order?.consignments);
  expect(old?.shipping[0]?.line_items[0]).toHaveProperty('resource');
});

test('without a sideload the order only refers to its parts, at a host that does not exist', async () => {
  const store = await openStore();
  const id = store.placeOrder({});
  const [order] = await store.rows('/v2/orders');
  expect(order?.consignments).toEqual({
    url: `https://practice.invalid/stores/practice/v2/orders/${id}/consignments`,
    resource: `/orders/${id}/consignments`,
  });
});

test('a sideloaded page has the very lines that the orders’ own lists have', async () => {
  const store = await openStore({ seed: 5 });
  store.placeOrders(60);
  for (const order of await store.rows(`/v2/orders?limit=60&${include}`)) {
    const { consignments: all } = withObject.parse(order);
    const parts = [all.pickups, all.shipping, all.downloads, all.email.gift_certificates].flat();
    if (parts.some((part) => part.__warning__ !== undefined)) continue;
    const lines = parts.flatMap((part) => part.line_items);
    const byId = (one: Record<string, unknown>, other: Record<string, unknown>) => Number(one.id) - Number(other.id);
    expect(lines.sort(byId)).toEqual(await store.rows(`/v2/orders/${order.id}/products?limit=250`));
  }
});

test('an order to be picked up has a pickup with its location and no address; the shop’s own shipping method has one', async () => {
  const store = await openStore();
  const [collected = 0] = store.placeOrders(1, { kind: 'pickup', statusId: 8 });
  const { consignments: found } = store.order(collected);
  expect(found.shipping).toEqual([]);
  expect(found.pickups[0]?.location.id).toBeGreaterThan(0);
  expect(store.order(collected).products[0]).toMatchObject({
    order_address_id: 0,
    order_pickup_method_id: found.pickups[0]?.id,
  });
  expect((await store.ask(`/v2/orders/${collected}/shipping_addresses`)).status).toBe(204);

  const [byMethod = 0] = store.placeOrders(1, { kind: 'pickup_method', statusId: 11 });
  expect(store.order(byMethod).shipping_addresses[0]?.shipping_method).toBe('Pickup In Store');
});

test('downloads and gift certificates have no address; custom products have no product', async () => {
  const store = await openStore();
  const id = store.placeOrder({
    lines: [
      { sku: 'DIG-COOK' },
      { name: 'Gift certificate', kind: 'giftcertificate', productId: 0, price: '50' },
      { productId: 0, name: 'Engraving', price: '18' },
    ],
  });
  const { products, consignments: found } = store.order(id);
  expect(products.map((line) => [line.type, line.product_id > 0, line.order_address_id > 0])).toEqual([
    ['digital', true, false],
    ['giftcertificate', false, false],
    ['physical', false, true],
  ]);
  expect(found.downloads).toHaveLength(1);
  expect(found.email.gift_certificates).toHaveLength(1);
});

test('a bundle brings its parts as lines that cost nothing and name their parent', async () => {
  const store = await openStore();
  const id = store.placeOrder({ lines: [{ sku: 'BOX-COFFEE', quantity: 2 }] });
  const [box, ...parts] = store.order(id).products;
  expect(parts.map((part) => [part.sku, part.quantity, part.total_inc_tax, part.parent_order_product_id])).toEqual([
    ['COF-GRND', 2, '0.0000', box?.id],
    ['COF-FILT', 2, '0.0000', box?.id],
    ['COF-BLEND', 2, '0.0000', box?.id],
  ]);
});

test('lists below an order are 204 when it has none, coupons say what came off, taxes name their line when asked', async () => {
  const store = await openStore();
  const id = store.placeOrder({
    lines: [{ sku: 'x', price: '30.00' }],
    coupon: { code: 'THREE', amount: '3', discount: '0.90', type: 1 },
    taxRate: '10',
  });
  const bare = store.placeOrder({ taxRate: '0' });
  expect(await store.rows(`/v2/orders/${id}/coupons`)).toMatchObject([
    { code: 'THREE', amount: '3.0000', discount: '0.9000', type: 1 },
  ]);
  expect((await store.ask(`/v2/orders/${bare}/coupons`)).status).toBe(204);
  expect((await store.ask(`/v2/orders/${bare}/taxes`)).status).toBe(204);
  expect(await store.rows(`/v2/orders/${id}/taxes?details=true`)).toMatchObject([
    { line_item_type: 'item', line_amount: '2.9100', rate: '10.0000' },
  ]);
  expect((await store.ask(`/v2/orders/${id}/fees`)).body).toEqual({ fees: [] });
});
