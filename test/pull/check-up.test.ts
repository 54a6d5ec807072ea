import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECK_UP_EVERY_MS } from '../../src/main/pull/check-up.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { openLinkedTill, openStore, type Till } from '../support/linked-till.ts';

/** As if the store had been linked, and last compared, that much longer ago. */
const letTimePass = (till: Till) => {
  const db = openConnection(join(till.folder, 'tillbridge.db'));
  db.run('UPDATE links SET linked_at = linked_at - :ms', { ms: CHECK_UP_EVERY_MS });
  db.run('UPDATE cursors SET checked_up_at = checked_up_at - :ms', { ms: CHECK_UP_EVERY_MS });
  db.close();
};

const open = async () => {
  let now = 1_790_000_000_000;
  const store = await openStore({ clock: () => now });
  const till = await openLinkedTill(store);
  /** BigCommerce's clock goes on, so that no overlap finds the change by chance. */
  const later = () => {
    now += 3_600_000;
  };
  return { store, till, later };
};

describe('what no list of changes tells is found by looking (bigcommerce.md §3.5)', () => {
  test('a shipment that left date_modified alone is seen within hours', async () => {
    const { store, till, later } = await open();
    const orderId = store.placeOrder({});
    await till.call('sync.now', {});
    later();
    store.placeOrder({});
    await till.call('sync.now', {});
    store.ship(orderId, { silent: true });
    await till.call('sync.now', {});
    expect((await till.call('sales.get', { orderId })).fulfillmentStatus).toBe('new');
    letTimePass(till);
    await till.call('sync.now', {});
    expect((await till.call('sales.get', { orderId })).fulfillmentStatus).toBe('fulfilled');
  });

  test('an archived order is marked; its sale, its stock and its payment stay (R73)', async () => {
    const { store, till, later } = await open();
    const orderId = store.placeOrder({});
    await till.call('sync.now', {});
    const before = await till.call('sales.get', { orderId });
    later();
    store.archive(orderId);
    letTimePass(till);
    await till.call('sync.now', {});
    const after = await till.call('sales.get', { orderId });
    expect(after).toMatchObject({ saleStatus: 'closed', archived: true, payments: before.payments });
    expect(after.stockMovements).toEqual(before.stockMovements);
  });

  test('a finished order that is not where it was counted is compared and put right', async () => {
    const { store, till, later } = await open();
    const ids = store.placeOrders(30, { statusId: 10, kind: 'plain' });
    await till.call('sync.now', {});
    later();
    store.placeOrder({});
    await till.call('sync.now', {});
    // As if the list had never shown this one.
    const [lost = 0] = ids;
    const db = openConnection(join(till.folder, 'tillbridge.db'));
    const sale = db.get<{ key: number }>('SELECT sale_key AS key FROM sales WHERE order_id = :lost', { lost });
    db.execute('PRAGMA foreign_keys = OFF');
    db.execute('DROP TRIGGER stock_movements_never_go');
    for (const table of ['sale_lines', 'payments', 'stock_movements', 'sale_events', 'fulfillments', 'sales']) {
      db.run(`DELETE FROM ${table} WHERE sale_key = :key`, { key: sale?.key ?? 0 });
    }
    db.close();
    letTimePass(till);
    await till.call('sync.now', {});
    expect((await till.call('sales.get', { orderId: lost })).bigcommerceStatusId).toBe(10);
    expect((await till.call('sales.summary', {})).count).toBe(31);
  });

  test('a held order is tried again without waiting for BigCommerce to change it', async () => {
    const { store, till, later } = await open();
    const orderId = store.placeOrder({});
    store.script({ kind: 'changed_field', field: 'status_id', value: 77, match: { path: /^\/v2\/orders$/ } });
    await till.call('sync.now', {});
    expect((await till.call('orders.held', {})).rows).toHaveLength(1);
    later();
    store.placeOrder({});
    await till.call('sync.now', {});
    const db = openConnection(join(till.folder, 'tillbridge.db'));
    // What a newer version understands is what this one cannot know: the kept order itself is made understandable.
    db.execute(`UPDATE held_orders SET raw = replace(raw, '"status_id":77', '"status_id":11')`);
    db.close();
    letTimePass(till);
    await till.call('sync.now', {});
    expect(await till.call('orders.why', { orderId })).toMatchObject({ reason: 'imported' });
  });
});

test('the comparison costs a few requests for hundreds of open orders, and comes every few hours only', async () => {
  const { store, till } = await open();
  store.placeOrders(600, { statusId: 11, kind: 'plain' });
  await till.call('sync.now', {});
  letTimePass(till);
  const comparisons = () => store.received.filter((request) => request.query.min_id !== undefined).length;
  await till.call('sync.now', {});
  const first = comparisons();
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThanOrEqual(6);
  await till.call('sync.now', {});
  expect(comparisons()).toBe(first);
});

test('a refund that was not understood is held under its own name, and tried again with the others', async () => {
  const { store, till, later } = await open();
  const orderId = store.placeOrder({ lines: [{ sku: 'LAMP', quantity: 5, price: '10.00' }] });
  await till.call('sync.now', {});
  store.refund(orderId, { amount: '7.50' });
  store.script({ kind: 'changed_field', field: 'created', value: 'yesterday', match: { path: /refunds$/ } });
  await till.call('sync.now', {});
  const { rows } = await till.call('orders.held', {});
  expect(rows).toMatchObject([{ reason: 'unreadable_refund' }]);
  expect(rows[0]?.orderId).toContain(String(orderId));
  later();
  const second = store.placeOrder({});
  await till.call('sync.now', {});
  store.refund(second, { amount: '1.00' });
  await till.call('sync.now', {});
  letTimePass(till);
  await till.call('sync.now', {});
  expect((await till.call('orders.held', {})).rows).toEqual([]);
  expect((await till.call('sales.get', { orderId })).returns).toMatchObject([{ amount: { amount: '7.5000' } }]);
});
