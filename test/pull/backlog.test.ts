import { expect, onTestFinished, test } from 'vitest';
import { createPageReader } from '../../src/main/bigcommerce/page-reader.ts';
import { StoreProblem } from '../../src/main/bigcommerce/problem.ts';
import { readPage } from '../../src/main/bigcommerce/read-page.ts';
import { everyRow, openLinkedTill, openStore } from '../support/linked-till.ts';

const openReader = (module = '../../src/main/page-reader-worker.ts') => {
  const reader = createPageReader(new URL(module, import.meta.url));
  onTestFinished(() => reader.rest());
  return reader;
};

const pageOf = (count: number): string =>
  JSON.stringify(
    Array.from({ length: count }, (_, index) => ({
      id: index + 1,
      status_id: 11,
      date_created: 'Mon, 23 Nov 2026 10:00:00 +0000',
      date_modified: 'Mon, 23 Nov 2026 10:00:00 +0000',
      total_inc_tax: index === 3 ? 'free' : '12.5000',
      default_currency_code: 'USD',
    })),
  );

test('a backlog of several pages comes in whole, each order once (R16)', async () => {
  const store = await openStore();
  const till = await openLinkedTill(store);
  store.placeOrders(620);
  const { orders } = await till.call('sync.now', {});
  const sales = await everyRow((cursor) => till.call('sales.list', { cursor, limit: 250 }));
  expect(orders.seen).toBe(620);
  expect(new Set(sales.map((sale) => sale.orderId)).size).toBe(orders.imported);
  expect(orders.imported + orders.skipped).toBe(620);
});

test('a page that is read beside the storing says what it says when it is read here', async () => {
  const reader = openReader();
  const text = pageOf(20);
  const beside = await reader.read(text);
  const here = readPage(text);
  expect(beside.map(({ read }) => read)).toEqual(here.map(({ read }) => read));
  expect(beside.map(({ raw }) => raw())).toEqual(here.map(({ raw }) => raw()));
});

test('what is no page is the same problem on either thread', async () => {
  const reader = openReader();
  await expect(reader.read('<html>')).rejects.toEqual(new StoreProblem('web_page'));
  await expect(reader.read('[{"id":1')).rejects.toEqual(new StoreProblem('broken_off'));
  expect(await reader.read(null)).toEqual([]);
});

test('a thread that dies, or was sent to rest, takes no page with it', async () => {
  const dying = openReader('../support/no-such-worker.ts');
  expect(await dying.read(pageOf(3))).toHaveLength(3);
  const resting = openReader();
  const reading = resting.read(pageOf(3));
  resting.rest();
  expect(await reading).toHaveLength(3);
  expect(await resting.read(pageOf(2))).toHaveLength(2);
});
