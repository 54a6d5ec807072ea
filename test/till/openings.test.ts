import { describe, expect, test } from 'vitest';
import { importAll, openHistoryShop, rehearse, unlock } from '../history/history-shop.ts';
import { lampsBy, online, openTillShop } from './till-shop.ts';

const paidLate = { statusId: 7, paymentMethod: 'Bank Deposit' };

describe('money of web orders on a register', () => {
  test('is in the opening in force when it arrived, apart from the drawer, by means of payment (R24, R25, N9)', async () => {
    const { open, arrives, summary, till } = await openTillShop();
    const openingId = await open('100');
    await arrives();
    await arrives({ paymentMethod: 'PayPal' });
    await arrives();
    const view = await summary();
    expect(view).toMatchObject({ openingId, state: 'open', number: 1, registerId: till.registerId });
    expect(online(view)).toEqual({
      tenders: [
        ['PayPal', 50, 0],
        ['Visa', 100, 0],
      ],
      net: [150],
    });
    expect(view.online.tenders.map(({ count }) => count)).toEqual([1, 2]);
    expect(view.drawer).toMatchObject({ float: { amount: '100.0000' }, expected: { amount: '100.0000' } });
  });

  test('that arrives while the register is closed is imported, and belongs to the next opening (R26)', async () => {
    const { open, close, arrives, summary, till } = await openTillShop();
    const first = await open();
    await close();
    const orderId = await arrives();
    expect(await till.call('sales.get', { orderId })).toMatchObject({ saleStatus: 'closed', paymentState: 'paid' });
    expect((await till.call('registers.list', {})).rows).toMatchObject([{ state: 'closed', waitingPayments: 1 }]);
    expect(await summary()).toMatchObject({ state: 'waiting', openingId: null, number: 2 });
    const second = await open();
    await arrives();
    expect(online(await summary(first)).net).toEqual([]);
    expect(online(await summary(second)).tenders).toEqual([['Visa', 100, 0]]);
  });

  test('of a register that was never opened belongs to its first opening (R26)', async () => {
    const { open, arrives, summary } = await openTillShop();
    await arrives();
    expect(online(await summary(await open())).net).toEqual([50]);
  });

  test('that is paid in a later opening belongs to that one (R63)', async () => {
    const { open, close, arrives, sync, store, summary } = await openTillShop();
    const first = await open();
    const orderId = await arrives(paidLate);
    await close();
    const second = await open();
    store.pay(orderId);
    await sync();
    expect(online(await summary(first)).net).toEqual([]);
    expect(online(await summary(second)).tenders).toEqual([['Bank Deposit', 50, 0]]);
  });

  test('that is voided later leaves the opening in force then; the closed one stays as it was, cent by cent (R64, R68)', async () => {
    const { open, close, arrives, sync, store, summary } = await openTillShop();
    const first = await open();
    const orderId = await arrives();
    await close();
    const closed = await summary(first);
    store.cancel(orderId);
    await sync();
    const second = await open();
    expect(online(await summary(second))).toEqual({ tenders: [['Visa', 0, -50]], net: [-50] });
    store.setStatus(orderId, 11);
    await sync();
    expect(online(await summary(second))).toEqual({ tenders: [['Visa', 0, 0]], net: [0] });
    expect(await summary(first)).toEqual(closed);
    expect(online(closed).net).toEqual([50]);
  });

  test('that was given back is a return in the opening in force then, once, also when the order is cancelled after (R65, R67)', async () => {
    const { open, close, arrives, sync, store, summary } = await openTillShop();
    await open();
    const orderId = await arrives();
    await close();
    const second = await open();
    store.refund(orderId, { amount: '20.00' });
    await sync();
    const refunded = await summary();
    expect(refunded.online.returns).toEqual([{ count: 1, amount: { amount: '20.0000', currency: 'USD' } }]);
    expect(online(refunded).net).toEqual([-20]);
    await close();
    await open();
    store.cancel(orderId);
    await sync();
    // The payment of 50 leaves and so does the return of 20: together with the two before, nothing is left.
    expect(online(await summary()).net).toEqual([-30]);
    expect(await summary(second)).toMatchObject({ state: 'closed', online: refunded.online });
  });

  test('that is moved to another register stays where it was paid; what proves too much is taken back there (R7, R26)', async () => {
    const { open, close, arrives, sync, store, summary, till } = await openTillShop();
    await open();
    const orderId = await arrives();
    const { registerId } = await till.call('registers.create', { outletId: till.outletId, name: 'Till 2' });
    await till.call('link.bind', { outletId: till.outletId, registerId });
    await till.call('registers.close', { registerId: till.registerId, counted: '0' });
    const second = await till.call('registers.open', { registerId: till.registerId, float: '0' });
    const other = await till.call('registers.open', { registerId, float: '0' });
    const [line] = store.order(orderId).products;
    store.editLines(orderId, { quantities: [{ lineId: line?.id ?? 0, quantity: 3 }] });
    await sync();
    expect(online(await summary(second.openingId)).net).toEqual([-20]);
    expect(online(await summary(other.openingId)).net).toEqual([]);
    await close();
  });
});

describe('what is sold and not paid', () => {
  test('is listed when a till is closed, by order, and stays in that list when it is paid later (N9)', async () => {
    const { open, close, arrives, sync, store, summary } = await openTillShop();
    const openingId = await open();
    const orderId = await arrives(paidLate);
    await arrives();
    const closed = await close();
    const due = { amount: '50.0000', currency: 'USD' };
    expect(closed.unpaid).toMatchObject({ count: 1, totals: [due], rows: [{ orderId: String(orderId), due }] });
    store.pay(orderId);
    await sync();
    expect((await summary(openingId)).unpaid).toEqual(closed.unpaid);
    expect((await summary()).unpaid).toEqual({ count: 0, totals: [], rows: [] });
  });
});

describe('money of history (R76)', () => {
  test('is in no opening when it is imported; what is paid or given back afterwards is in the one in force then (R26)', async () => {
    const before: number[] = [];
    const shop = await openHistoryShop((store) => {
      before.push(store.placeOrder(lampsBy('Visa')), store.placeOrder({ ...lampsBy('Bank Deposit'), statusId: 7 }));
    });
    const { till, store } = shop;
    await till.call('registers.open', { float: '0' });
    await unlock(shop);
    await rehearse(shop);
    await importAll(shop);
    const summary = () => till.call('till.summary', {});
    expect(online(await summary())).toEqual({ tenders: [], net: [] });
    const [paid = 0, unpaid = 0] = before;
    store.pay(unpaid);
    store.refund(paid, { amount: '8.00' });
    await till.call('sync.now', {});
    expect(online(await summary())).toEqual({ tenders: [['Bank Deposit', 50, 0]], net: [42] });
    store.cancel(paid);
    store.cancel(unpaid);
    await till.call('sync.now', {});
    expect(online(await summary()).net).toEqual([0]);
  });
});
