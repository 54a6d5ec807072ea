import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differingCells } from '../../src/main/domain/history-cells.ts';
import { readCells } from '../../src/main/store/history-cells.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { type HistoryShop, importAll, openDatabase, openHistoryShop, rehearse, unlock } from './history-shop.ts';
import { tableHashes } from './table-hashes.ts';

const ORDERS = 5_000;

/** Three months of orders of every kind, some refunded, some of a till's own, some unfinished. */
const liveFor3Months = (store: PracticeStore): void => {
  const orderIds = store.placeOrders(ORDERS - 3, { spreadOverDays: 90 });
  for (const orderId of orderIds.filter((each) => each % 97 === 0 && store.order(each).status_id === 2)) {
    store.refund(orderId, { amount: '1.00' });
  }
  store.placeOrder({ externalSource: 'Retail POS' });
  store.placeOrder({ lines: [{ sku: 'LAMP', quantity: 3, price: '12.00' }], email: 'Known@Example.com ' });
  store.placeOrder({ lines: [{ sku: 'LAMP', quantity: 2, price: '12.00' }], statusId: 5 });
};

/** Some orders since the link, counted stock, a sale in the shop: history meets what is here already. */
const workSinceTheLink = async ({ store, till }: HistoryShop): Promise<void> => {
  const { productId } = await till.call('products.create', { sku: 'LAMP', name: 'Lamp' });
  await till.call('stock.count', { productId, quantity: 2 });
  store.placeOrder({ lines: [{ sku: 'LAMP', price: '12.00' }], email: 'known@example.com' });
  store.placeOrders(60, { statusId: 11 });
  await till.call('sync.now', {});
  await till.call('sales.recordInStore', {
    lines: [{ productId, quantity: 1, unitPrice: '12.00' }],
    payments: [{ method: 'Cash', amount: '12.00' }],
  });
};

const onHandBySku = async ({ till }: HistoryShop): Promise<Map<string, number>> => {
  const onHand = new Map<string, number>();
  for (let cursor: string | undefined; ; ) {
    const { rows, nextCursor } = await till.call('stock.list', { limit: 250, ...(cursor ? { cursor } : {}) });
    for (const row of rows) onHand.set(`${row.sku}/${row.name}`, row.onHand);
    if (nextCursor === null) return onHand;
    cursor = nextCursor;
  }
};

test(`a rehearsal of ${ORDERS} orders equals the import cell by cell; undone, every table is as before (N3, R76)`, {
  timeout: 400_000,
}, async () => {
  const shop = await openHistoryShop(liveFor3Months);
  const { till, store } = shop;
  await workSinceTheLink(shop);
  await unlock(shop);
  const file = join(till.folder, 'tillbridge.db');
  const before = tableHashes(file);

  const rehearsal = await rehearse(shop);
  expect(tableHashes(file), 'a rehearsal writes nothing').toEqual(before);
  expect(rehearsal.outcome.sales.total).toBeGreaterThan(ORDERS * 0.9);
  expect(rehearsal.outcome.leftOut).toMatchObject({ fromThisTill: 1 });
  const lamp = rehearsal.outcome.stock.find(({ sku }) => sku === 'LAMP');
  expect(lamp).toMatchObject({ change: -3, onHand: 0, after: -3, isNegative: true, isKnown: true });
  expect(rehearsal.outcome.stock[0], 'what is known and goes below nothing comes first').toEqual(lamp);
  expect(rehearsal.outcome.customers.map(({ email }) => email)).not.toContain('Known@Example.com');

  const batch = await importAll(shop, rehearsal.batchId);
  expect(batch).toMatchObject({ state: 'imported', differs: [], sales: rehearsal.outcome.sales.total });
  const db = openDatabase(till);
  const key = { batchKey: 1 };
  const rehearsed = readCells(db, { ...key, run: 'rehearsed' });
  expect(rehearsed.length).toBeGreaterThan(1_000);
  expect(differingCells(rehearsed, readCells(db, { ...key, run: 'imported' }))).toEqual([]);

  const imported = await till.call('history.outcome', { run: 'imported' });
  const { stock: _, negative: _n, ...figures } = rehearsal.outcome;
  expect(imported).toMatchObject(figures);
  const onHand = await onHandBySku(shop);
  const promised = rehearsal.outcome.stock.map(({ sku, name, after }) => [`${sku}/${name}`, after] as const);
  for (const [name, after] of promised) expect([name, onHand.get(name)]).toEqual([name, after]);
  expect((await till.call('sales.summary', { source: 'online' })).count).toBe(rehearsal.outcome.sales.total + 61);

  // A mistake of ours in adding up would agree with itself: the store is asked as well.
  const theirs = [...store.orders()].map((id) => store.order(id)).filter((order) => ![0, 1].includes(order.status_id));
  const paid = theirs.filter(
    ({ status_id, default_currency_code }) => ![5, 6].includes(status_id) && default_currency_code === 'USD',
  );
  const here = db.get<{ sum: number }>(
    "SELECT sum(total) AS sum FROM sales WHERE sale_status = 'closed' AND currency = 'USD' AND source = 'online'",
  );
  const fromTill = 1;
  expect(theirs.length - fromTill).toBe(rehearsal.outcome.sales.total + 61);
  const sum = paid.reduce((all, order) => all + Math.round(Number(order.total_inc_tax) * 10_000), 0);
  const own = theirs.find(({ external_source }) => external_source === 'Retail POS');
  expect(here?.sum).toBe(sum - Math.round(Number(own?.total_inc_tax ?? 0) * 10_000));

  expect(await till.call('history.undo', {})).toMatchObject({ state: 'undone', sales: 0 });
  expect(tableHashes(file)).toEqual(before);
});
