import { describe, expect, test } from 'vitest';
import { retryParked } from '../../src/main/store/products-to-push.ts';
import { productHere } from './direct-till.ts';
import { openShop, type PushShop } from './open-shop.ts';

const problems = ({ till }: PushShop) =>
  till.db().all<{ problem: string }>('SELECT problem FROM inventory_items WHERE problem IS NOT NULL');

const problemsOfLinked = ({ till }: PushShop) =>
  till
    .db()
    .all<{ problem: string }>(
      'SELECT problem FROM inventory_items JOIN product_links USING (item_key) WHERE problem IS NOT NULL',
    );

const many = (count: number) => Array.from({ length: count }, (_, index) => `SKU-${index}`);

describe('a level that BigCommerce refuses', () => {
  test('is parked with its words, and the rest goes out', async () => {
    const shop = await openShop();
    const { store, till, add, later } = shop;
    const products = many(40).map((sku) => ({ sku, ...add(sku, 5) }));
    for (const { product } of products) till.move('bound', product, 7, 'count');
    await till.exchange();
    await later();
    for (const { productId, sku } of products) if (sku === 'SKU-11') store.removeProduct(productId);
    for (const { product } of products) till.move('bound', product, -1, 'in_store_sale');
    expect(await till.exchange()).toEqual({ problem: null, sent: 39 });
    await later();
    await later();
    expect(problems(shop)).toEqual([{ problem: expect.stringContaining('were not found') }]);
    for (const { sku } of products) if (sku !== 'SKU-11') expect(store.stockOf(sku)).toBe(6);
    const writes = shop.writes().length;
    await later();
    expect(shop.writes()).toHaveLength(writes);
  });

  test('is tried again when its figure changes, and after each proof', async () => {
    const shop = await openShop();
    const { store, till, add, later, marked } = shop;
    const { product } = add('MUG', 5);
    const refuse = () =>
      store.script({ kind: 'answer', status: 422, body: { title: 'Not today.' }, match: { method: 'PUT' }, times: 2 });
    till.move('bound', product, 7, 'count');
    refuse();
    await till.exchange();
    await later();
    expect(problems(shop)).toEqual([{ problem: 'Not today.' }]);
    expect(await later()).toEqual({ problem: null, sent: 0 });
    till.move('bound', product, -1, 'in_store_sale');
    store.clearScript();
    expect(await till.exchange()).toEqual({ problem: null, sent: 1 });
    expect(problems(shop)).toEqual([]);

    till.move('bound', product, -1, 'in_store_sale');
    refuse();
    await later();
    await later();
    expect(problems(shop)).toHaveLength(1);
    store.clearScript();
    retryParked(till.db());
    await till.exchange();
    await later();
    expect(store.stockOf('MUG')).toBe(5);
    expect(marked()).toEqual([]);
  });

  test('for how it was named is named as the catalogue says now (bigcommerce.md §9.2)', async () => {
    const shop = await openShop();
    const { store, till, later, writes } = shop;
    const variants = ['S', 'M'].map((label) => ({ label, sku: `SHIRT-${label}` }));
    const shirt = { name: 'Shirt', sku: 'SHIRT', price: '10.00', tracking: 'product', variants } as const;
    const { productId, variantIds } = store.addProduct(shirt, 4);
    const product = productHere(till.db(), 'SHIRT-S');
    await till.exchange();
    // As when the merchant changed how it is counted after the catalogue was read.
    const of = { productId };
    till.db().run("UPDATE catalog_variants SET tracking = 'variant' WHERE bigcommerce_product_id = :productId", of);
    till.db().run('UPDATE product_links SET item_key = NULL WHERE bigcommerce_product_id = :productId', of);
    till.move('bound', product, 9, 'count');
    await till.exchange();
    await later();
    expect(writes().map(({ ids }) => ids)).toEqual([[variantIds[0]], [productId]]);
    expect(store.stockOf('SHIRT-S')).toBe(9);
    await later();
    expect(problemsOfLinked(shop)).toEqual([]);
    expect(shop.marked()).toEqual([]);
  });

  test('for how it is named in every way stays parked', async () => {
    const shop = await openShop();
    const { store, till, add, later, writes } = shop;
    till.move('bound', add('MUG', 5).product, 9, 'count');
    const refusal = { title: '[Item with variant_id 1 is tracked by product, please update stock by product id]' };
    store.script({ kind: 'answer', status: 422, body: refusal, match: { method: 'PUT' }, times: 9 });
    for (let round = 0; round < 5; round++) await later();
    expect(writes()).toHaveLength(2);
    expect(problemsOfLinked(shop)).toEqual([{ problem: refusal.title }]);
  });

  test('with all the others, as at a location that is not there, does not use up the quota', async () => {
    const shop = await openShop();
    const { store, till, add } = shop;
    for (const sku of many(200)) till.move('bound', add(sku, 5).product, 7, 'count');
    const everything = { kind: 'answer', status: 422, body: { title: 'There is no location 9.' } } as const;
    store.script({ ...everything, match: { method: 'PUT' }, times: Number.POSITIVE_INFINITY });
    const { problem } = await till.exchange();
    expect(problem).toMatchObject({ kind: 'rejected', detail: 'There is no location 9.' });
    expect(shop.writes().length).toBeLessThanOrEqual(24);
    store.clearScript();
    expect(await till.exchange()).toMatchObject({ problem: null });
  });
});

test.each([
  [401, 'token_refused'],
  [403, 'scope_missing'],
  [429, 'busy'],
])('a %i takes the claim back: the levels go out with the next exchange', async (status, kind) => {
  const { store, till, add } = await openShop();
  const { product } = add('MUG', 5);
  till.move('bound', product, 7, 'count');
  store.script({ kind: 'answer', status, match: { method: 'PUT' } });
  expect(await till.exchange()).toMatchObject({ problem: { kind } });
  expect(await till.exchange()).toEqual({ problem: null, sent: 1 });
  expect(store.stockOf('MUG')).toBe(7);
});

test('what keeps levels from being read keeps no order from arriving', async () => {
  const { store, till, add } = await openShop();
  const { product, productId } = add('MUG', 5);
  till.move('bound', product, 7, 'count');
  store.placeOrder({ lines: [{ productId, sku: 'MUG', quantity: 2 }] });
  store.script({ kind: 'answer', status: 403, match: { path: /^\/v3\/inventory/ } });
  expect(await till.exchange()).toMatchObject({ problem: { kind: 'scope_missing' } });
  expect(till.onHand(product)).toBe(5);
});
