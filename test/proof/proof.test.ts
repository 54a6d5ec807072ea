import { describe, expect, test } from 'vitest';
import { openBusyShop } from './busy-shop.ts';

describe('what a proof finds beside the orders’ own rows (N5)', () => {
  test('an order that no list of changes ever showed is missing here, and is imported once', async () => {
    const { till, placeUnseen } = await openBusyShop(20);
    const orderId = String(placeUnseen({ lines: [{ sku: 'UNSEEN', name: 'Unseen', quantity: 3, price: '4.00' }] }));
    const { differences } = await till.call('proof.run', {});
    expect(differences).toMatchObject([{ kind: 'order_missing_here', orderId, ours: 'Not here' }]);
    expect(await till.call('proof.repair', {})).toEqual({ repaired: 1, left: [] });
    expect((await till.call('sales.get', { orderId })).stockMovements).toMatchObject([{ quantity: -3 }]);
    expect((await till.call('proof.run', {})).differences).toEqual([]);
  });

  test.each([
    ['is not the sum of its movements', 'UPDATE stock_on_hand SET on_hand = on_hand + 4 WHERE product_key = :key'],
    ['is lost', 'DELETE FROM stock_on_hand WHERE product_key = :key'],
  ])('a figure that %s is made what they add up to (N2)', async (_, sql) => {
    const { till, store, tamper } = await openBusyShop(0);
    store.placeOrder({ lines: [{ sku: 'LAMP', quantity: 2, price: '10.00' }] });
    await till.call('sync.now', {});
    const key = tamper((db) => {
      const product = db.get<{ key: number }>("SELECT product_key AS key FROM products WHERE sku = 'LAMP'");
      db.run(sql, { key: product?.key ?? 0 });
      return product?.key ?? 0;
    });
    const { differences } = await till.call('proof.run', {});
    expect(differences).toMatchObject([{ kind: 'ledger_sum', sku: 'LAMP', theirs: 'Movements of -2' }]);
    const [difference] = differences;
    expect(await till.call('proof.repair', { differenceId: difference?.differenceId })).toEqual({
      repaired: 1,
      left: [],
    });
    expect(await till.call('proof.repair', { differenceId: difference?.differenceId })).toEqual({
      repaired: 0,
      left: [],
    });
    expect(tamper((db) => db.get('SELECT on_hand FROM stock_on_hand WHERE product_key = :key', { key }))).toEqual({
      on_hand: -2,
    });
    expect((await till.call('proof.run', {})).differences).toEqual([]);
  });

  test('a held order is told as held, and stays so until it is understood', async () => {
    const { till, placeUnseen, tamper } = await openBusyShop(5);
    const orderId = String(placeUnseen({}));
    tamper((db) =>
      db.run(
        `INSERT INTO held_orders (link_key, order_id, reason, message, raw, held_at)
         SELECT link_key, :orderId, 'unmapped_status', 'Its status is not known.', '{}', 1 FROM links`,
        { orderId },
      ),
    );
    const { differences } = await till.call('proof.run', {});
    expect(differences).toMatchObject([{ kind: 'order_held', orderId }]);
    expect(await till.call('proof.repair', {})).toMatchObject({ repaired: 1, left: [] });
    expect(await till.call('sales.get', { orderId })).toMatchObject({ saleStatus: 'closed' });
  });

  test('a refund that appears in the feed without its order’s change and long after its date is found', async () => {
    const { till, store, silently, later } = await openBusyShop(0);
    const orderId = store.placeOrder({});
    const other = store.placeOrder({});
    later(7_200_000);
    store.refund(other, { amount: '1.00' });
    await till.call('sync.now', {});
    silently(orderId, () => store.refund(orderId, { amount: '2.00' }));
    const { differences } = await till.call('proof.run', {});
    expect(differences).toMatchObject([
      { kind: 'bigcommerce_status', theirs: 'Partially Refunded' },
      { kind: 'payments', theirs: expect.stringContaining('Refunded in part') },
      { kind: 'returns', ours: 'Nothing', theirs: expect.stringContaining('2.0000 USD') },
    ]);
  });
});

