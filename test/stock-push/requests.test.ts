import { expect, test } from 'vitest';
import { openShop } from './open-shop.ts';

test('1,000 changed products cost one reading of the location, one write, and one reading again', async () => {
  const { store, till, add, later, marked } = await openShop();
  const db = till.db();
  const products = db.transaction(() => Array.from({ length: 1_000 }, (_, index) => add(`SKU-${index}`, 5).product));
  await till.exchange();
  db.transaction(() => {
    for (const product of products) till.move('bound', product, 7, 'count');
  });
  const stockRequests = async (exchange: () => Promise<unknown>) => {
    const before = store.received.length;
    await exchange();
    const all = store.received.slice(before);
    return { all: all.length, stock: all.flatMap(({ method, path }) => (path.includes('inventory') ? method : [])) };
  };
  // The location counts a few more than a page of 1,000. A pull costs two, and comes again after the write.
  expect(await stockRequests(till.exchange)).toEqual({ all: 7, stock: ['GET', 'GET', 'PUT'] });
  expect(await stockRequests(later)).toEqual({ all: 4, stock: ['GET', 'GET'] });
  expect(marked()).toEqual([]);
  // Nothing is due: the pull's own two.
  expect(await stockRequests(later)).toEqual({ all: 2, stock: [] });
});
