import { describe, expect, test } from 'vitest';
import {
  listLocations,
  MOST_ITEMS,
  readAllLevels,
  readLevels,
  setLevels,
} from '../../src/main/bigcommerce/inventory.ts';
import { readUpdateStockBehavior } from '../../src/main/bigcommerce/inventory-settings.ts';
import { levelToPush } from '../../src/main/domain/stock-level.ts';
import { allScopes } from '../../src/practice-store/wire/access.ts';
import { openClient } from '../support/direct-client.ts';
import { openStore } from '../support/linked-till.ts';

const shop = async () => {
  const store = await openStore();
  const mug = store.addProduct({ name: 'Mug', sku: 'MUG', price: '5' }, 3);
  const variants = ['S', 'M'].map((label) => ({ label, sku: `SHIRT-${label}` }));
  const shirt = store.addProduct({ name: 'Shirt', sku: 'SHIRT', price: '20', variants }, 8);
  return { store, client: openClient(store), mug, shirt };
};

describe("BigCommerce's levels", () => {
  test('are read of exactly the products and variants that are asked for', async () => {
    const { store, client, mug, shirt } = await shop();
    const [, medium = 0] = shirt.variantIds;
    const { levels, unreadable } = await readLevels(client, '1', {
      productIds: [mug.productId],
      variantIds: [medium],
    });
    expect(unreadable).toEqual([]);
    expect(levels.map(({ productId, variantId, sku, onHand }) => ({ productId, variantId, sku, onHand }))).toEqual([
      { productId: mug.productId, variantId: mug.variantIds[0], sku: 'MUG', onHand: 3 },
      { productId: shirt.productId, variantId: medium, sku: 'SHIRT-M', onHand: 8 },
    ]);
    expect(store.received).toHaveLength(2);
  });

  test('are on hand with the safety stock, which is told apart from what can be sold', async () => {
    const { client } = await shop();
    const { levels } = await readAllLevels(client, '1');
    const kept = levels.filter(({ safetyStock }) => safetyStock > 0);
    expect(kept.length).toBeGreaterThan(0);
    for (const level of kept) expect(level.onHand).toBe(level.availableToSell + level.safetyStock);
  });

  test('are asked for 250 items at a time, and all at once by the thousand', async () => {
    const { store, client } = await shop();
    const before = (await readAllLevels(client, '1')).levels.length;
    const added = Array.from({ length: 1_100 }, (_, n) =>
      store.addProduct({ name: `P${n}`, sku: `P${n}`, price: '1' }, n),
    );
    const sent = store.received.length;
    const productIds = added.map(({ productId }) => productId);
    const { levels } = await readLevels(client, '1', { productIds, variantIds: [] });
    expect(levels.map(({ onHand }) => onHand)).toEqual(added.map((_, n) => n));
    expect(store.received.length - sent).toBe(5);
    expect((await readAllLevels(client, '1')).levels).toHaveLength(before + 1_100);
    expect(store.received.length - sent).toBe(7);
  });

  test('that cannot be understood are told by name, beside the others', async () => {
    const { store, client, mug } = await shop();
    store.script({ kind: 'changed_field', field: 'total_inventory_onhand', value: 'three' });
    const { levels, unreadable } = await readLevels(client, '1', { productIds: [mug.productId], variantIds: [] });
    expect(levels).toEqual([]);
    expect(unreadable).toMatchObject([{ name: expect.stringContaining('"sku":"MUG"'), why: /"three"/ }]);
  });

  test('that were never set there count as none', async () => {
    const { store, client, mug } = await shop();
    store.script({ kind: 'changed_field', field: 'total_inventory_onhand', value: null });
    const { levels } = await readLevels(client, '1', { productIds: [mug.productId], variantIds: [] });
    expect(levels).toMatchObject([{ onHand: 0 }]);
  });

  test('are not asked for where nothing is to be known', async () => {
    const { store, client } = await shop();
    expect(await readLevels(client, '1', { productIds: [], variantIds: [] })).toEqual({ levels: [], unreadable: [] });
    expect(store.received).toEqual([]);
  });
});

