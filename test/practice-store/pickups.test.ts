import { expect, test } from 'vitest';
import { openStore, rowsOf } from './open-store.ts';

test('pickups are told ready and collected without moving the order’s status (bigcommerce.md §7)', async () => {
  const store = await openStore();
  const orderId = store.placeOrder({ pickup: true });
  const lineId = store.order(orderId).products[0]?.id;
  const [method] = await store.rows('/v3/pickup/methods');
  const made = await store.send('POST', '/v3/orders/pickups', [
    {
      pickup_method_id: method?.id,
      order_id: orderId,
      ready_at: '2026-03-02T12:00:00Z',
      pickup_items: [{ order_product_id: lineId, quantity: 1 }],
    },
  ]);
  const [pickup] = rowsOf(made);
  expect(pickup).toMatchObject({ order_id: orderId, pickup_items: [{ status: 'AWAITING_COLLECTION' }] });
  await store.send('PUT', '/v3/orders/pickups', [{ pickup_id: pickup?.id, collected_at: '2026-03-03T09:00:00Z' }]);
  expect(await store.rows(`/v3/orders/pickups?order_id:in=${orderId}`)).toMatchObject([
    { collected_at: '2026-03-03T09:00:00Z', pickup_items: [{ status: 'COLLECTED' }] },
  ]);
  expect(store.order(orderId).status_id).toBe(11);
  expect((await store.send('DELETE', `/v3/orders/pickups?id:in=${pickup?.id}`)).status).toBe(204);
  expect(await store.rows('/v3/orders/pickups')).toEqual([]);
  expect(store.applied.map(({ kind }) => kind)).toEqual(['pickup_created', 'pickup_changed', 'pickup_deleted']);
});

test('a pickup of an unknown order or line is refused', async () => {
  const store = await openStore();
  const orderId = store.placeOrder({ pickup: true });
  const post = async (body: unknown) => (await store.send('POST', '/v3/orders/pickups', body)).status;
  const item = { order_product_id: 1, quantity: 1 };
  expect(await post([{ pickup_method_id: 1, order_id: 5, pickup_items: [item] }])).toBe(422);
  expect(await post([{ pickup_method_id: 1, order_id: orderId, pickup_items: [item] }])).toBe(422);
  expect(await post([])).toBe(422);
  expect(store.applied).toEqual([]);
});

test('locations name the places that hold stock', async () => {
  const store = await openStore();
  expect((await store.rows('/v3/inventory/locations')).map(({ id, code }) => [id, code])).toEqual([
    [1, 'MAIN'],
    [2, 'RIVERSIDE'],
    [3, 'HARBOUR'],
  ]);
});
