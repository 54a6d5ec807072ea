import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../support/catalogue-rows.ts';
import { connect, openLinkedTill, openStore, openTill, type Till } from '../support/linked-till.ts';

const openLinkedShop = async () => {
  const store = await openStore();
  const till = await openLinkedTill(store);
  return { store, till };
};

const create = async (till: Till, sku: string, name = `Here ${sku}`) =>
  (await till.call('products.create', { sku, name })).productId;

const productNamed = async (till: Till, productId: string) => {
  const { rows } = await till.call('products.list', { limit: 250 });
  return rows.find((row) => row.productId === productId);
};

const link = (productId: string, bigcommerceProductId: number, bigcommerceVariantId: number) => ({
  productId,
  bigcommerceProductId: String(bigcommerceProductId),
  bigcommerceVariantId: String(bigcommerceVariantId),
});

describe('a product made here', () => {
  test('is listed with its price in the currency of the outlet, and belongs to no order', async () => {
    const { till } = await openLinkedShop();
    const { productId } = await till.call('products.create', { sku: ' MUG-1 ', name: 'Mug', price: '12.5' });
    expect(await productNamed(till, productId)).toEqual({
      productId,
      sku: 'MUG-1',
      name: 'Mug',
      createdFrom: 'here',
      stocked: true,
      linkState: 'unlinked',
      bigcommerceProductId: null,
      bigcommerceVariantId: null,
      price: { amount: '12.5000', currency: 'USD' },
    });
  });

  test('is linked at once to the one variant that has its SKU, however it is written (R19)', async () => {
    const { till } = await openLinkedShop();
    catalogueOf(till.folder, [{ productId: 7, variantId: 70, sku: 'Mug-1' }]);
    const productId = await create(till, 'MUG-1 ');
    expect(await productNamed(till, productId)).toMatchObject({
      linkState: 'linked',
      bigcommerceProductId: '7',
      bigcommerceVariantId: '70',
    });
  });

  test('is left to staff when its SKU is empty, on several variants, on several products, or taken (R20)', async () => {
    const { till } = await openLinkedShop();
    catalogueOf(till.folder, [
      { productId: 7, variantId: 70, sku: '' },
      { productId: 8, variantId: 80, sku: 'TWO' },
      { productId: 8, variantId: 81, sku: 'two' },
      { productId: 9, variantId: 90, sku: 'ONE' },
    ]);
    const first = await create(till, 'ONE');
    const states = { '': 'unlinked', TWO: 'ambiguous', one: 'ambiguous' };
    for (const [sku, linkState] of Object.entries(states)) {
      expect(await productNamed(till, await create(till, sku))).toMatchObject({ sku, linkState });
    }
    expect(await productNamed(till, first)).toMatchObject({ linkState: 'linked' });
    const { rows } = await till.call('products.list', { linkState: 'ambiguous' });
    expect(rows.map(({ sku }) => sku).sort()).toEqual(['TWO', 'one']);
  });

  test('can be made before any store is linked', async () => {
    const till = await openTill();
    expect(await productNamed(till, await create(till, 'A'))).toMatchObject({ linkState: 'unlinked', price: null });
    expect((await till.call('products.candidates', { productId: await create(till, 'B') })).rows).toEqual([]);
  });
});