describe('what is no difference (N5)', () => {
  test('the register a sale is on, what staff picked, and a label that the merchant renamed (R7, R57)', async () => {
    const { till, store, tamper } = await openBusyShop(10);
    const orderId = store.placeOrder({ lines: [{ sku: 'LAMP', quantity: 5, price: '10.00' }] });
    await till.call('sync.now', {});
    const { registerId } = await till.call('registers.create', { outletId: till.outletId, name: 'Till 2' });
    store.renameStatus(11, 'In the bag');
    tamper((db) => {
      db.run('UPDATE sales SET register_key = (SELECT register_key FROM registers WHERE register_id = :registerId)', {
        registerId,
      });
      const fulfillment = db.get<{ key: number }>(
        `SELECT fulfillment_key AS key FROM fulfillments JOIN sales USING (sale_key) WHERE order_id = :orderId`,
        { orderId },
      );
      const key = fulfillment?.key ?? 0;
      db.run('UPDATE fulfillment_lines SET picked = 2 WHERE fulfillment_key = :key', { key });
      db.run("UPDATE fulfillments SET status = 'picking' WHERE fulfillment_key = :key", { key });
      db.run("UPDATE sales SET fulfillment_status = 'picking' WHERE order_id = :orderId", { orderId });
    });
    expect((await till.call('proof.run', {})).differences).toEqual([]);
  });

  test('orders from before the link, unfinished ones, and those that a till wrote there (R31, R60, R74)', async () => {
    const { till, store } = await openBusyShop(0);
    store.placeOrder({ statusId: 0 });
    store.placeOrder({ statusId: 1 });
    store.placeOrder({ externalSource: 'Vend' });
    expect((await till.call('proof.run', {})).differences).toEqual([]);
  });
});

test('260 orders cost two lists, one of the refunds, and the pull before (N5)', async () => {
  const { till, store } = await openBusyShop(0);
  store.placeOrders(260, { statusId: 11, kind: 'plain' });
  await till.call('sync.now', {});
  const before = store.received.length;
  const { requests, ordersCompared } = await till.call('proof.run', {});
  expect(ordersCompared).toBe(260);
  expect(store.received.length - before).toBe(requests);
  const lists = store.received.slice(before).filter(({ query }) => query.min_id !== undefined);
  expect(lists).toHaveLength(2);
  const refunds = store.received.slice(before).filter(({ path }) => path.endsWith('/refunds'));
  expect(refunds.length).toBeLessThanOrEqual(2);
});

test('only orders placed or changed since an instant are compared when one is given', async () => {
  const { till, store, later, tamper } = await openBusyShop(0);
  const old = store.placeOrder({});
  await till.call('sync.now', {});
  later(7_200_000);
  const since = new Date(Date.parse(store.order(old).date_created) + 3_600_000).toISOString();
  const young = store.placeOrder({});
  await till.call('sync.now', {});
  later(7_200_000);
  // What a pull looks back for must not put it right before.
  tamper((db) => db.run('UPDATE cursors SET orders_moved_at = orders_moved_at - 200000'));
  tamper((db) => db.run('UPDATE sales SET tax = tax + 1'));
  const { ordersCompared, differences } = await till.call('proof.run', { since });
  expect(ordersCompared).toBe(1);
  expect(new Set(differences.filter((each) => each.kind === 'total').map((each) => each.orderId))).toEqual(
    new Set([String(young)]),
  );
});

test('the daily proof begins by itself once a night has passed, tells that it is done, and says when the next is due', async () => {
  const { till, store, tamper } = await openBusyShop(5);
  const before = await till.call('proof.latest', {});
  expect(before.proof).toBeNull();
  expect(Date.parse(before.nextRunAt ?? '')).toBeGreaterThan(Date.now());
  tamper((db) => db.run('UPDATE links SET linked_at = linked_at - 200000000'));
  tamper((db) => db.run('UPDATE cursors SET checked_up_at = :now', { now: Date.now() }));
  const proved = till.event((event) => event.type === 'records' && event.nouns.includes('proof'));
  till.app.startSync();
  await proved;
  const { proof, nextRunAt } = await till.call('proof.latest', {});
  expect(proof).toMatchObject({ ordersCompared: 5, differences: [] });
  expect(Date.parse(nextRunAt ?? '')).toBeGreaterThan(Date.now());
  expect(store.received.filter(({ query }) => query.min_id !== undefined)).toHaveLength(1);
});
