import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHECK_UP_EVERY_MS } from '../../src/main/pull/check-up.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';

const list = { path: /^\/v2\/orders$/ };

const inDatabase = (file: string, sql: string) => {
  const db = openConnection(file);
  db.execute(sql);
  db.close();
};

/** A till with an order of each kind that is left out, among many that are finished. */
const open = async () => {
  let now = 1_790_000_000_000;
  const store = await openStore({ clock: () => now });
  const unfinished = store.placeOrder({ statusId: 1 });
  const till = await openLinkedTill(store);
  store.placeOrders(30, { statusId: 10, kind: 'plain' });
  const ours = store.placeOrder({ externalSource: 'Tillbridge' });
  const pending = store.placeOrder({ statusId: 1 });
  const forgotten = store.placeOrder({ statusId: 0 });
  await till.call('sync.now', {});
  const held = store.placeOrder({});
  const database = join(till.folder, 'tillbridge.db');
  inDatabase(
    database,
    `CREATE TRIGGER refuse BEFORE INSERT ON sales WHEN NEW.order_id = ${held} BEGIN SELECT RAISE(ABORT, 'planted'); END`,
  );
  await till.call('sync.now', {});
  /** Pulls with a check-up; answers what was asked. */
  const checkUp = async () => {
    now += 3_600_000;
    inDatabase(database, `UPDATE links SET linked_at = linked_at - ${CHECK_UP_EVERY_MS}`);
    // What was listed has been quiet for long, so no list of changes names it again.
    inDatabase(
      database,
      `UPDATE cursors SET checked_up_at = checked_up_at - ${CHECK_UP_EVERY_MS}, orders_moved_at = orders_moved_at - 120000`,
    );
    const before = store.received.length;
    const { orders } = await till.call('sync.now', {});
    return { orders, asked: store.received.slice(before).map(({ path, query }) => ({ path, query })) };
  };
  const why = async (orderId: number) => (await till.call('orders.why', { orderId })).reason;
  const understand = () => inDatabase(database, 'DROP TRIGGER refuse');
  return { store, till, checkUp, why, understand, unfinished, ours, pending, forgotten, held };
};

test('a check-up with nothing new asks for the refunds, the open orders and the counts, once each, whatever is left out', async () => {
  const { store, checkUp, why, ours, pending, forgotten, unfinished, held } = await open();
  store.archive(forgotten);
  store.archive(unfinished);
  await checkUp();
  const { asked } = await checkUp();
  const counts = asked.filter(({ path }) => path === '/v2/orders/count');
  const spans = asked.filter(({ query }) => query.max_id !== undefined);
  expect(counts).toHaveLength(1);
  expect(spans).toHaveLength(1);
  expect(asked.filter(({ query }) => query.status_id !== undefined)).toEqual([]);
  // And the refunds and the changes of any pull.
  expect(asked).toHaveLength(5);
  expect(await Promise.all([ours, pending, forgotten, unfinished, held].map(why))).toEqual([
    'from_this_till',
    'pending',
    'archived',
    'archived',
    'held',
  ]);
});

test('a held order is read again from BigCommerce, where it may have changed without telling', async () => {
  const { store, checkUp, why, understand, till, held } = await open();
  expect(await why(held)).toBe('held');
  store.ship(held, { silent: true });
  understand();
  await checkUp();
  expect((await till.call('sales.get', { orderId: held })).fulfillmentStatus).toBe('fulfilled');
});

test('an order that was waited for and is archived comes in once it is restored and completed, also from before the link (R60, R75)', async () => {
  const { store, till, checkUp, why, unfinished, pending } = await open();
  for (const orderId of [unfinished, pending]) store.archive(orderId);
  await checkUp();
  expect([await why(unfinished), await why(pending)]).toEqual(['archived', 'archived']);
  for (const orderId of [unfinished, pending]) {
    const restored = { ...store.order(orderId), is_deleted: false, status_id: 11, items_total: 0 };
    store.script({ kind: 'answer', status: 200, body: [restored], match: list });
    await till.call('sync.now', {});
    expect(await why(orderId)).toBe('imported');
  }
});

test("an order of the shop's own till that changes without telling is counted where it is, and asked for once", async () => {
  const { store, checkUp, why, ours } = await open();
  await checkUp();
  store.setStatus(ours, 2);
  await checkUp();
  const { asked } = await checkUp();
  expect(asked.filter(({ query }) => query.status_id !== undefined)).toEqual([]);
  expect(await why(ours)).toBe('from_this_till');
});

test('an order that was held, and is deleted in BigCommerce, is not waited for any longer and says so', async () => {
  const { store, till, checkUp, why, held } = await open();
  store.archive(held);
  store.script({ kind: 'answer', status: 404, match: { path: new RegExp(`/${held}$`) } });
  await checkUp();
  expect(await why(held)).toBe('archived');
  expect((await till.call('orders.held', {})).rows).toEqual([]);
});