describe('linking by hand', () => {
  test('offers the variants with the SKU first, then those that share words of the name; what is typed searches', async () => {
    const { till } = await openLinkedShop();
    const productId = await create(till, 'x1', 'Blue enamel mug');
    catalogueOf(till.folder, [
      { productId: 1, variantId: 10, sku: 'A', name: 'Enamel pot' },
      { productId: 2, variantId: 20, sku: 'B', name: 'Enamel mug', options: 'Colour: blue' },
      { productId: 3, variantId: 30, sku: 'X1', name: 'Kettle' },
      { productId: 4, variantId: 40, sku: 'D', name: 'Chair' },
    ]);
    await till.call('products.link', link(await create(till, 'other'), 1, 10));
    const found = async (search?: string) =>
      (await till.call('products.candidates', { productId, ...(search ? { search } : {}) })).rows;
    expect((await found()).map((row) => row.bigcommerceVariantId)).toEqual(['30', '20', '10']);
    expect((await found('chair d')).map((row) => row.bigcommerceVariantId)).toEqual(['40']);
    expect(await found('chair pot')).toEqual([]);
    expect((await found('pot'))[0]?.productId).not.toBeNull();
  });

  test('is refused for a variant that is another product already, and names that product (R19)', async () => {
    const { till } = await openLinkedShop();
    const [mug, cup] = [await create(till, 'MUG', 'Mug'), await create(till, 'CUP', 'Cup')];
    await till.call('products.link', link(mug, 7, 70));
    await till.call('products.link', link(mug, 7, 70));
    const refused = await till.reply('products.link', link(cup, 7, 70));
    expect(refused).toMatchObject({ ok: false, fault: { code: 'variant_taken', field: 'bigcommerceVariantId' } });
    expect(JSON.stringify(refused)).toContain('Mug (MUG)');
    await till.call('products.unlink', link(mug, 7, 70));
    await till.call('products.unlink', link(mug, 7, 70));
    await till.call('products.link', link(cup, 7, 70));
    expect(await productNamed(till, mug)).toMatchObject({ linkState: 'unlinked' });
    expect(await productNamed(till, cup)).toMatchObject({ linkState: 'linked', name: 'Cup', sku: 'CUP' });
  });

  test('is refused for what is not here, not there, or no product', async () => {
    const store = await openStore();
    const till = await openTill();
    const productId = await create(till, 'A');
    expect(await till.reply('products.link', link(productId, 1, 10))).toMatchObject({ fault: { code: 'not_linked' } });
    await connect(till, store);
    catalogueOf(till.folder, [{ productId: 1, variantId: 10, sku: 'B' }]);
    const notFound = { ok: false, fault: { code: 'not_found' } };
    expect(await till.reply('products.link', link('none', 1, 10))).toMatchObject(notFound);
    expect(await till.reply('products.link', link(productId, 2, 10))).toMatchObject(notFound);
    expect(await till.reply('products.link', link(productId, 1, 11))).toMatchObject(notFound);
    expect(await till.reply('products.link', link(productId, 1, 10))).toMatchObject({ ok: true });
  });

  test('is seen by the very next order, also of a variant that orders have named before (R17–R19)', async () => {
    const { store, till } = await openLinkedShop();
    const { productId: sold, variantIds } = store.addProduct({ name: 'Lamp', sku: 'LAMP-1', price: '20' }, 5);
    const order = () => store.placeOrder({ lines: [{ sku: 'LAMP-1', quantity: 1 }] });
    order();
    await till.call('sync.now', {});
    const made = (await till.call('products.list', { search: 'lamp' })).rows[0];
    const mine = await create(till, 'MY-LAMP');
    await till.call('products.unlink', link(made?.productId ?? '', sold, variantIds[0] ?? 0));
    await till.call('products.link', link(mine, sold, variantIds[0] ?? 0));
    const orderId = order();
    await till.call('sync.now', {});
    const { lines } = await till.call('sales.get', { orderId });
    expect(lines.filter(({ kind }) => kind === 'product').map(({ productId }) => productId)).toEqual([mine]);
    expect((await till.call('stock.explain', { productId: mine })).onHand).toBe(-1);
  });

  test('taken back stays so: the same SKU on the next order does not bring the two together again', async () => {
    const { store, till } = await openLinkedShop();
    const { productId: sold, variantIds } = store.addProduct({ name: 'Lamp', sku: 'LAMP-1', price: '20' }, 5);
    const mine = await create(till, 'LAMP-1');
    store.placeOrder({ lines: [{ sku: 'LAMP-1', quantity: 1 }] });
    await till.call('sync.now', {});
    expect((await productNamed(till, mine))?.linkState).toBe('linked');
    await till.call('products.unlink', link(mine, sold, variantIds[0] ?? 0));
    const orderId = store.placeOrder({ lines: [{ sku: 'LAMP-1', quantity: 1 }] });
    await till.call('sync.now', {});
    const { lines } = await till.call('sales.get', { orderId });
    expect(lines.find(({ kind }) => kind === 'product')?.productId).not.toBe(mine);
    expect((await productNamed(till, mine))?.linkState).not.toBe('linked');
  });

  test('leaves the lines of earlier sales with the product they were sold as, also when their order changes', async () => {
    const { store, till } = await openLinkedShop();
    const { productId: sold, variantIds } = store.addProduct({ name: 'Lamp', sku: 'LAMP-1', price: '20' }, 5);
    const orderId = store.placeOrder({ lines: [{ sku: 'LAMP-1', quantity: 1 }] });
    await till.call('sync.now', {});
    const made = (await till.call('products.list', { search: 'lamp' })).rows[0]?.productId ?? '';
    const mine = await create(till, 'MY-LAMP');
    await till.call('products.unlink', link(made, sold, variantIds[0] ?? 0));
    await till.call('products.link', link(mine, sold, variantIds[0] ?? 0));
    store.setStaffNotes(orderId, 'Fragile');
    await till.call('sync.now', {});
    const sale = await till.call('sales.get', { orderId });
    expect(sale.staffNotes).toBe('Fragile');
    expect(sale.lines.find(({ kind }) => kind === 'product')?.productId).toBe(made);
    expect(sale.stockMovements).toHaveLength(1);
    expect((await till.call('stock.explain', { productId: mine })).onHand).toBe(0);
  });
});
