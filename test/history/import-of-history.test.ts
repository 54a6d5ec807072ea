import { describe, expect, test } from 'vitest';
import { importAll, openDatabase, openHistoryShop, rehearse, unlock } from './history-shop.ts';

const orderIdsOf = async ({ till }: Awaited<ReturnType<typeof openHistoryShop>>) =>
  (await till.call('sales.list', { limit: 250 })).rows.map(({ orderId }) => orderId).sort();

describe('the import of history', { timeout: 90_000 }, () => {
  test('while it is off, an order from before the link never imports, even if it is modified later (R74)', async () => {
    let old = 0;
    const shop = await openHistoryShop((store) => {
      old = store.placeOrder({});
    });
    const { till, store } = shop;
    await unlock(shop);
    await rehearse(shop);
    store.setStatus(old, 2);
    await till.call('sync.now', {});
    expect(await orderIdsOf(shop), 'neither unlocking nor rehearsing lets anything in').toEqual([]);
    expect(await till.call('orders.why', { orderId: old })).toMatchObject({ reason: 'before_link' });
  });

  test('an order that was Pending at the moment of linking imports when it completes, with history or without it (R75)', async () => {
    let pending = 0;
    let waiting = 0;
    const shop = await openHistoryShop((store) => {
      pending = store.placeOrder({ statusId: 1 });
      waiting = store.placeOrder({ statusId: 0 });
      store.placeOrder({});
    });
    const { till, store } = shop;
    store.setStatus(pending, 11);
    await till.call('sync.now', {});
    expect(await orderIdsOf(shop)).toEqual([String(pending)]);
    await unlock(shop);
    const { outcome } = await rehearse(shop);
    expect(outcome).toMatchObject({ sales: { total: 1 }, leftOut: { alreadyHere: 2, pending: 0 } });
    await importAll(shop);
    await till.call('history.undo', {});
    expect(await orderIdsOf(shop), 'it is no part of the batch').toEqual([String(pending)]);
    store.setStatus(waiting, 11);
    await till.call('sync.now', {});
    expect(await orderIdsOf(shop)).toEqual([String(pending), String(waiting)].sort());
  });

  test('all past orders import under the rules of every pull: closed, voided, waited for, left out, held (R76)', async () => {
    const ids: Record<string, number> = {};
    const shop = await openHistoryShop((store) => {
      ids.open = store.placeOrder({ lines: [{ sku: 'LAMP', quantity: 2, price: '5.00' }], email: 'a@example.com' });
      ids.refunded = store.placeOrder({ lines: [{ sku: 'LAMP', quantity: 3, price: '5.00' }], email: 'A@Example.com' });
      const [line] = store.order(ids.refunded).products;
      store.refund(ids.refunded, { items: [{ lineId: line?.id ?? 0, quantity: 1 }] });
      ids.cancelled = store.placeOrder({ statusId: 5 });
      ids.unpaid = store.placeOrder({ statusId: 7, paymentMethod: 'Bank Deposit' });
      ids.fallen = store.placeOrder({ statusId: 11 });
      ids.ownTill = store.placeOrder({ externalSource: 'Retail POS' });
    });
    const { till, store } = shop;
    store.setStatus(ids.fallen ?? 0, 1);
    await unlock(shop);
    const { outcome } = await rehearse(shop);
    expect(outcome).toMatchObject({
      sales: { total: 4, closed: 3, voided: 1 },
      leftOut: { pending: 1, fromThisTill: 1, held: 0, alreadyHere: 0 },
    });
    expect(outcome.customers.filter(({ email }) => email.toLowerCase() === 'a@example.com')).toHaveLength(1);
    await importAll(shop);
    const why = async (orderId = 0) => (await till.call('orders.why', { orderId })).reason;
    expect(await why(ids.fallen)).toBe('pending');
    expect(await why(ids.ownTill)).toBe('from_this_till');
    expect(await till.call('sales.get', { orderId: ids.cancelled ?? 0 })).toMatchObject({
      saleStatus: 'voided',
      payments: [],
      stockMovements: [],
    });
    expect(await till.call('sales.get', { orderId: ids.unpaid ?? 0 })).toMatchObject({
      paymentState: 'unpaid',
      payments: [],
    });
    const refunded = await till.call('sales.get', { orderId: ids.refunded ?? 0 });
    expect(refunded).toMatchObject({ paymentState: 'part_refunded', outletId: till.outletId });
    expect(refunded.returns).toHaveLength(1);
    expect(refunded.stockMovements.map(({ quantity }) => quantity)).toEqual([-2]);
    expect((await till.call('sales.list', { search: 'lamp' })).rows, 'it is found by its words').toHaveLength(2);
    expect((await till.call('proof.run', {})).differences).toEqual([]);

    store.setStatus(ids.fallen ?? 0, 11);
    store.cancel(ids.open ?? 0);
    await till.call('sync.now', {});
    expect(await why(ids.fallen), 'from now on it follows BigCommerce as any other').toBe('imported');
    expect(await till.call('sales.get', { orderId: ids.open ?? 0 })).toMatchObject({ saleStatus: 'voided' });
  });

  test('an order that is not understood is held with its reason, and goes in when it is (R76)', async () => {
    let odd = 0;
    const shop = await openHistoryShop((store) => {
      store.placeOrder({});
      odd = store.placeOrder({});
    });
    const { till, store } = shop;
    await unlock(shop);
    store.script({
      kind: 'changed_field',
      field: 'status_id',
      value: 77,
      match: { path: /^\/v2\/orders$/ },
      times: Number.POSITIVE_INFINITY,
    });
    const { outcome } = await rehearse(shop);
    expect(outcome.held.map(({ orderId, reason }) => [orderId, reason])).toContainEqual([
      String(odd),
      'unmapped_status',
    ]);
    await importAll(shop);
    expect((await till.call('orders.held', {})).rows.map(({ orderId }) => orderId)).toContain(String(odd));
    store.clearScript();
    store.touch(odd);
    await till.call('sync.now', {});
    expect((await till.call('orders.held', {})).rows.map(({ orderId }) => orderId)).not.toContain(String(odd));
    expect(await orderIdsOf(shop)).toContain(String(odd));
  });

  test('what is here already is not doubled: a second import finds nothing to do (R76)', async () => {
    const shop = await openHistoryShop((store) => void store.placeOrders(40, { statusId: 2 }));
    await unlock(shop);
    await rehearse(shop);
    await importAll(shop);
    const again = await rehearse(shop);
    expect(again.outcome).toMatchObject({ sales: { total: 0 }, leftOut: { alreadyHere: 40 }, stock: [], products: [] });
    await importAll(shop);
    expect(await orderIdsOf(shop)).toHaveLength(40);
    const doubled = openDatabase(shop.till).all(
      `SELECT sale_key FROM stock_movements GROUP BY sale_key, line_id, product_key HAVING count(*) > 1`,
    );
    expect(doubled).toEqual([]);
  });

  test('a manager confirms by typing the store’s name, after a warning about inventory; it is logged (R77, R78)', async () => {
    const shop = await openHistoryShop((store) => void store.placeOrders(5, { statusId: 2 }));
    const { till, storeName } = shop;
    await unlock(shop);
    const { batchId } = await rehearse(shop);
    const { warning } = await till.call('history.status', {});
    expect(warning).toMatch(/inventory levels/);
    expect(warning).toMatch(/can take time/);
    expect(await till.reply('history.import', { typedName: 'yes' })).toMatchObject({
      fault: { code: 'name_not_typed', field: 'typedName' },
    });
    expect(await orderIdsOf(shop)).toEqual([]);
    expect(await importAll(shop, batchId)).toMatchObject({ confirmedBy: 'Manager', sales: 5 });
    const { rows } = await till.call('audit.list', { what: 'history.import' });
    expect(rows).toMatchObject([
      { who: 'Manager', subject: storeName, after: { batch: batchId, sales: 5, stock: 'taken' } },
    ]);
    await till.call('history.undo', {});
    expect((await till.call('audit.list', { what: 'history.undo' })).rows).toMatchObject([{ before: { sales: 5 } }]);
  });

  test('an archived order that was restored since, and one of a number in between, are told from those that came (N4)', async () => {
    let archived = 0;
    const shop = await openHistoryShop((store) => {
      archived = store.placeOrder({});
      store.placeOrder({});
      store.archive(archived);
    });
    await unlock(shop);
    await rehearse(shop);
    await importAll(shop);
    const why = await shop.till.call('orders.why', { orderId: archived });
    expect(why.reason).toBe('before_link');
    expect(why.message).toContain('did not list it when the history was imported');
  });
});
