import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../support/catalogue-rows.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';

describe('one product', () => {
  test('tells every variant of BigCommerce that it is, also one that the catalogue has no more (R19)', async () => {
    const till = await openLinkedTill(await openStore());
    const { productId } = await till.call('products.create', { sku: 'MUG-1', name: 'Mug' });
    expect((await till.call('products.get', { productId })).variants).toEqual([]);
    const gone = { productId, bigcommerceProductId: '7', bigcommerceVariantId: '70' };
    await till.call('products.link', gone);
    catalogueOf(till.folder, [{ productId: 8, variantId: 80, sku: 'Mug-1', name: 'A mug', options: 'Blue' }]);
    const listed = { productId, bigcommerceProductId: '8', bigcommerceVariantId: '80' };
    await till.call('products.link', listed);
    expect(await till.call('products.get', { productId })).toMatchObject({
      name: 'Mug',
      linkState: 'linked',
      variants: [
        { ...gone, name: '', sku: '', options: '' },
        { ...listed, name: 'A mug', sku: 'Mug-1', options: 'Blue', tracking: 'variant' },
      ],
    });
    await till.call('products.unlink', gone);
    expect((await till.call('products.get', { productId })).variants).toMatchObject([listed]);
  });

  test('that is not here is refused as such', async () => {
    const till = await openLinkedTill(await openStore());
    expect(await till.reply('products.get', { productId: 'nobody' })).toMatchObject({
      ok: false,
      fault: { code: 'not_found', field: 'productId' },
    });
  });
});
