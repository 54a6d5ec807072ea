import { describe, expect, test } from 'vitest';
import { matchProducts } from '../../src/main/outbox/match-products.ts';
import { linkTo, SETTLING_MS } from './direct-till.ts';
import { openShop } from './open-shop.ts';

const fine = { problem: null, sent: 0 };

test('what is counted here is what BigCommerce has, at once, and settled once it was seen there (R32)', async () => {
  const { store, till, add, later, marked } = await openShop();
  const { product } = add('MUG', 5);
  till.move('bound', product, 12, 'count');
  expect(await till.exchange()).toEqual({ problem: null, sent: 1 });
  expect(store.stockOf('MUG')).toBe(12);
  expect(marked()).toEqual([product]);
  expect(await later()).toEqual(fine);
  expect(marked()).toEqual([]);
});

test('a web order that BigCommerce took off itself is not told again (bigcommerce.md §9.3)', async () => {
  const { store, till, add, later, marked, writes } = await openShop();
  const { product, productId } = add('MUG', 5);
  till.move('bound', product, 5, 'count');
  await till.exchange();
  await later();
  store.placeOrder({ lines: [{ productId, sku: 'MUG', quantity: 2 }] });
  await till.exchange();
  await later();
  expect(till.onHand(product)).toBe(3);
  expect(store.stockOf('MUG')).toBe(3);
  expect(marked()).toEqual([]);
  expect(writes()).toEqual([]);
});

test('less than nothing here is nothing there (R30)', async () => {
  const { store, till, add } = await openShop();
  const { product } = add('MUG', 5);
  till.move('bound', product, 1, 'count');
  till.move('bound', product, -3, 'in_store_sale');
  await till.exchange();
  expect(till.onHand(product)).toBe(-2);
  expect(store.stockOf('MUG')).toBe(0);
});

describe('an order in between', () => {
  test('one that lands between our reading and our writing is not sold again: theirs is ours within the exchange', async () => {
    const { store, till, add } = await openShop();
    const { product, productId } = add('MUG', 5);
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

  test('where BigCommerce takes its time, theirs is ours as soon as it may be told again', async () => {
    const { store, till, add, wait, writes } = await openShop({ inventoryDelayMs: 5_000 });
    const { product, productId } = add('MUG', 5);
    till.move('bound', product, 3, 'count');
    await till.exchange({
      after: (method) => {
        if (method === 'PUT') store.placeOrder({ lines: [{ productId, sku: 'MUG', quantity: 1 }] });
      },
    });
    expect(writes().map(({ levels }) => levels)).toEqual([[3]]);
    wait(6_000);
    // It shows what was sent: that has arrived, and nothing else is under way.
    await till.exchange();
    wait(6_000);
    expect(writes().map(({ levels }) => levels)).toEqual([[3], [2]]);
    expect(store.stockOf('MUG')).toBe(2);
  });

  test('one that BigCommerce counts later than it lists it is found by the second look', async () => {
    const { store, till, add, later, marked } = await openShop();
    const { product, productId } = add('MUG', 10);
    till.move('bound', product, 10, 'count');
    await till.exchange();
    await later();
    store.placeOrder({ lines: [{ productId, sku: 'MUG', quantity: 2 }] });
    store.setStock('MUG', 10);
    till.move('bound', product, 2, 'receive');
    await till.exchange();
    store.setStock('MUG', 8);
    await later();
    expect(store.stockOf('MUG')).toBe(10);
    await later();
    expect(marked()).toEqual([]);
  });
});

test('goods that BigCommerce takes off when they are shipped are taken off once (bigcommerce.md §9.3)', async () => {
  const { store, till, add, later, marked } = await openShop({ updateStockBehavior: 'order_completed_or_shipped' });
  const { product, productId } = add('MUG', 5);
  till.move('bound', product, 5, 'count');
  const orderId = store.placeOrder({ lines: [{ productId, sku: 'MUG', quantity: 2 }] });
  await till.exchange();
  expect(store.stockOf('MUG')).toBe(3);
  await later();
  expect(marked()).toEqual([]);
  store.ship(orderId);
  expect(store.stockOf('MUG')).toBe(1);
  await till.exchange();
  expect(store.stockOf('MUG')).toBe(3);
  await later();
  expect(marked()).toEqual([]);
});

describe('an outcome that is not known', () => {
  test('a level that took effect while its answer was lost is not sent again', async () => {
    const { store, till, add, later, marked, writes } = await openShop();
    const { product } = add('MUG', 5);
    till.move('bound', product, 12, 'count');
    store.script({ kind: 'lost_answer', match: { method: 'PUT' } });
    expect(await till.exchange()).toMatchObject({ problem: { kind: 'server_error', outcomeUnknown: true } });
    expect(await till.exchange()).toEqual(fine);
    expect(await later()).toEqual(fine);
    expect(writes()).toHaveLength(1);
    expect(marked()).toEqual([]);
  });

  test('one that did not is, once it can no longer take effect', async () => {
    const { store, till, add, later, writes } = await openShop();
    const { product } = add('MUG', 5);
    till.move('bound', product, 12, 'count');
    store.script({ kind: 'answer', status: 503, match: { method: 'PUT' } });
    await till.exchange();
    expect(await till.exchange()).toEqual(fine);
    expect(await later()).toEqual({ problem: null, sent: 1 });
    expect(writes()).toHaveLength(2);
    expect(store.stockOf('MUG')).toBe(12);
  });

  test('a clock that was put back an hour keeps nothing waiting for an hour', async () => {
    const { store, till, add, putClockBack, later, marked } = await openShop();
    const { product } = add('MUG', 5);
    till.move('bound', product, 12, 'count');
    store.script({ kind: 'answer', status: 503, match: { method: 'PUT' } });
    await till.exchange();
    putClockBack(3_600_000);
    await till.exchange();
    await later();
    await later();
    expect(store.stockOf('MUG')).toBe(12);
    expect(marked()).toEqual([]);
  });

  test('never are two levels of an item under way at once', async () => {
    const { till, add, wait, later, store, writes } = await openShop({ inventoryDelayMs: 20_000 });
    const { product } = add('MUG', 5);
    till.move('bound', product, 12, 'count');
    await till.exchange();
    wait(5_000);
    till.move('bound', product, -1, 'in_store_sale');
    await till.exchange();
    expect(writes()).toHaveLength(1);
    await later();
    await later();
    expect(writes().map(({ levels }) => levels)).toEqual([[12], [11]]);
    expect(store.stockOf('MUG')).toBe(11);
  });
});

test('a product that staff link to another variant while levels are read is told there too', async () => {
  const { store, till, add, wait, later, marked } = await openShop();
  const { product } = add('MUG', 5);
  const other = store.addProduct({ name: 'Red mug', sku: 'MUG-RED', price: '10.00', tracking: 'variant' }, 9);
  till.move('bound', product, 5, 'count');
  await till.exchange();
  wait(SETTLING_MS);
  await till.exchange({
    before: (_method, path) => {
      if (!path.startsWith('/v3/inventory/')) return;
      linkTo(till.db(), product, {
        bigcommerceProductId: other.productId,
        bigcommerceVariantId: other.variantIds[0] ?? 0,
      });
      matchProducts(till.db(), 1, 'without_item');
    },
  });
  expect(marked()).toEqual([product]);
  await later();
  expect(store.stockOf('MUG-RED')).toBe(5);
});
