import { expect, test } from 'vitest';
import { latestProof } from '../../src/main/queries/proof.ts';
import { openBusyShop } from './busy-shop.ts';
import { openDirectProof } from './direct-proof.ts';

const isList = (path: string, query: Readonly<Record<string, unknown>>) =>
  path === '/v2/orders' && query.min_id !== undefined && query.max_id === undefined;

test.each([1, 2, 3, 4])(
  'what changes in BigCommerce while a proof runs is no difference: at its request %i',
  async (moment) => {
    const shop = await openBusyShop(0);
    const { store, till, later, silently, tamper } = shop;
    const ids = store.placeOrders(8, { statusId: 11, kind: 'plain' });
    await till.call('sync.now', {});
    later(7_200_000);
    // Something to look at once more, so that there is a second look to be disturbed.
    silently(ids[7] ?? 0, () => store.setStaffNotes(ids[7] ?? 0, 'Ring twice'));
    tamper((db) => db.run('UPDATE cursors SET orders_moved_at = orders_moved_at - 200000'));
    let asked = 0;
    const { keeper, db } = await openDirectProof(shop, () => {
      asked += 1;
      if (asked !== moment) return;
      later(1_000);
      store.setStatus(ids[0] ?? 0, 10);
      store.refund(ids[1] ?? 0);
      store.cancel(ids[2] ?? 0);
      store.ship(ids[3] ?? 0);
      store.placeOrder({});
    });
    await keeper.run(null);
    expect(asked).toBeGreaterThanOrEqual(moment);
    expect(db.all('SELECT kind, order_name AS orderName FROM proof_differences')).toEqual([
      { kind: 'details', orderName: String(ids[7]) },
    ]);
  },
);

test('a suspect that changes while it is read once more is left to the next pull', async () => {
  const shop = await openBusyShop(0);
  const { store, till, later, silently, tamper } = shop;
  const orderId = store.placeOrder({});
  await till.call('sync.now', {});
  later(7_200_000);
  silently(orderId, () => store.setStaffNotes(orderId, 'Ring twice'));
  tamper((db) => db.run('UPDATE cursors SET orders_moved_at = orders_moved_at - 200000'));
  const { keeper, db } = await openDirectProof(shop, (path, query) => {
    if (path === '/v2/orders' && query.max_id !== undefined) store.setStatus(orderId, 10);
  });
  await keeper.run(null);
  expect(db.all('SELECT kind FROM proof_differences')).toEqual([]);
});

test('a proof that is interrupted goes on at the page where it was; one that somebody stopped as well, half an hour later', async () => {
  const shop = await openBusyShop(0);
  const { store, till, tamper } = shop;
  store.placeOrders(260, { statusId: 11, kind: 'plain', linesPerOrder: 1 });
  await till.call('sync.now', {});
  shop.later(7_200_000);
  store.placeOrder({});
  await till.call('sync.now', {});
  tamper((db) => db.run('UPDATE sales SET total = total + 1 WHERE order_id = (SELECT min(order_id) FROM sales)'));
  let lists = 0;
  const proof = await openDirectProof(shop, (path, query) => {
    if (!isList(path, query)) return;
    lists += 1;
    if (lists === 2) throw new Error('The network is gone.');
    if (lists === 6) proof.works.stop('proof');
  });
  await expect(proof.keeper.run(null)).rejects.toThrow('The network is gone.');
  expect(latestProof(proof.db).underWay, 'how far it is can be seen').toEqual({ ordersCompared: 250, sales: 261 });
  proof.later(60_000);
  const proved = proof.proved();
  proof.keeper.pulled();
  await proved;
  expect(latestProof(proof.db).underWay).toBeNull();
  // The first page was kept, with its suspect: only the second is asked for again.
  expect(lists).toBe(3);
  expect(proof.db.get('SELECT orders_compared AS compared FROM proofs')).toEqual({ compared: 261 });
  expect(proof.db.all('SELECT kind FROM proof_differences')).toContainEqual({ kind: 'total' });
  // In its turn, so that the one before has ended. Who asks for a proof wants one of this moment.
  await proof.keeper.repair('none');
  await proof.keeper.run(null);
  expect(lists).toBe(5);

  await expect(proof.keeper.run(null)).rejects.toThrow('Nothing was changed.');
  expect(proof.told).toContainEqual(
    expect.objectContaining({ work: 'proof', doing: 'comparing', done: 250, total: 261, counts: 'orders' }),
  );
  expect(latestProof(proof.db).underWay, 'what was compared is kept').toEqual({ ordersCompared: 250, sales: 261 });
  proof.keeper.pulled();
  await proof.keeper.repair('none');
  expect(lists, 'it is not begun again at once').toBe(6);
  proof.later(1_800_000);
  const goneOn = proof.proved();
  proof.keeper.pulled();
  await goneOn;
  expect(lists).toBe(7);
});

test('proofs and repairs come one after the other', async () => {
  const shop = await openBusyShop(5);
  const order: string[] = [];
  const { keeper } = await openDirectProof(shop, (path, query) => {
    if (isList(path, query)) order.push('list');
  });
  const first = keeper.run(null).then(() => order.push('first'));
  const second = keeper.run(null).then(() => order.push('second'));
  await Promise.all([first, second, keeper.repair(null)]);
  expect(order).toEqual(['list', 'first', 'list', 'second']);
});
