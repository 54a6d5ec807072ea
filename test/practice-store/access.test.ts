import { expect, test } from 'vitest';
import { heldClock, openStore } from './open-store.ts';

test('another token is refused with 401, in V2’s form of errors and in V3’s', async () => {
  const store = await openStore();
  const wrong = { headers: { 'X-Auth-Token': 'not-this-one' } };
  const two = await store.ask('/v2/orders', wrong);
  expect([two.status, two.body]).toEqual([401, [{ status: 401, message: expect.any(String) }]]);
  const three = await store.ask('/v3/catalog/products', wrong);
  expect([three.status, three.body]).toMatchObject([401, { status: 401, title: expect.any(String), errors: {} }]);
});

test('a token without the permission is refused with 403, and reading does not allow writing', async () => {
  const store = await openStore({ scopes: ['store_v2_orders_read_only'] });
  const id = store.placeOrder({});
  expect((await store.ask('/v2/orders')).status).toBe(200);
  expect((await store.send('PUT', `/v2/orders/${id}`, { status_id: 9 })).status).toBe(403);
  expect((await store.ask(`/v3/orders/${id}/transactions`)).status).toBe(403);
  expect((await store.ask('/v3/inventory/items')).status).toBe(403);
  expect((await store.ask('/v2/store')).status).toBe(403);
  expect(store.applied).toEqual([]);
});

test('what is not there is 404, in both forms', async () => {
  const store = await openStore();
  expect((await store.ask('/v2/orders/99')).body).toEqual([
    { status: 404, message: 'The requested resource was not found.' },
  ]);
  expect((await store.ask('/v3/catalog/products/99')).body).toMatchObject({ status: 404, errors: {} });
  expect((await store.ask('/v2/nothing')).status).toBe(404);
});

test('creating and deleting orders is not allowed, and is seen when tried (R13, R31)', async () => {
  const store = await openStore();
  const id = store.placeOrder({});
  expect((await store.send('POST', '/v2/orders', { status_id: 1 })).status).toBe(405);
  expect((await store.send('DELETE', '/v2/orders')).status).toBe(405);
  expect((await store.send('DELETE', `/v2/orders/${id}`)).status).toBe(405);
  expect(store.received.map(({ method, path, body }) => [method, path, body])).toEqual([
    ['POST', '/v2/orders', { status_id: 1 }],
    ['DELETE', '/v2/orders', null],
    ['DELETE', `/v2/orders/${id}`, null],
  ]);
  expect([...store.orders()]).toEqual([id]);
});

test('every answer says how much of the quota is left; beyond it comes 429 until the window ends', async () => {
  const clock = heldClock();
  const store = await openStore({ clock: clock.read, quota: { requests: 3, windowMs: 30_000 } });
  clock.pass(10_000);
  const left = async () => {
    const { status, headers } = await store.ask('/v2/time');
    return [status, headers.get('x-rate-limit-requests-left'), headers.get('x-rate-limit-time-reset-ms')];
  };
  expect(await left()).toEqual([200, '2', '20000']);
  expect(await left()).toEqual([200, '1', '20000']);
  expect(await left()).toEqual([200, '0', '20000']);
  expect(await left()).toEqual([429, '0', '20000']);
  clock.pass(20_000);
  expect(await left()).toEqual([200, '2', '30000']);
});

test('the store tells its own time, and who it is', async () => {
  const clock = heldClock('2031-05-05T05:05:05.900Z');
  const store = await openStore({ clock: clock.read, currency: 'GBP', planName: 'Pro', storeHash: 'abc', name: 'A' });
  const time = await store.ask('/v2/time');
  expect(time.body).toEqual({ time: Date.parse('2031-05-05T05:05:05Z') / 1000 });
  expect(time.headers.get('date')).toBe('Mon, 05 May 2031 05:05:05 GMT');
  expect((await store.ask('/v2/store')).body).toMatchObject({
    id: 'abc',
    name: 'A',
    currency: 'GBP',
    plan_name: 'Pro',
    timezone: { name: 'America/Chicago' },
  });
  expect(await store.rows('/v2/order_statuses')).toHaveLength(15);
  expect(await store.rows('/v3/channels?type=storefront')).toMatchObject([{ id: 1, platform: 'bigcommerce' }]);
});
