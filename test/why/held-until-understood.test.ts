import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import { connect, openLinkedTill, openStore, openTill, type Till } from '../support/linked-till.ts';

const list = { path: /^\/v2\/orders$/ };

const inDatabase = (till: Till, sql: string) => {
  const db = openConnection(join(till.folder, 'tillbridge.db'));
  db.execute(sql);
  db.close();
};

/** What a newer version understands is what this one cannot know: what was kept is made understandable. */
const understand = (till: Till) =>
  inDatabase(
    till,
    `UPDATE held_orders SET raw = replace(replace(raw, '"status_id":77', '"status_id":11'), '"yesterday"', '"2026-10-01T10:00:00+00:00"')`,
  );

/** A till that holds a new order, a change of one that is here, and its refund, and BigCommerce has nothing more to tell about them. */
const openHolding = async () => {
  const store = await openStore({ clock: () => 1_790_000_000_000 });
  const till = await openLinkedTill(store);
  const refunded = store.placeOrder({ lines: [{ sku: 'LAMP', quantity: 5, price: '10.00' }] });
  await till.call('sync.now', {});
  const orderId = store.placeOrder({});
  store.refund(refunded, { amount: '7.50', silent: true });
  store.script({ kind: 'changed_field', field: 'status_id', value: 77, match: list });
  store.script({ kind: 'changed_field', field: 'created', value: 'yesterday', match: { path: /refunds$/ } });
  await till.call('sync.now', {});
  // Changes and refunds that came since have carried both cursors past them.
  inDatabase(till, 'UPDATE cursors SET orders_moved_at = orders_moved_at - 120000, refunds_created_at = 1790003600000');
  await till.call('sync.now', {});
  expect((await till.call('orders.held', {})).rows).toHaveLength(3);
  /** The app is closed and opened again in that version. */
  const reopen = async (version: string) => {
    await till.app.stop();
    const opened = await openTill(till.folder, undefined, version);
    await connect(opened, store);
    return opened;
  };
  return { store, till, orderId, refunded, reopen };
};

describe('what is held goes in by itself when a new version of the app understands it (R58)', () => {
  test('the first pull after the update brings in the order and the refund, from what was kept, for no request more', async () => {
    const { store, till, orderId, refunded, reopen } = await openHolding();
    understand(till);
    const updated = await reopen('0.0.1');
    const before = store.received.length;
    expect((await updated.call('sync.now', {})).orders).toMatchObject({ imported: 1, held: 0 });
    expect((await updated.call('orders.held', {})).rows).toEqual([]);
    expect(await updated.call('orders.why', { orderId })).toMatchObject({ reason: 'imported' });
    expect((await updated.call('sales.get', { orderId: refunded })).returns).toMatchObject([
      { amount: { amount: '7.5000' } },
    ]);
    // The refunds, the changes, and the refunded order itself, which no change announced.
    expect(store.received.length - before).toBeLessThanOrEqual(3);
  });

  test('the same version does not try the same thing again at every start and every pull', async () => {
    const { till, orderId, reopen } = await openHolding();
    understand(till);
    const again = await reopen('0.0.0');
    await again.call('sync.now', {});
    expect(await again.call('orders.why', { orderId })).toMatchObject({ reason: 'unmapped_status' });
  });

  test('what the new version does not understand either stays held, whole, with its reason', async () => {
    const { orderId, reopen } = await openHolding();
    const updated = await reopen('0.0.1');
    expect((await updated.call('sync.now', {})).orders).toMatchObject({ imported: 0, held: 2 });
    expect((await updated.call('orders.held', {})).rows).toHaveLength(3);
    expect(await updated.call('orders.why', { orderId })).toMatchObject({ reason: 'unmapped_status' });
  });
});
