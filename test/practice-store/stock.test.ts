import { expect, test } from 'vitest';
import { heldClock, openStore, rowOf } from './open-store.ts';

const sku = 'KCH-BOARD';
const order = { lines: [{ sku, quantity: 3 }] };

test('a web order takes its goods off the shop’s stock when it is placed, and gives them back once when cancelled', async () => {
  const store = await openStore();
  const before = store.stockOf(sku);
  const id = store.placeOrder(order);
  expect(store.stockOf(sku)).toBe(before - 3);
  store.setStatus(id, 9);
  store.ship(id);
  expect(store.stockOf(sku)).toBe(before - 3);
  store.cancel(id);
  store.setStatus(id, 6);
  expect(store.stockOf(sku)).toBe(before);
  store.setStatus(id, 11);
  expect(store.stockOf(sku)).toBe(before - 3);
});

test('an unfinished checkout takes nothing until it is paid', async () => {
  const store = await openStore();
  const before = store.stockOf(sku);
  const id = store.placeOrder({ ...order, statusId: 0 });
  expect(store.stockOf(sku)).toBe(before);
  store.pay(id);
  expect([store.order(id).status_id, store.stockOf(sku)]).toEqual([11, before - 3]);
});

test('a shop that counts at shipment takes the goods when they are shipped or the order is completed', async () => {
  const store = await openStore({ updateStockBehavior: 'order_completed_or_shipped' });
  expect((await store.ask('/v3/settings/inventory')).body).toMatchObject({
    data: { update_stock_behavior: 'order_completed_or_shipped' },
  });
  const before = store.stockOf(sku);
  const shipped = store.placeOrder(order);
  const completed = store.placeOrder(order);
  expect(store.stockOf(sku)).toBe(before);
  const line = store.order(shipped).products[0];
  await store.send('POST', `/v2/orders/${shipped}/shipments`, {
    order_address_id: line?.order_address_id,
    items: [{ order_product_id: line?.id, quantity: 3 }],
  });
  expect(store.stockOf(sku)).toBe(before - 3);
  await store.send('PUT', `/v2/orders/${completed}`, { status_id: 10 });
  expect(store.stockOf(sku)).toBe(before - 6);
});

test('refunded pieces and edited lines move the stock by the difference', async () => {
  const store = await openStore();
  const before = store.stockOf(sku);
  const id = store.placeOrder(order);
  const lineId = store.order(id).products[0]?.id ?? 0;
  store.refund(id, { items: [{ lineId, quantity: 1 }] });
  expect(store.stockOf(sku)).toBe(before - 2);
  store.editLines(id, { quantities: [{ lineId, quantity: 5 }], add: [{ sku: 'KCH-SALT' }] });
  expect(store.stockOf(sku)).toBe(before - 4);
  store.editLines(id, { remove: [lineId] });
  expect(store.stockOf(sku)).toBe(before);
  expect(store.order(id).products.map((line) => line.sku)).toEqual(['KCH-SALT']);
});

test('a pickup takes its goods at its own location, a bundle takes its parts', async () => {
  const store = await openStore();
  const [main, riverside] = [store.stockOf(sku, 1), store.stockOf(sku, 2)];
  store.placeOrder({ ...order, pickup: 2 });
  expect([store.stockOf(sku, 1), store.stockOf(sku, 2)]).toEqual([main, riverside - 3]);
  const grinders = store.stockOf('COF-GRND');
  store.placeOrder({ lines: [{ sku: 'BOX-COFFEE', quantity: 2 }] });
  expect(store.stockOf('COF-GRND')).toBe(grinders - 2);
});

test('an absolute level is answered before it takes effect, and a read in between shows the old number (bigcommerce.md §0.14)', async () => {
  const clock = heldClock();
  const store = await openStore({ clock: clock.read, inventoryDelayMs: 2_000 });
  const before = store.stockOf(sku);
  const onHand = async () => {
    const [item] = await store.rows(`/v3/inventory/locations/1/items?sku:in=${sku}`);
    return item?.total_inventory_onhand;
  };
  const answer = await store.send('PUT', '/v3/inventory/adjustments/absolute', {
    reason: 'count',
    items: [{ location_id: 1, sku, quantity: 7 }],
  });
  expect([answer.status, rowOf(answer.body).transaction_id]).toEqual([200, expect.stringMatching(/^[0-9a-f]{32}$/)]);
  expect([await onHand(), store.applied]).toEqual([before, []]);
  clock.pass(2_000);
  expect(await onHand()).toBe(7);
  expect(store.applied).toMatchObject([{ kind: 'stock_set', locationId: 1, sku, quantity: 7, from: before, to: 7 }]);
});

