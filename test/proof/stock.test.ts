import { describe, expect, test } from 'vitest';
import { type BusyShop, openBusyShop } from './busy-shop.ts';

/** Products that were counted here, told to BigCommerce, and seen there. */
const openCountedShop = async (skus: readonly string[]): Promise<BusyShop> => {
  const shop = await openBusyShop(20);
  const { store, till } = shop;
  for (const sku of skus) store.addProduct({ name: sku, sku, price: '10.00', tracking: 'variant' }, 3);
  for (const sku of skus) {
    const { productId } = await till.call('products.create', { sku, name: sku });
    await till.call('stock.count', { productId, quantity: 12 });
  }
  // The catalogue is read again, as an hour later.
  shop.tamper((db) => db.run('DELETE FROM settings WHERE name LIKE :catalog', { catalog: '%catalog%' }));
  shop.later(3_600_000);
  store.placeOrder({ lines: skus.map((sku) => ({ sku })) });
  await till.call('sync.now', {});
  settle(shop);
  return shop;
};

/** As once the settling time has passed and both looks have seen our level there. */
const settle = ({ tamper }: BusyShop) =>
  tamper((db) => {
    db.run('DELETE FROM products_to_push');
    db.run('UPDATE inventory_items SET sent_level = NULL, sent_at = NULL');
  });

describe('the stock of every product that is known, linked and settled is compared (N5, R32)', () => {
  test('a shop whose figures are BigCommerce’s has no difference', async () => {
    const { till, store } = await openCountedShop(['PROOF-A', 'PROOF-B']);
    expect(store.stockOf('PROOF-A')).toBe(11);
    const { differences, productsCompared } = await till.call('proof.run', {});
    expect(differences).toEqual([]);
    expect(productsCompared).toBe(2);
  });

  test('a figure changed in the control panel is found, and ours goes out with the next exchange', async () => {
    const shop = await openCountedShop(['PROOF-A', 'PROOF-B']);
    const { till, store } = shop;
    store.setStock('PROOF-B', 40);
    const { differences } = await till.call('proof.run', {});
    expect(differences).toMatchObject([
      { kind: 'stock_level', sku: 'PROOF-B', ours: '11 × PROOF-B', theirs: '40 × PROOF-B' },
    ]);
    const [difference] = differences;
    for (const repaired of [1, 0]) {
      const repair = await till.call('proof.repair', { differenceId: difference?.differenceId });
      expect(repair).toEqual({ repaired, left: [] });
    }
    await till.call('sync.now', {});
    expect(store.stockOf('PROOF-B')).toBe(11);
    settle(shop);
    expect((await till.call('proof.run', {})).differences).toEqual([]);
  });

  test('what waits to be pushed, or was sent and may still take effect, is no drift', async () => {
    const { till, store, tamper } = await openCountedShop(['PROOF-A', 'PROOF-B']);
    store.setStock('PROOF-A', 40);
    store.setStock('PROOF-B', 40);
    const later = Date.now() + 60_000;
    tamper((db) => {
      db.run(
        `INSERT INTO products_to_push (product_key, version, look_at)
         SELECT product_key, 1, NULL FROM products WHERE sku = 'PROOF-A'`,
      );
      db.run(
        `UPDATE inventory_items SET sent_level = 11, sent_at = :later WHERE item_key IN (
           SELECT item_key FROM product_links JOIN products USING (product_key) WHERE sku = 'PROOF-B')`,
        { later },
      );
    });
    expect((await till.call('proof.run', {})).differences).toEqual([]);
  });

  test('an order that BigCommerce has counted, and that is not here yet, is no drift', async () => {
    const { till, store } = await openCountedShop(['PROOF-A']);
    store.placeOrder({ lines: [{ sku: 'PROOF-A', quantity: 2 }] });
    expect((await till.call('proof.run', {})).differences).toEqual([]);
  });

  test.each([
    ['is not linked any more', 'DELETE FROM product_links WHERE product_key = :key'],
    [
      'is counted as another one',
      `UPDATE product_links SET item_key = (SELECT max(item_key) FROM inventory_items) WHERE product_key = :key`,
    ],
  ])('a product that %s is found, and linked by its SKU again', async (_, sql) => {
    const shop = await openCountedShop(['PROOF-A', 'PROOF-B']);
    const { till, tamper } = shop;
    tamper((db) => {
      const product = db.get<{ key: number }>("SELECT product_key AS key FROM products WHERE sku = 'PROOF-A'");
      db.run(sql, { key: product?.key ?? 0 });
      return product?.key;
    });
    const { differences } = await till.call('proof.run', {});
    const difference = differences.find((each) => each.kind === 'product_not_linked');
    expect(difference?.sku).toBe('PROOF-A');
    for (const repaired of [1, 0]) {
      const repair = await till.call('proof.repair', { differenceId: difference?.differenceId });
      expect(repair.repaired).toBe(repaired);
    }
    await till.call('proof.repair', {});
    await till.call('sync.now', {});
    settle(shop);
    expect((await till.call('proof.run', {})).differences).toEqual([]);
  });
});

test('a thousand items cost one request, and a token that may not read stock proves the orders', async () => {
  const { till, store } = await openCountedShop(['PROOF-A', 'PROOF-B']);
  const asked = () => store.received.filter(({ path }) => path.includes('/inventory/')).length;
  const before = asked();
  await till.call('proof.run', {});
  expect(asked() - before).toBe(1);
  store.script({ kind: 'answer', status: 403, match: { path: /inventory/ } });
  const { productsCompared, differences } = await till.call('proof.run', {});
  expect({ productsCompared, differences }).toEqual({ productsCompared: 0, differences: [] });
});
