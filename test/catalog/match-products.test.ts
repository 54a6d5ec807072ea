import { describe, expect, test } from 'vitest';
import { everyRow } from '../support/linked-till.ts';
import { type CatalogShop, openCatalogShop } from './catalog-shop.ts';

const create = ({ till }: CatalogShop, sku: string, more: { price?: string; stocked?: boolean } = {}) =>
  till.call('products.create', { sku, name: `Our ${sku}`, ...more }).then(({ productId }) => productId);

const marked = ({ db }: CatalogShop): string[] =>
  db
    .all<{ sku: string }>(
      'SELECT p.sku FROM products_to_push t JOIN products p ON p.product_key = t.product_key ORDER BY 1',
    )
    .map(({ sku }) => sku);

describe('which variant of BigCommerce a product is', () => {
  test('is said by a SKU that is the only one of its kind on both sides, however it is written (R17–R20)', async () => {
    const shop = await openCatalogShop();
    const mug = shop.store.addProduct({ name: 'Mug', sku: 'Mug-1', price: '5' }, 3);
    await create(shop, ' mUG-1 ');
    await shop.refresh();
    expect(shop.matched()).toBe(1);
    await shop.refresh();
    expect(shop.matched()).toBe(1);
    expect(shop.linkOf('mUG-1')).toEqual([{ variantId: mug.variantIds[0], item: `product ${mug.productId}` }]);
  });

  test('is left open where a SKU is empty, or several carry it on either side', async () => {
    const shop = await openCatalogShop();
    shop.store.addProduct({ name: 'Old mug', sku: 'MUG', price: '5' }, 3);
    shop.store.addProduct({ name: 'New mug', sku: 'mug', price: '5' }, 3);
    shop.store.addProduct({ name: 'Cup', sku: 'CUP', price: '5' }, 3);
    shop.store.addProduct({ name: 'Nameless', sku: '', price: '5' }, 3);
    for (const sku of ['MUG', 'CUP', 'cup ', '', 'ELSEWHERE']) await create(shop, sku);
    await shop.refresh();
    for (const sku of ['MUG', 'CUP', 'cup', '', 'ELSEWHERE']) expect(shop.linkOf(sku)).toEqual([]);
    const { rows } = await shop.till.call('products.list', { linkState: 'ambiguous' });
    expect(rows.map(({ sku }) => sku).sort()).toEqual(['CUP', 'MUG', 'cup']);
  });

  test('is not said of what has no stock here', async () => {
    const shop = await openCatalogShop();
    shop.store.addProduct({ name: 'Voucher', sku: 'VOUCHER', price: '5' }, 3);
    await create(shop, 'VOUCHER', { stocked: false });
    await shop.refresh();
    expect(shop.linkOf('VOUCHER')).toEqual([]);
  });

  test('is said at the next exchange of products that came later, without asking BigCommerce again', async () => {
    const shop = await openCatalogShop();
    shop.store.addProduct({ name: 'Mug', sku: 'MUG', price: '5' }, 3);
    await shop.refresh();
    await shop.till.call('staff.setManagerPin', { pin: '1234' });
    await shop.till.call('stock.importOpening', { csv: 'sku,quantity,name\nMUG,4,Our mug' });
    expect(await shop.refresh()).toEqual([]);
    expect(shop.linkOf('MUG')).toHaveLength(1);
  });

  test('is not said again by its SKU where staff took the two apart', async () => {
    const shop = await openCatalogShop();
    const mug = shop.store.addProduct({ name: 'Mug', sku: 'MUG', price: '5' }, 3);
    const productId = await create(shop, 'MUG');
    await shop.refresh();
    await shop.till.call('products.unlink', {
      productId,
      bigcommerceProductId: String(mug.productId),
      bigcommerceVariantId: String(mug.variantIds[0]),
    });
    shop.later(24);
    await shop.refresh();
    expect(shop.linkOf('MUG')).toEqual([]);
  });

  test('leaves name, price and stock here as they are, whatever happens to them there (R10)', async () => {
    const shop = await openCatalogShop();
    const mug = shop.store.addProduct({ name: 'Mug', sku: 'MUG', price: '5' }, 3);
    const cup = shop.store.addProduct({ name: 'Cup', sku: 'CUP', price: '5' }, 3);
    const mine = await create(shop, 'MUG', { price: '7.50' });
    await create(shop, 'CUP', { price: '8.00' });
    await shop.till.call('stock.count', { productId: mine, quantity: 11 });
    const ours = async () => ({
      products: (await everyRow((cursor) => shop.till.call('products.list', { cursor, limit: 100 }))).map(
        ({ sku, name, price }) => ({ sku, name, price }),
      ),
      stock: (await shop.till.call('stock.list', { limit: 100 })).rows.map(({ sku, onHand }) => ({ sku, onHand })),
    });
    const before = await ours();
    await shop.refresh();
    shop.store.editProduct(mug.productId, { name: 'Beaker', price: '99' });
    shop.store.setStock('MUG', 500);
    shop.store.removeProduct(cup.productId);
    shop.later(24);
    await shop.refresh();
    expect(await ours()).toEqual(before);
  });
});

