import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { liveStep } from '../../src/practice-store/live.ts';
import { placeOrders } from '../../src/practice-store/orders/place-orders.ts';
import { seededRandom } from '../../src/practice-store/random.ts';
import { currencyOf } from '../../src/practice-store/shop/currencies.ts';
import { newShop } from '../../src/practice-store/shop/shop.ts';
import { builtParts } from '../support/built-parts.ts';
import { heldClock, openStore } from './open-store.ts';

const openShop = () => {
  const clock = heldClock();
  const settings = { seed: 1, storeHash: 'x', token: 'x', name: 'x', planName: 'x', inventoryDelayMs: 0 };
  const shop = newShop(
    {
      ...settings,
      currency: currencyOf('USD'),
      taxInclusive: null,
      updateStockBehavior: 'order_placed',
      shipmentsDelayMs: 0,
      shipmentsMoveStatus: true,
      takesTooManyPieces: false,
      channels: [],
    },
    clock.read,
  );
  placeOrders(shop, 20, { statusId: 11 });
  return { shop, clock };
};

test('in an open shop orders arrive, and others are paid, shipped, refunded, completed and cancelled', () => {
  const { shop, clock } = openShop();
  const random = seededRandom(3);
  for (let step = 0; step < 600; step += 1) {
    clock.pass(4_000);
    liveStep(shop, random);
  }
  const orders = shop.book.byId.entries;
  expect(orders.length).toBeGreaterThan(300);
  const statuses = new Set(orders.map((order) => order.statusId));
  expect([...statuses].sort((one, other) => one - other)).toEqual(expect.arrayContaining([0, 2, 5, 7, 10, 11, 14]));
  const changes = shop.book.byModified.entries.map((order) => order.modifiedAt);
  expect(changes).toEqual([...changes].sort((one, other) => one - other));
});

test('a live shop takes orders by itself until it is closed', async () => {
  const store = await openStore();
  store.live.start({ everyMs: 1, seed: 4 });
  await expect.poll(() => [...store.orders()].length).toBeGreaterThan(3);
  store.live.stop();
  const count = [...store.orders()].length;
  await store.ask('/v2/time');
  expect([...store.orders()].length).toBe(count);
});

test('a worker runs the store off the caller’s thread: opens, takes more orders, and ends', async () => {
  const worker = new Worker(builtParts.practiceWorker, {
    workerData: { seed: 2, storeHash: 'away' },
  });
  onTestFinished(async () => {
    await worker.terminate();
  });
  const next = async () => (await once(worker, 'message'))[0];
  const ready = await next();
  expect(ready).toMatchObject({ type: 'ready', storeHash: 'away', token: expect.stringMatching(/^[0-9a-f]{31}$/) });
  worker.postMessage({ type: 'open', orders: 12, spreadOverDays: 3, live: { everyMs: 60_000 } });
  expect(await next()).toEqual({ type: 'opened', orders: 12 });
  worker.postMessage({ type: 'place', orders: 3 });
  expect(await next()).toEqual({ type: 'placed', orders: 3 });
  const response = await fetch(`${ready.baseUrl}/v2/orders/count`, { headers: { 'X-Auth-Token': ready.token } });
  expect(await response.json()).toMatchObject({ count: 15 });
  // Listened for before it is asked to stop: the last message and the end may come in one and the same instant.
  const exited = once(worker, 'exit');
  worker.postMessage({ type: 'stop' });
  expect(await next()).toEqual({ type: 'stopped' });
  expect(await exited).toEqual([0]);
});

test('stopping twice is safe, and nothing listens afterwards', async () => {
  const store = await openStore();
  await store.stop();
  await store.stop();
  await expect(store.ask('/v2/time')).rejects.toThrow('fetch failed');
});
