import { expect, test } from 'vitest';
import { allScopes } from '../../src/practice-store/wire/access.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';

const addMug = (store: Awaited<ReturnType<typeof openStore>>) =>
  store.addProduct({ name: 'Mug', sku: 'MUG', price: '10.00', tracking: 'variant' }, 5).productId;

test('what staff count reaches BigCommerce by itself, soon, and is told on the way (R32)', async () => {
  const store = await openStore();
  addMug(store);
  const till = await openLinkedTill(store);
  const { productId } = await till.call('products.create', { sku: 'MUG', name: 'Mug' });
  await till.call('sync.now', {});
  const resting = till.event((event) => event.type === 'sync' && event.status.nextTryAt !== null);
  till.app.startSync();
  await resting;
  await till.call('stock.count', { productId, quantity: 12 });
  expect((await till.call('sync.status', {})).outbox).toEqual({ pending: 1, parked: 0 });
  await till.event((event) => event.type === 'sync' && event.status.outbox.pending === 0);
  expect(store.stockOf('MUG')).toBe(12);
  expect((await till.call('stock.list', { search: 'MUG' })).rows[0]).toMatchObject({
    pushState: 'in_step',
    lastPushed: 12,
    bigcommerceFigure: 12,
    drift: 0,
  });
});

test('sync.now tells what it sent, what is not seen there yet, and what was refused', async () => {
  const store = await openStore();
  addMug(store);
  const till = await openLinkedTill(store);
  const { productId } = await till.call('products.create', { sku: 'MUG', name: 'Mug' });
  await till.call('sync.now', {});
  await till.call('stock.count', { productId, quantity: 12 });
  expect((await till.call('sync.status', {})).outbox).toEqual({ pending: 1, parked: 0 });
  expect((await till.call('sync.now', {})).outbox).toEqual({ sent: 1, pending: 1, parked: 0 });
  expect((await till.call('stock.list', { search: 'MUG' })).rows[0]).toMatchObject({
    pushState: 'sent',
    lastPushed: 12,
    bigcommerceFigure: 5,
  });
});

test('a token that may not change stock keeps no order out, and the problem is told', async () => {
  const store = await openStore({ scopes: allScopes.filter((scope) => scope !== 'store_inventory') });
  const bigcommerceId = addMug(store);
  const till = await openLinkedTill(store);
  const { productId } = await till.call('products.create', { sku: 'MUG', name: 'Mug' });
  await till.call('stock.count', { productId, quantity: 12 });
  store.placeOrder({ lines: [{ productId: bigcommerceId, sku: 'MUG', quantity: 2 }] });
  const { orders, outbox } = await till.call('sync.now', {});
  expect(orders.imported).toBe(1);
  expect(outbox).toEqual({ sent: 0, pending: 1, parked: 0 });
  const { problem } = await till.call('sync.status', {});
  expect(problem).toMatchObject({ code: 'scope_missing', message: expect.stringContaining('Orders arrived') });
});