describe('setting levels', () => {
  test('names each item the way it is counted, all of them in one request (bigcommerce.md §9.2)', async () => {
    const { store, client, mug, shirt } = await shop();
    const [small = 0, medium = 0] = shirt.variantIds;
    const transaction = await setLevels(client, '1', [
      { tracking: 'product', id: mug.productId, quantity: 12 },
      { tracking: 'variant', id: small, quantity: 0 },
      { tracking: 'variant', id: medium, quantity: 2_147_483_647 },
    ]);
    expect(transaction).not.toBe('');
    expect([store.stockOf('MUG'), store.stockOf('SHIRT-S'), store.stockOf('SHIRT-M')]).toEqual([12, 0, 2_147_483_647]);
    expect(store.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /v3/inventory/adjustments/absolute',
    ]);
  });

  test("is refused in BigCommerce's words where an item is named another way, and then counts for none", async () => {
    const { store, client, mug, shirt } = await shop();
    const levels = [
      { tracking: 'product', id: mug.productId, quantity: 12 },
      { tracking: 'product', id: shirt.productId, quantity: 5 },
    ] as const;
    await expect(setLevels(client, '1', levels)).rejects.toMatchObject({
      kind: 'rejected',
      detail: expect.stringContaining('tracked by variant'),
    });
    expect(store.stockOf('MUG')).toBe(3);
  });

  test('takes no more items than BigCommerce takes, and sends nothing then', async () => {
    const { store, client } = await shop();
    const levels = Array.from(
      { length: MOST_ITEMS + 1 },
      (_, id) => ({ tracking: 'product', id, quantity: 1 }) as const,
    );
    await expect(setLevels(client, '1', levels)).rejects.toThrow(RangeError);
    expect(store.received).toEqual([]);
  });

  test('tells less than nothing as nothing, and more than BigCommerce can count as the most it can (R30)', () => {
    expect([-3, 0, 7, 2 ** 40].map(levelToPush)).toEqual([0, 0, 7, 2_147_483_647]);
  });
});

test('the locations are listed with the names that staff know', async () => {
  const { client } = await shop();
  const locations = await listLocations(client);
  expect(locations.length).toBeGreaterThan(1);
  expect(locations).toContainEqual(expect.objectContaining({ locationId: '1', enabled: true }));
});

describe('a token without a scope', () => {
  const without = async (...missing: string[]) =>
    openClient(await openStore({ scopes: allScopes.filter((scope) => !missing.includes(scope)) }));

  test.each([
    ['store_inventory', 'read stock levels', 'Store inventory: read-only', readAllLevels],
    ['store_locations_read_only', 'read the locations', 'Store locations: read-only', listLocations],
  ] as const)('(%s) is told what it may not do, and what to ask for', async (scope, deed, name, ask) => {
    await expect(ask(await without(scope), '1')).rejects.toMatchObject({
      kind: 'scope_missing',
      message: `The token may not ${deed}.`,
      nextStep: expect.stringContaining(`"${name}"`),
    });
  });

  test('that may only read levels is told so when one is to be set', async () => {
    const scopes = [...allScopes.filter((scope) => scope !== 'store_inventory'), 'store_inventory_read_only'] as const;
    const client = openClient(await openStore({ scopes }));
    expect((await readAllLevels(client, '1')).levels.length).toBeGreaterThan(0);
    await expect(setLevels(client, '1', [{ tracking: 'product', id: 1, quantity: 1 }])).rejects.toMatchObject({
      kind: 'scope_missing',
      message: 'The token may not change stock levels.',
      outcomeUnknown: false,
    });
  });

  test('does without the settings of the stock', async () => {
    expect(await readUpdateStockBehavior(await without('store_v2_information_read_only'))).toBeNull();
  });
});
