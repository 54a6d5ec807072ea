import { expect, test } from 'vitest';
import { allScopes, type Scope } from '../../src/practice-store/wire/access.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';

const missing: readonly [string, readonly Scope[], RegExp, RegExp][] = [
  ['the catalogue', ['store_v2_products_read_only'], /may not read the catalogue/, /"Products: read-only"/],
  ['stock levels', ['store_inventory'], /may not read stock levels/, /"Store inventory: read-only"/],
];

test.each(missing)(
  'a token that may not read %s lets orders arrive, and says what it lacks (R14)',
  async (_, without, message, nextStep) => {
    const store = await openStore({ scopes: allScopes.filter((scope) => !without.includes(scope)) });
    const { productId: there } = store.addProduct({ name: 'Mug', sku: 'MUG', price: '5' }, 9);
    const till = await openLinkedTill(store);
    store.placeOrder({ lines: [{ sku: 'MUG', quantity: 1 }] });
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 1 });
    const [mug] = (await till.call('products.list', { search: 'MUG' })).rows;
    expect(mug?.bigcommerceProductId).toBe(String(there));
    await till.call('stock.count', { productId: mug?.productId ?? '', quantity: 4 });
    store.placeOrder({ lines: [{ sku: 'MUG', quantity: 1 }] });
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 1 });
    const { problem, lastPulledAt } = await till.call('sync.status', {});
    expect(lastPulledAt).not.toBeNull();
    expect(problem).toMatchObject({
      message: expect.stringMatching(message),
      nextStep: expect.stringMatching(nextStep),
    });
    expect(store.stockOf('MUG')).toBe(7);
  },
);
