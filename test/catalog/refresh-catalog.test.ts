import { describe, expect, test } from 'vitest';
import { stockBehavior } from '../../src/main/store/stock-behavior.ts';
import { allScopes } from '../../src/practice-store/wire/access.ts';
import { openCatalogShop } from './catalog-shop.ts';

const products = '/v3/catalog/products';
const settings = '/v3/settings/inventory';

describe("the copy of BigCommerce's catalogue", () => {
  test('has every variant, with what sets it apart and how it is counted', async () => {
    const { store, refresh, variantRows } = await openCatalogShop();
    const variants = ['S', 'M'].map((label) => ({ label, sku: `SHIRT-${label}` }));
    const shirt = store.addProduct({ name: 'Shirt', sku: 'SHIRT', price: '20', optionName: 'Size', variants }, 8);
    const gift = store.addProduct({ name: 'Gift', sku: 'GIFT', price: '9', tracking: 'none' });
    await refresh();
    const [small, medium] = shirt.variantIds;
    const [box] = gift.variantIds;
    expect(variantRows().slice(-3)).toEqual([
      { variantId: small, sku: 'SHIRT-S', name: 'Shirt', options: 'Size: S', tracking: 'variant' },
      { variantId: medium, sku: 'SHIRT-M', name: 'Shirt', options: 'Size: M', tracking: 'variant' },
      { variantId: box, sku: 'GIFT', name: 'Gift', options: '', tracking: 'none' },
    ]);
  });

  test('is read once a day, and costs nothing in between', async () => {
    const { refresh, later } = await openCatalogShop();
    expect(await refresh()).toEqual([settings, products]);
    expect(await refresh()).toEqual([]);
    later(23);
    expect(await refresh()).toEqual([]);
    later(1);
    expect(await refresh()).toEqual([settings, products]);
  });

  test('is read again where the clock of the till was put back', async () => {
    const { refresh, later } = await openCatalogShop();
    await refresh();
    later(-48);
    expect(await refresh()).toContain(products);
  });

  test('loses what is gone there, and follows what was renamed', async () => {
    const { store, refresh, later, variantRows } = await openCatalogShop();
    const mug = store.addProduct({ name: 'Mug', sku: 'MUG', price: '5' }, 3);
    const cup = store.addProduct({ name: 'Cup', sku: 'CUP', price: '5' }, 3);
    await refresh();
    store.removeProduct(mug.productId);
    store.editProduct(cup.productId, { name: 'Teacup' });
    later(24);
    await refresh();
    expect(variantRows().map(({ sku }) => sku)).not.toContain('MUG');
    expect(variantRows().at(-1)).toMatchObject({ sku: 'CUP', name: 'Teacup' });
  });

  test('of a large store is read a few pages an exchange, so that no order waits for it (R14)', async () => {
    const { store, refresh, variantRows, later } = await openCatalogShop();
    for (let n = 0; n < 2_300; n++) store.addProduct({ name: `P${n}`, sku: `P${n}`, price: '1' });
    expect(await refresh()).toEqual([settings, ...Array.from({ length: 8 }, () => products)]);
    const half = variantRows().length;
    later(1);
    expect(await refresh()).toHaveLength(2);
    expect(variantRows().length).toBeGreaterThan(half);
    expect(new Set(variantRows().map(({ sku }) => sku)).has('P2299')).toBe(true);
    expect(await refresh()).toEqual([]);
  });

  test('keeps what was read when the exchange breaks off, and goes on at that page', async () => {
    const { store, refresh, variantRows } = await openCatalogShop();
    for (let n = 0; n < 300; n++) store.addProduct({ name: `P${n}`, sku: `P${n}`, price: '1' });
    store.script({ kind: 'answer', status: 503, match: { path: /catalog/ }, times: 1, delayMs: 0 });
    await expect(refresh()).rejects.toMatchObject({ kind: 'server_error' });
    store.script([
      { kind: 'delay', match: { path: /catalog/ } },
      { kind: 'answer', status: 503, match: { path: /catalog/ } },
    ]);
    await expect(refresh()).rejects.toMatchObject({ kind: 'server_error' });
    const rows = variantRows().length;
    expect(rows).toBeGreaterThan(200);
    expect(await refresh()).toEqual([products]);
    expect(store.received.at(-1)?.query.page).toBe('2');
    expect(variantRows().length).toBeGreaterThan(rows);
  });

  test('keeps what it knows of a product that cannot be understood any more', async () => {
    const { store, refresh, later, variantRows } = await openCatalogShop();
    await refresh();
    const known = variantRows();
    later(24);
    store.script({ kind: 'changed_field', field: 'inventory_tracking', value: 'by weight' });
    store.script({ kind: 'changed_field', field: 'inventory_tracking', value: 'by weight' });
    await refresh();
    expect(variantRows()).toEqual(known);
  });

  test('that answers every page with the same products is not read for ever', async () => {
    const { store, refresh } = await openCatalogShop();
    const body = {
      data: [{ id: 7, name: 'Mug', inventory_tracking: 'none', variants: [] }],
      meta: { pagination: { total_pages: 99 } },
    };
    store.script({ kind: 'answer', status: 200, body, match: { path: /catalog/ }, times: 9 });
    await expect(refresh()).rejects.toMatchObject({ kind: 'unreadable' });
  });

  test('remembers when the web shop takes its sales off its stock (bigcommerce.md §9.1)', async () => {
    const { db, refresh } = await openCatalogShop({ updateStockBehavior: 'order_completed_or_shipped' });
    await refresh();
    expect(stockBehavior(db, 1)).toMatchObject({ updateStockBehavior: 'order_completed_or_shipped' });
  });

  test('is not asked for again and again by a token that may not read it, and says why each time', async () => {
    const scopes = allScopes.filter((scope) => scope !== 'store_v2_products_read_only');
    const { store, refresh, later } = await openCatalogShop({ scopes });
    const refused = { kind: 'scope_missing', message: 'The token may not read the catalogue.' };
    await expect(refresh()).rejects.toMatchObject(refused);
    const sent = store.received.length;
    await expect(refresh()).rejects.toMatchObject(refused);
    expect(store.received.length).toBe(sent);
    later(0.25);
    await expect(refresh()).rejects.toMatchObject(refused);
    expect(store.received.length).toBe(sent + 1);
  });
});
