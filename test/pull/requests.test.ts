import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';

/** Limits of measures.md P1; the quota is shared with every other app of the store. */
describe('how much is asked of BigCommerce', () => {
  test('1,000 changed orders of 3 lines cost at most 12 requests, cold and steady, and an idle pull 2', async () => {
    const store = await openStore({ quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 } });
    const till = await openLinkedTill(store);
    const requestsOf = async () => {
      const before = store.received.length;
      const { orders } = await till.call('sync.now', {});
      return { requests: store.received.length - before, orders };
    };
    const ids = store.placeOrders(1_000, { linesPerOrder: 3, statusId: 11, kind: 'plain' });
    const cold = await requestsOf();
    expect(cold.orders.imported).toBe(1_000);
    expect(cold.requests).toBeLessThanOrEqual(12);
    for (const id of ids) store.setStatus(id, 9);
    const steady = await requestsOf();
    expect(steady.orders.updated).toBe(1_000);
    expect(steady.requests).toBeLessThanOrEqual(12);
  });

  test('an idle pull costs at most two requests', async () => {
    let now = Date.now();
    const store = await openStore({ clock: () => now });
    const till = await openLinkedTill(store);
    store.placeOrders(20, { statusId: 11 });
    await till.call('sync.now', {});
    now += 3_600_000;
    const before = store.received.length;
    await till.call('sync.now', {});
    expect(store.received.length - before).toBeLessThanOrEqual(2);
  });

  test('orders of one and the same second are all found, however many there are', async () => {
    const store = await openStore({ clock: () => 1_790_000_000_000 });
    const till = await openLinkedTill(store);
    store.placeOrders(620, { statusId: 11, kind: 'plain' });
    expect((await till.call('sync.now', {})).orders).toMatchObject({ seen: 620, imported: 620 });
  });

  test('once a burst has been quiet for two minutes, an idle pull does not read it again', async () => {
    let now = 1_790_000_000_000;
    const store = await openStore({ clock: () => now });
    const till = await openLinkedTill(store);
    const [orderId = 0] = store.placeOrders(600, { statusId: 11, kind: 'plain' });
    await till.call('sync.now', {});
    const db = openConnection(join(till.folder, 'tillbridge.db'));
    db.run('UPDATE cursors SET orders_moved_at = orders_moved_at - 120000');
    db.close();
    const before = store.received.length;
    expect((await till.call('sync.now', {})).orders.seen).toBe(0);
    expect(store.received.length - before).toBeLessThanOrEqual(2);
    now += 1_000;
    store.setStatus(orderId, 9);
    expect((await till.call('sync.now', {})).orders.updated).toBe(1);
  });

  test('when the quota runs low we wait for the next window instead of taking the rest from other apps', async () => {
    const store = await openStore({ quota: { requests: 10, windowMs: 1_500 } });
    const till = await openLinkedTill(store);
    store.placeOrders(1_500, { statusId: 11, kind: 'plain' });
    await till.call('sync.now', {});
    expect((await till.call('sync.status', {})).problem).toBeNull();
    expect((await till.call('sales.summary', {})).count).toBe(1_500);
  });
});
