import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AppEvent } from '../../src/contract/event.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { openCountedShop } from './counted-shop.ts';

const isAlarm = (event: AppEvent) => event.type === 'alarm';

describe('an import that takes the last one says so at once (N6)', () => {
  test('it is heard with the product, what is left and the order, and listed until somebody has seen it', async () => {
    const { till, order, pull, productOf, alarms } = await openCountedShop({ LAMP: 3 });
    order({ LAMP: 2 });
    await pull();
    expect(await alarms(), 'one is left').toEqual([]);
    const orderId = order({ LAMP: 1 });
    const heard = till.event(isAlarm);
    await pull();
    const productId = await productOf('LAMP');
    const told = { productId, sku: 'LAMP', name: 'LAMP', onHand: 0, orderId: String(orderId) };
    expect(await heard).toEqual({ type: 'alarm', products: [{ ...told, alarmId: expect.any(String) }] });
    const { fulfillmentId, saleId } = (await till.call('fulfillments.list', { orderId })).rows[0] ?? {};
    const { rows } = await till.call('stock.alarms', {});
    expect(rows).toMatchObject([{ ...told, floor: 0, saleId, fulfillmentId }]);
    expect((await till.call('stock.list', { search: 'LAMP' })).rows).toMatchObject([{ alarm: true }]);
    await till.call('stock.alarmSeen', { alarmId: rows[0]?.alarmId });
    expect(await alarms()).toEqual([]);
    expect((await till.call('stock.list', { search: 'LAMP' })).rows).toMatchObject([{ alarm: false }]);
  });

  test('each order that finds the shelf empty gives one of its own: within one page, in their order', async () => {
    const { order, pull, alarms } = await openCountedShop({ LAMP: 5, RUG: 1 });
    const [, second, third] = [order({ LAMP: 3 }), order({ LAMP: 2, RUG: 1 }), order({ LAMP: 1 })];
    await pull();
    expect(new Set(await alarms())).toEqual(
      new Set([
        [second, 'LAMP', 0],
        [second, 'RUG', 0],
        [third, 'LAMP', -1],
      ]),
    );
  });

  test('a floor of its own gives the alarm earlier, and a product further down again', async () => {
    const { till, order, pull, productOf, alarms } = await openCountedShop({ LAMP: 5 });
    await till.call('stock.setFloor', { productId: await productOf('LAMP'), floor: 3 });
    order({ LAMP: 1 });
    await pull();
    expect(await alarms()).toEqual([]);
    const first = order({ LAMP: 1 });
    await pull();
    const second = order({ LAMP: 1 });
    await pull();
    expect(await alarms()).toEqual([
      [second, 'LAMP', 2],
      [first, 'LAMP', 3],
    ]);
  });

  test('read again, paid, shown in another status: the same order gives no second one, nor after it was seen', async () => {
    const { store, till, order, pull, alarms } = await openCountedShop({ LAMP: 1 });
    const orderId = order({ LAMP: 1 }, { statusId: 7 });
    await pull();
    await till.call('stock.alarmSeen', {});
    store.touch(orderId);
    await pull();
    store.pay(orderId);
    await pull();
    store.setStatus(orderId, 9);
    await pull();
    expect(await alarms()).toEqual([]);
  });

  test('nobody counted it: then the figure says nothing about the shelf, and there is no alarm', async () => {
    const { order, pull, count, alarms, queue } = await openCountedShop({});
    const first = order({ LAMP: 1 });
    await pull();
    expect(await alarms()).toEqual([]);
    await count('LAMP', 1);
    const second = order({ LAMP: 1 });
    await pull();
    expect(await alarms()).toEqual([[second, 'LAMP', 0]]);
    expect(await queue()).toEqual([second, first]);
  });

  test('an order that has been handed over already, or was cancelled, leaves nothing to pick and stays silent', async () => {
    const { order, pull, alarms } = await openCountedShop({ LAMP: 2, RUG: 1, VASE: 1 });
    order({ LAMP: 2 }, { statusId: 10 });
    order({ RUG: 1 }, { statusId: 2 });
    order({ VASE: 1 }, { statusId: 5 });
    await pull();
    expect(await alarms()).toEqual([]);
  });

  test('giving back is none; an order that is no longer cancelled, or grows, is one again (R64, R68, R72)', async () => {
    const { store, till, order, pull, alarms } = await openCountedShop({ LAMP: 2 });
    const orderId = order({ LAMP: 2 });
    await pull();
    await till.call('stock.alarmSeen', {});
    store.cancel(orderId);
    await pull();
    expect(await alarms()).toEqual([]);
    store.setStatus(orderId, 11);
    await pull();
    expect(await alarms()).toEqual([[orderId, 'LAMP', 0]]);
    const [line] = store.order(orderId).products;
    const lineId = line?.id ?? 0;
    store.editLines(orderId, { quantities: [{ lineId, quantity: 1 }] });
    await pull();
    await till.call('stock.alarmSeen', {});
    store.editLines(orderId, { quantities: [{ lineId, quantity: 4 }] });
    await pull();
    expect(await alarms()).toEqual([[orderId, 'LAMP', -2]]);
  });

  test('while it is unseen, an order that grows brings its alarm up to date instead of a second one', async () => {
    const { store, order, pull, alarms } = await openCountedShop({ LAMP: 1 });
    const orderId = order({ LAMP: 1 });
    await pull();
    store.editLines(orderId, { add: [{ sku: 'LAMP', quantity: 2, price: '10.00' }] });
    await pull();
    expect(await alarms()).toEqual([[orderId, 'LAMP', -2]]);
  });

  test('two lines of one product are one alarm; lines that change places with each other are none', async () => {
    const { store, till, order, pull, alarms } = await openCountedShop({ LAMP: 2 });
    const lamp = { sku: 'LAMP', quantity: 1, price: '10.00' };
    const orderId = order({}, {});
    store.cancel(orderId);
    const both = store.placeOrder({ lines: [lamp, lamp] });
    await pull();
    expect(await alarms()).toEqual([[both, 'LAMP', 0]]);
    await till.call('stock.alarmSeen', {});
    store.editLines(both, { remove: [store.order(both).products[0]?.id ?? 0], add: [lamp] });
    await pull();
    expect(await alarms()).toEqual([]);
  });

  test('stock of another outlet gives none: an old sale that changes after the binding did (R7, R85)', async () => {
    const { store, till, order, pull, alarms } = await openCountedShop({ LAMP: 2 });
    const orderId = order({ LAMP: 1 });
    await pull();
    const { outletId } = await till.call('outlets.create', { name: 'Harbour', timeZone: 'UTC', currency: 'USD' });
    const { registerId } = await till.call('registers.create', { outletId, name: 'Harbour till' });
    await till.call('link.bind', { outletId, registerId });
    store.editLines(orderId, { add: [{ sku: 'LAMP', quantity: 1, price: '10.00' }] });
    await pull();
    expect((await till.call('stock.list', { outletId: till.outletId })).rows).toMatchObject([{ onHand: 0 }]);
    expect(await alarms()).toEqual([]);
  });

  test('an order that could not be recorded gives none, the others of its page do (design law 8)', async () => {
    const { till, order, pull, alarms } = await openCountedShop({ LAMP: 1, RUG: 1 });
    const [refused, good] = [order({ LAMP: 1 }), order({ RUG: 1 })];
    const db = openConnection(join(till.folder, 'tillbridge.db'));
    db.execute(`CREATE TRIGGER refuse BEFORE INSERT ON sale_events
      WHEN NEW.sale_key = (SELECT sale_key FROM sales WHERE order_id = ${refused})
      BEGIN SELECT RAISE(ABORT, 'planted'); END`);
    const heard = till.event(isAlarm);
    await pull();
    expect(await heard).toMatchObject({ products: [{ sku: 'RUG', orderId: String(good) }] });
    expect(await alarms()).toEqual([[good, 'RUG', 0]]);
    db.execute('DROP TRIGGER refuse');
    db.close();
    await pull();
    expect(await alarms()).toEqual([
      [refused, 'LAMP', 0],
      [good, 'RUG', 0],
    ]);
  });
});
