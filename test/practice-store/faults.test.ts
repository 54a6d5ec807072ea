import { connect } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore, rowOf } from './open-store.ts';

const orderPath = { match: { method: 'GET', path: /^\/v2\/orders$/ } };

const withOrder = async () => {
  const store = await openStore();
  const id = store.placeOrder({});
  const { id: lineId = 0, order_address_id: addressId = 0 } = store.order(id).products[0] ?? {};
  const ship = () =>
    store.send('POST', `/v2/orders/${id}/shipments`, {
      order_address_id: addressId,
      items: [{ order_product_id: lineId, quantity: 1 }],
    });
  return { store, id, ship };
};

test('a scripted answer meets the requests that match it, as often as it says, and then the store is well again', async () => {
  const { store } = await withOrder();
  store.script({ kind: 'answer', status: 503, headers: { 'Retry-After': '5' }, times: 2, ...orderPath });
  expect((await store.ask('/v2/time')).status).toBe(200);
  const first = await store.ask('/v2/orders');
  expect([first.status, first.headers.get('retry-after')]).toEqual([503, '5']);
  expect((await store.ask('/v2/orders')).status).toBe(503);
  expect((await store.ask('/v2/orders')).status).toBe(200);
  expect(store.received.map((each) => each.path)).toEqual(['/v2/time', '/v2/orders', '/v2/orders', '/v2/orders']);
});

test('faults wait in a queue, and an empty script clears it', async () => {
  const { store } = await withOrder();
  store.script([
    { kind: 'html' },
    { kind: 'empty' },
    { kind: 'throttled', headers: false, times: Number.POSITIVE_INFINITY },
  ]);
  const page = await store.ask('/v2/orders');
  expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
  expect((await store.ask('/v2/orders')).status).toBe(204);
  const overloaded = await store.ask('/v2/orders');
  expect([overloaded.status, overloaded.headers.get('x-rate-limit-time-reset-ms')]).toEqual([429, null]);
  store.script([]);
  expect((await store.ask('/v2/orders')).status).toBe(200);
  store.script({ kind: 'throttled', headers: true, resetMs: 750 });
  expect((await store.ask('/v2/orders')).headers.get('x-rate-limit-time-reset-ms')).toBe('750');
});

test('an answer can end half-way, or have a field of another type', async () => {
  const { store } = await withOrder();
  store.script([
    { kind: 'truncated', ...orderPath },
    { kind: 'changed_field', field: 'total_inc_tax', value: { no: 'money' } },
  ]);
  await expect(store.ask('/v2/orders')).rejects.toThrow(SyntaxError);
  expect(await store.rows('/v2/orders')).toMatchObject([{ total_inc_tax: { no: 'money' } }]);
});

test('a connection can break before the request counts, half-way through the answer, or after the effect', async () => {
  const { store, id, ship } = await withOrder();
  store.script({ kind: 'reset', when: 'before' });
  await expect(ship()).rejects.toThrow('fetch failed');
  expect(store.order(id).shipments).toEqual([]);
  store.script({ kind: 'reset', when: 'mid-body' });
  await expect(store.ask('/v2/orders')).rejects.toThrow('terminated');
  store.script({ kind: 'reset', when: 'after-effect' });
  await expect(ship()).rejects.toThrow('fetch failed');
  expect(store.order(id).shipments).toHaveLength(1);
  expect(store.applied).toHaveLength(1);
});

test('a lost answer is a server error although the shipment was created (bigcommerce.md §6.4)', async () => {
  const { store, id, ship } = await withOrder();
  store.script({ kind: 'lost_answer', status: 504, match: { method: 'POST' } });
  expect((await ship()).status).toBe(504);
  expect(store.order(id)).toMatchObject({ status_id: 2, items_shipped: 1 });
  expect(store.applied).toMatchObject([{ kind: 'shipment_created', orderId: id }]);
});

test('a store that refuses connections comes back by itself at the same address', async () => {
  const { store } = await withOrder();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  store.script({ kind: 'refuse', forMs: 500 });
  await expect(store.ask('/v2/orders')).rejects.toThrow('fetch failed');
  await expect(store.ask('/v2/orders')).rejects.toThrow('fetch failed');
  vi.advanceTimersByTime(500);
  await expect.poll(() => listens(store.baseUrl)).toBe(true);
  expect((await store.ask('/v2/orders')).status).toBe(200);
});

const listens = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });

test('a slow answer drips but arrives whole; an endless one goes on until the client hangs up', async () => {
  const { store, id } = await withOrder();
  store.script({ kind: 'slow_body', bytesPerSecond: 200_000 });
  expect(rowOf((await store.ask(`/v2/orders/${id}`)).body).id).toBe(id);

  store.script({ kind: 'endless_body' });
  const giveUp = new AbortController();
  const response = await fetch(`${store.baseUrl}/v2/orders`, { signal: giveUp.signal });
  let seen = 0;
  for await (const bytes of response.body ?? []) {
    seen += bytes.length;
    if (seen > 1_000_000) break;
  }
  giveUp.abort();
  expect(seen).toBeGreaterThan(1_000_000);
  expect((await store.ask('/v2/orders')).status).toBe(200);
});

test('a delayed request is answered late, and stopping the store does not wait for it', async () => {
  const { store } = await withOrder();
  const started = performance.now();
  store.script({ kind: 'delay', delayMs: 60 });
  expect((await store.ask('/v2/orders')).status).toBe(200);
  expect(performance.now() - started).toBeGreaterThan(50);

  store.script({ kind: 'delay', delayMs: 3_600_000 });
  const hanging = expect(store.ask('/v2/orders')).rejects.toThrow('fetch failed');
  await expect.poll(() => store.received.length).toBe(2);
  await store.stop();
  await hanging;
});
