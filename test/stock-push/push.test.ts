import { expect, onTestFinished, test } from 'vitest';
import type { PracticeStoreOptions } from '../../src/practice-store/practice-store.ts';
import { openStore } from '../support/linked-till.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openDirectTill, productHere, SETTLING_MS } from './direct-till.ts';

const openShop = async (options: PracticeStoreOptions = {}) => {
  let now = Date.parse('2026-03-02T09:00:00Z');
  const clock = () => now;
  const store = await openStore({ clock, quota: { requests: Infinity, windowMs: 30_000 }, ...options });
  const till = openDirectTill(temporaryFolder(), store, clock);
  onTestFinished(till.close);
  const addProduct = (sku: string, stock: number) => {
    const { productId } = store.addProduct({ name: sku, sku, price: '10.00', tracking: 'variant' }, stock);
    return { product: productHere(till.db(), sku), productId };
  };
  const wait = (ms: number) => {
    now += ms;
  };
  const settle = async () => {
    wait(SETTLING_MS);
    return till.exchange();
  };
  const marks = () => till.db().all('SELECT * FROM products_to_push');
  return { store, till, addProduct, wait, settle, marks };
};

test('what is counted here is what BigCommerce has, at once, and settled once it was seen there (R32)', async () => {
  const { store, till, addProduct, settle, marks } = await openShop();
  const { product } = addProduct('MUG', 5);
  till.move('bound', product, 12, 'count');
  expect(await till.exchange()).toEqual({ problem: null, sent: 1 });
  expect(store.stockOf('MUG')).toBe(12);
  expect(marks()).toHaveLength(1);
  expect(await settle()).toEqual({ problem: null, sent: 0 });
  expect(marks()).toEqual([]);
});

test('an order that lands between our reading and our writing is not sold again: theirs is ours within the exchange (§9.3)', async () => {
  const { store, till, addProduct } = await openShop();
  const { product, productId } = addProduct('MUG', 5);
  till.move('bound', product, 3, 'count');
  let landed = false;
  await till.exchange({
    before: (method) => {
      if (method !== 'PUT' || landed) return;
      landed = true;
      store.placeOrder({ lines: [{ productId, sku: 'MUG', quantity: 2 }] });
    },
  });
  expect(landed).toBe(true);
  expect(till.onHand(product)).toBe(1);
  expect(store.stockOf('MUG')).toBe(1);
});
