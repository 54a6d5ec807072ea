import { expect, test } from 'vitest';
import { importAll, openDatabase, openHistoryShop, rehearse, unlock } from './history-shop.ts';

test('a sale that was recorded with its stock left alone takes nothing and gives nothing back, whatever becomes of it (N3)', {
  timeout: 60_000,
}, async () => {
  const ids: number[] = [];
  const lamps = { lines: [{ sku: 'LAMP', quantity: 4, price: '5.00' }] };
  const shop = await openHistoryShop((store) => {
    for (let count = 0; count < 4; count++) ids.push(store.placeOrder(lamps));
    ids.push(store.placeOrder({ ...lamps, statusId: 5 }));
  });
  const { till, store } = shop;
  const [cancelled = 0, refunded = 0, edited = 0, shipped = 0, uncancelled = 0] = ids;
  const { productId } = await till.call('products.create', { sku: 'LAMP', name: 'Lamp' });
  await till.call('stock.count', { productId, quantity: 7 });
  await unlock(shop);
  const { outcome } = await rehearse(shop, true);
  expect(outcome).toMatchObject({ sales: { total: 5 }, stock: [], negative: 0 });
  expect(await importAll(shop)).toMatchObject({ leaveStock: true, differs: [] });
  const onHand = async () => (await till.call('stock.explain', { productId })).onHand;
  expect(await onHand()).toBe(7);

  store.cancel(cancelled);
  const [line] = store.order(refunded).products;
  store.refund(refunded, { items: [{ lineId: line?.id ?? 0, quantity: 3 }] });
  const [another] = store.order(edited).products;
  store.editLines(edited, {
    quantities: [{ lineId: another?.id ?? 0, quantity: 1 }],
    add: [{ sku: 'LAMP', price: '5.00' }],
  });
  store.ship(shipped);
  store.setStatus(uncancelled, 11);
  await till.call('sync.now', {});
  expect(await onHand()).toBe(7);
  expect((await till.call('proof.run', {})).differences).toEqual([]);
  expect(openDatabase(till).all('SELECT 1 FROM stock_movements WHERE sale_key IS NOT NULL')).toEqual([]);
  const sale = await till.call('sales.get', { orderId: cancelled });
  expect(sale.saleStatus).toBe('voided');
  expect(sale.timeline.map(({ what }) => what).join(' ')).toContain('its stock was left alone');

  const later = store.placeOrder(lamps);
  await till.call('sync.now', {});
  expect(await onHand(), 'an order since the link takes its own').toBe(3);
  expect((await till.call('sales.get', { orderId: later })).stockMovements).toHaveLength(1);
});