describe('what BigCommerce counts a linked product as', () => {
  test('is its product as a whole, its variant, or nothing (bigcommerce.md §9.1)', async () => {
    const shop = await openCatalogShop();
    const variants = ['S', 'L'].map((label) => ({ label, sku: `POT-${label}` }));
    const pot = shop.store.addProduct({ name: 'Pot', sku: 'POT', price: '9', variants, tracking: 'product' }, 6);
    const shirt = shop.store.addProduct(
      { name: 'Shirt', sku: 'SHIRT', price: '9', variants: [{ label: 'S', sku: 'SH-S' }] },
      6,
    );
    const card = shop.store.addProduct({ name: 'Card', sku: 'CARD', price: '9', tracking: 'none' });
    for (const sku of ['POT-S', 'POT-L', 'SH-S', 'CARD']) await create(shop, sku);
    await shop.refresh();
    const asPot = `product ${pot.productId}`;
    expect(shop.linkOf('POT-S')).toEqual([{ variantId: pot.variantIds[0], item: asPot }]);
    expect(shop.linkOf('POT-L')).toEqual([{ variantId: pot.variantIds[1], item: asPot }]);
    expect(shop.linkOf('SH-S')).toEqual([{ variantId: shirt.variantIds[0], item: `variant ${shirt.variantIds[0]}` }]);
    expect(shop.linkOf('CARD')).toEqual([{ variantId: card.variantIds[0], item: null }]);
  });

  test('is asked for by number as soon as an order names a product that the copy does not have, and once', async () => {
    const shop = await openCatalogShop();
    await shop.till.call('sync.now', {});
    await shop.refresh();
    const lamp = shop.store.addProduct({ name: 'Lamp', sku: 'LAMP-9', price: '20' }, 5);
    const gone = shop.store.addProduct({ name: 'Gone', sku: 'GONE-9', price: '20' }, 5);
    shop.store.placeOrder({
      lines: [
        { sku: 'LAMP-9', quantity: 1 },
        { sku: 'GONE-9', quantity: 1 },
      ],
    });
    shop.store.removeProduct(gone.productId);
    shop.store.script({ kind: 'answer', status: 503, match: { path: /catalog/ }, times: 9 });
    await shop.till.call('sync.now', {});
    shop.store.clearScript();
    expect(await shop.refresh()).toEqual(['/v3/catalog/products']);
    expect(shop.store.received.at(-1)?.query['id:in']).toBe(`${lamp.productId},${gone.productId}`);
    expect(shop.linkOf('LAMP-9')).toEqual([{ variantId: lamp.variantIds[0], item: `product ${lamp.productId}` }]);
    expect(shop.linkOf('GONE-9')).toEqual([{ variantId: gone.variantIds[0], item: null }]);
    expect(await shop.refresh()).toEqual([]);
  });

  test('is nothing any more once it is gone there, and the same again when it comes back', async () => {
    const shop = await openCatalogShop();
    const mug = shop.store.addProduct({ name: 'Mug', sku: 'MUG', price: '5' }, 3);
    await create(shop, 'MUG');
    await shop.refresh();
    const [before] = shop.linkOf('MUG');
    shop.store.script({
      kind: 'answer',
      status: 200,
      body: { data: [], meta: { pagination: { total_pages: 0 } } },
      match: { path: /catalog/ },
      times: 2,
    });
    shop.later(24);
    await shop.refresh();
    expect(shop.linkOf('MUG')).toEqual([{ variantId: mug.variantIds[0], item: null }]);
    const [row] = (await shop.till.call('stock.list', { search: 'MUG' })).rows;
    expect(row?.pushState).toBe('not_tracked');
    shop.later(24);
    await shop.refresh();
    expect(shop.linkOf('MUG')).toEqual([before]);
  });

  test('is found again at once when a page was skipped, for linked products are asked for by number', async () => {
    const shop = await openCatalogShop();
    shop.store.addProduct({ name: 'Mug', sku: 'MUG', price: '5' }, 3);
    await create(shop, 'MUG');
    await shop.refresh();
    const before = shop.linkOf('MUG');
    const body = { data: [], meta: { pagination: { total_pages: 0 } } };
    for (const _ of ['the first time', 'and each time after']) {
      shop.store.script({ kind: 'answer', status: 200, body, match: { path: /catalog/ }, times: 1 });
      shop.later(24);
      await shop.refresh();
      expect(shop.linkOf('MUG')).toEqual(before);
    }
  });

  test('makes a known product to be pushed when it is found out, and when it changes (R32)', async () => {
    const shop = await openCatalogShop();
    shop.store.addProduct({ name: 'Mug', sku: 'MUG', price: '5' }, 3);
    shop.store.addProduct({ name: 'Cup', sku: 'CUP', price: '5' }, 3);
    const mug = await create(shop, 'MUG');
    await create(shop, 'CUP');
    await shop.till.call('stock.count', { productId: mug, quantity: 11 });
    shop.db.run('DELETE FROM products_to_push');
    await shop.refresh();
    expect(marked(shop)).toEqual(['MUG']);
    shop.db.run('DELETE FROM products_to_push');
    shop.store.script({
      kind: 'changed_field',
      field: 'inventory_tracking',
      value: 'variant',
      match: { path: /catalog/ },
    });
    shop.later(24);
    await shop.refresh();
    expect(marked(shop)).toEqual(['MUG']);
    expect(shop.linkOf('MUG')[0]?.item).toMatch(/^variant /);
    shop.db.run('DELETE FROM products_to_push');
    expect(await shop.refresh()).toEqual([]);
    expect(marked(shop)).toEqual([]);
  });
});
