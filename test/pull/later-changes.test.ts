import { describe, expect, test } from 'vitest';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { openLinkedTill, openStore, type Till } from '../support/linked-till.ts';

const onHand = async (till: Till, sku: string) =>
  (await till.call('stock.list', { search: sku })).rows.find((row) => row.sku === sku)?.onHand;

const lineIds = (store: PracticeStore, orderId: number) => store.order(orderId).products.map((line) => line.id);

const open = async () => {
  const store = await openStore();
  const till = await openLinkedTill(store);
  const pulled = async (orderId: number) => {
    await till.call('sync.now', {});
    return till.call('sales.get', { orderId });
  };
  return { store, till, pulled };
};

const lamps = { lines: [{ sku: 'LAMP', quantity: 5, price: '10.00' }], taxInclusive: true, taxRate: '0' };

describe('what BigCommerce changes later', () => {
  test('an order that completes after Pending is imported then, with its stock, once (R60)', async () => {
    const { store, till, pulled } = await open();
    const orderId = store.placeOrder({ ...lamps, statusId: 1 });
    await till.call('sync.now', {});
    expect(await onHand(till, 'LAMP')).toBeUndefined();
    store.setStatus(orderId, 11);
    const sale = await pulled(orderId);
    expect(sale.soldAt).toBe(new Date(store.order(orderId).date_created).toISOString());
    expect(await onHand(till, 'LAMP')).toBe(-5);
  });

  test('an order that is cancelled before it was ever here is recorded as voided and moves nothing (R61)', async () => {
    const { store, till, pulled } = await open();
    const sale = await pulled(store.placeOrder({ ...lamps, statusId: 5 }));
    expect(sale).toMatchObject({ saleStatus: 'voided', payments: [], stockMovements: [], fulfillments: [] });
    expect((await till.call('fulfillments.list', {})).rows).toEqual([]);
  });

  test('payment at last adds the payment and takes no stock a second time (R63)', async () => {
    const { store, till, pulled } = await open();
    const orderId = store.placeOrder({ ...lamps, statusId: 7, paymentMethod: 'Bank Deposit' });
    expect((await pulled(orderId)).paymentState).toBe('unpaid');
    store.pay(orderId);
    const sale = await pulled(orderId);
    expect(sale).toMatchObject({ paymentState: 'paid', payments: [{ amount: { amount: '50.0000' } }] });
    expect(sale.payments[0]?.registerId).toBe(sale.registerId);
    expect(await onHand(till, 'LAMP')).toBe(-5);
  });

  test('a cancelled order gives its stock back once and leaves queue and register (R64)', async () => {
    const { store, till, pulled } = await open();
    const orderId = store.placeOrder(lamps);
    await till.call('sync.now', {});
    store.cancel(orderId);
    const sale = await pulled(orderId);
    expect(sale).toMatchObject({ saleStatus: 'voided', payments: [], fulfillmentStatus: 'cancelled' });
    store.touch(orderId);
    await till.call('sync.now', {});
    expect(await onHand(till, 'LAMP')).toBe(0);
  });

  test('a refund of two pieces returns two; cancelling afterwards returns the other three, no more (R65, R67)', async () => {
    const { store, till, pulled } = await open();
    const orderId = store.placeOrder(lamps);
    await till.call('sync.now', {});
    const [lineId = 0] = lineIds(store, orderId);
    store.refund(orderId, { items: [{ lineId, quantity: 2 }] });
    const refunded = await pulled(orderId);
    expect(refunded).toMatchObject({
      saleStatus: 'closed',
      paymentState: 'part_refunded',
      returns: [{ amount: { amount: '20.0000' }, lines: [{ lineId: String(lineId), quantity: 2 }] }],
    });
    expect(await onHand(till, 'LAMP')).toBe(-3);
    store.cancel(orderId);
    const voided = await pulled(orderId);
    expect(voided.returns).toHaveLength(1);
    expect(voided.stockMovements.map((movement) => [movement.cause, movement.quantity])).toEqual([
      ['sale', -5],
      ['return', 2],
      ['void', 3],
    ]);
  });

  test('an amount given back moves no stock (R66)', async () => {
    const { store, till, pulled } = await open();
    const orderId = store.placeOrder(lamps);
    await till.call('sync.now', {});
    store.refund(orderId, { amount: '7.50' });
    expect((await pulled(orderId)).returns).toMatchObject([{ amount: { amount: '7.5000' }, lines: [] }]);
    expect(await onHand(till, 'LAMP')).toBe(-5);
  });

  test('a refund is seen also when it leaves the order untouched (bigcommerce.md §3.5)', async () => {
    const { store, till, pulled } = await open();
    const orderId = store.placeOrder(lamps);
    await till.call('sync.now', {});
    const [lineId = 0] = lineIds(store, orderId);
    store.refund(orderId, { items: [{ lineId, quantity: 1 }], silent: true });
    expect((await pulled(orderId)).returns).toHaveLength(1);
    expect(await onHand(till, 'LAMP')).toBe(-4);
  });

  test('an un-cancelled order is a sale again and takes its stock again, once (R68)', async () => {
    const { store, till, pulled } = await open();
    const orderId = store.placeOrder(lamps);
    await till.call('sync.now', {});
    store.cancel(orderId);
    await till.call('sync.now', {});
    store.setStatus(orderId, 11);
    expect(await pulled(orderId)).toMatchObject({ saleStatus: 'closed', paymentState: 'paid' });
    expect(await onHand(till, 'LAMP')).toBe(-5);
  });

  test('a sale whose order falls back to Pending stays, with its payment and its stock (R69)', async () => {
    const { store, till, pulled } = await open();
    const orderId = store.placeOrder(lamps);
    await till.call('sync.now', {});
    store.setStatus(orderId, 1);
    const sale = await pulled(orderId);
    expect(sale).toMatchObject({ saleStatus: 'closed', bigcommerceStatusId: 1, paymentState: 'paid' });
    expect(await onHand(till, 'LAMP')).toBe(-5);
  });

  test('edited lines move stock by the difference (R72)', async () => {
    const { store, till, pulled } = await open();
    const orderId = store.placeOrder(lamps);
    await till.call('sync.now', {});
    const [lineId = 0] = lineIds(store, orderId);
    store.editLines(orderId, {
      quantities: [{ lineId, quantity: 2 }],
      add: [{ sku: 'ROPE', quantity: 4, price: '1.00' }],
    });
    const sale = await pulled(orderId);
    expect(sale.total.amount).toBe('24.0000');
    expect([await onHand(till, 'LAMP'), await onHand(till, 'ROPE')]).toEqual([-2, -4]);
  });

  test('goods shipped in BigCommerce are handed over here as well (R62)', async () => {
    const { store, till, pulled } = await open();
    const orderId = store.placeOrder(lamps);
    await till.call('sync.now', {});
    store.ship(orderId);
    expect((await pulled(orderId)).fulfillmentStatus).toBe('fulfilled');
    expect(await onHand(till, 'LAMP')).toBe(-5);
  });

  test('a later choice of outlet counts for later orders only (R7)', async () => {
    const { store, till, pulled } = await open();
    const before = store.placeOrder(lamps);
    const first = await pulled(before);
    const { outletId } = await till.call('outlets.create', { name: 'Second', timeZone: 'UTC', currency: 'USD' });
    const { registerId } = await till.call('registers.create', { outletId, name: 'Till 9' });
    await till.call('link.bind', { outletId, registerId });
    store.cancel(before);
    const after = await pulled(store.placeOrder(lamps));
    expect([after.outletId, after.registerId]).toEqual([outletId, registerId]);
    const voided = await till.call('sales.get', { orderId: before });
    expect([voided.outletId, voided.registerId]).toEqual([first.outletId, first.registerId]);
    expect(voided.stockMovements.map((movement) => movement.outletId)).toEqual([first.outletId, first.outletId]);
  });
});