test('a relative change is refused before an absolute one, and below the safety stock, for all items or none', async () => {
  const store = await openStore();
  const move = (locationId: number, quantity: number, of = sku) =>
    store.send('POST', '/v3/inventory/adjustments/relative', {
      items: [
        { location_id: 1, sku: 'KCH-SALT', quantity: 1 },
        { location_id: locationId, sku: of, quantity },
      ],
    });
  const salt = store.stockOf('KCH-SALT');
  const unset = await move(3, 5);
  expect([unset.status, rowOf(unset.body).title]).toEqual([
    422,
    expect.stringMatching(/^Items with identity: \[product_id \d+\] requires absolute adjustment before relative$/),
  ]);
  expect((await move(1, -100_000)).status).toBe(422);
  expect([store.stockOf('KCH-SALT'), store.applied]).toEqual([salt, []]);
  await store.send('PUT', '/v3/inventory/adjustments/absolute', { items: [{ location_id: 3, sku, quantity: 0 }] });
  expect((await move(3, 5)).status).toBe(200);
  expect(store.stockOf(sku, 3)).toBe(5);
});

test('an item has to be named the way it is counted, and untracked ones cannot be set', async () => {
  const store = await openStore();
  const set = async (item: Record<string, unknown>) => {
    const items = [{ location_id: 1, quantity: 4, ...item }];
    const { status, body } = await store.send('PUT', '/v3/inventory/adjustments/absolute', { items });
    return [status, rowOf(body).title];
  };
  const [pot, mug] = await Promise.all(
    ['GRD-PLANT', 'KIT-ENAM'].map(
      async (each) => (await store.rows(`/v3/catalog/products?sku=${each}&include=variants`))[0],
    ),
  );
  expect(pot).toMatchObject({ inventory_tracking: 'product' });
  expect(await set({ sku: 'GRD-PLANT-14CM' })).toEqual([422, expect.stringContaining('is tracked by product')]);
  expect((await set({ product_id: pot?.id }))[0]).toBe(200);
  expect(store.stockOf('GRD-PLANT-28CM')).toBe(4);
  expect(await set({ product_id: mug?.id })).toEqual([422, expect.stringContaining('is tracked by variant')]);
  expect(await set({ sku: 'DIG-COOK' })).toEqual([422, expect.stringContaining('is not tracked')]);
  expect(await set({ sku: 'NO-SUCH' })).toEqual([422, expect.stringContaining('were not found')]);
  expect((await set({ sku, quantity: -1 }))[0]).toBe(422);
  expect((await set({ sku, quantity: 1.5 }))[0]).toBe(422);
});

test('sellable is what is on hand less the safety stock, everywhere that it can be read', async () => {
  const store = await openStore();
  const items = await store.rows('/v3/inventory/items?limit=1000&location_id:in=1');
  expect(items.length).toBeGreaterThan(200);
  const levels = items.map((item) => rowOf((item.locations as unknown[])[0]));
  for (const level of levels) {
    const { safety_stock: safety } = rowOf(level.settings);
    expect(Number(level.available_to_sell) + Number(safety)).toBe(level.total_inventory_onhand);
  }
  expect(levels.some((level) => Number(rowOf(level.settings).safety_stock) > 0)).toBe(true);
});

test('the catalogue has products with variants, and what the merchant adds, changes and removes', async () => {
  const store = await openStore();
  const all = await store.rows('/v3/catalog/products?limit=250&include=variants');
  expect(all.length).toBeGreaterThan(110);
  expect((await store.ask('/v3/catalog/products')).body).toMatchObject({
    meta: { pagination: { total: all.length, count: 50, current_page: 1, links: { next: '?page=2&limit=50' } } },
  });
  const { productId, variantIds } = store.addProduct({ name: 'Kite', sku: 'KITE', price: '35.00' }, 6);
  store.editProduct(productId, { price: '40.00' });
  expect(await store.rows(`/v3/catalog/variants?sku=KITE`)).toMatchObject([
    { id: variantIds[0], product_id: productId, calculated_price: 40, inventory_level: 6 },
  ]);
  const id = store.placeOrder({ lines: [{ sku: 'KITE' }] });
  store.removeProduct(productId);
  expect((await store.ask(`/v3/catalog/products/${productId}`)).status).toBe(404);
  expect(store.order(id).products[0]).toMatchObject({ sku: 'KITE', name: 'Kite', product_id: productId });
});
