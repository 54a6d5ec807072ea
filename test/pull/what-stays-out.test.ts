import { describe, expect, test } from 'vitest';
import { connect, openLinkedTill, openOutlet, openStore, openTill } from '../support/linked-till.ts';

describe('what stays out, and why', () => {
  test('orders from before the link stay out, also when they change; one that was Pending comes in when it completes (R74, R75)', async () => {
    const store = await openStore();
    const [old = 0, other = 0] = store.placeOrders(30, { statusId: 11 });
    const pending = store.placeOrder({ statusId: 1 });
    const till = await openLinkedTill(store);
    store.setStatus(old, 2);
    store.setStatus(pending, 11);
    const later = store.placeOrder({});
    await till.call('sync.now', {});
    const { rows } = await till.call('sales.list', {});
    expect(rows.map((row) => row.orderId).sort()).toEqual([String(pending), String(later)].sort());
    for (const orderId of [old, other]) {
      expect(await till.call('orders.why', { orderId })).toMatchObject({ reason: 'before_link' });
    }
  });

  test('an old order that only later falls back to Pending does not slip in by that way (R74)', async () => {
    const store = await openStore();
    const old = store.placeOrder({});
    const till = await openLinkedTill(store);
    store.setStatus(old, 1);
    await till.call('sync.now', {});
    store.setStatus(old, 11);
    await till.call('sync.now', {});
    expect((await till.call('sales.list', {})).rows).toEqual([]);
  });

  test('without outlet and register nothing is imported, and nothing is lost: it arrives once they are chosen (R3, R5)', async () => {
    const store = await openStore();
    const till = await openTill();
    expect(await till.reply('sync.now', {})).toMatchObject({ ok: false, fault: { code: 'not_linked' } });
    await connect(till, store);
    store.placeOrders(5, { statusId: 11 });
    expect(await till.reply('sync.now', {})).toMatchObject({ ok: false, fault: { code: 'not_bound' } });
    expect((await till.call('sales.list', {})).rows).toEqual([]);
    await till.call('link.bind', await openOutlet(till));
    expect((await till.call('sync.now', {})).orders.imported).toBe(5);
  });

  test('an order whose status nobody knows is held whole, and goes in by itself once it has another (R58)', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const orderId = store.placeOrder({ lines: [{ sku: 'LAMP', price: '10.00' }] });
    store.script({ kind: 'changed_field', field: 'status_id', value: 77, match: { path: /^\/v2\/orders$/ } });
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 0, held: 1 });
    expect((await till.call('orders.held', {})).rows).toMatchObject([
      { orderId: String(orderId), reason: 'unmapped_status' },
    ]);
    expect(await till.call('orders.why', { orderId })).toMatchObject({ reason: 'unmapped_status' });
    expect((await till.call('stock.list', {})).rows).toEqual([]);
    expect((await till.call('sync.now', {})).orders.imported).toBe(1);
    expect((await till.call('orders.held', {})).rows).toEqual([]);
    expect((await till.call('sync.status', {})).held).toBe(0);
  });

  test.each([
    ['total_inc_tax', 'twelve'],
    ['date_created', 'yesterday'],
    ['quantity', -3],
    ['status_id', '11'],
    ['default_currency_code', 'Dollars'],
  ])('orders whose %s is %j are held with the field named, and others are not delayed', async (field, value) => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const [orderId = 0] = store.placeOrders(3, { statusId: 11 });
    store.script({
      kind: 'changed_field',
      field,
      value,
      match: { path: /^\/v2\/orders/ },
      times: Number.POSITIVE_INFINITY,
    });
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 0, held: 3 });
    const why = await till.call('orders.why', { orderId });
    expect(why.reason).toBe('held');
    expect(why.message).toContain(field);
    store.clearScript();
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 3 });
    expect((await till.call('sales.list', {})).rows).toHaveLength(3);
  });

  test('what a till of the shop wrote into BigCommerce itself does not come back as an order (R31)', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const orderId = store.placeOrder({ externalSource: 'Lightspeed Retail' });
    const fromMarket = store.placeOrder({ externalSource: 'eBay' });
    await till.call('sync.now', {});
    expect(await till.call('orders.why', { orderId })).toMatchObject({ reason: 'from_this_till' });
    expect(await till.call('orders.why', { orderId: fromMarket })).toMatchObject({ reason: 'imported' });
  });

  test('nothing is ever asked of BigCommerce but to read (R13, R31)', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const [orderId = 0] = store.placeOrders(40, { statusId: 11 });
    await till.call('sync.now', {});
    store.refund(orderId, { amount: '1.00', silent: true });
    await till.call('sync.now', {});
    expect(new Set(store.received.map((request) => request.method))).toEqual(new Set(['GET']));
    expect(store.applied).toEqual([]);
  });
});

test('an order that a page names twice is one sale (R16)', async () => {
  const store = await openStore();
  const till = await openLinkedTill(store);
  const orderId = store.placeOrder({});
  const row = (await fetch(`${store.baseUrl}/v2/orders`, { headers: { 'X-Auth-Token': store.token } }).then((answer) =>
    answer.json(),
  )) as unknown[];
  store.script({ kind: 'answer', status: 200, body: [...row, ...row], match: { path: /^\/v2\/orders$/ } });
  expect((await till.call('sync.now', {})).orders).toMatchObject({ seen: 1, imported: 1 });
  expect((await till.call('sales.list', {})).rows.map((sale) => sale.orderId)).toEqual([String(orderId)]);
});

test('lines that came along and are not understood are asked for on their own, before an order is held', async () => {
  const store = await openStore();
  const till = await openLinkedTill(store);
  const orderId = store.placeOrder({ lines: [{ sku: 'LAMP', quantity: 2, price: '10.00' }] });
  store.script({ kind: 'changed_field', field: 'quantity', value: 'two', match: { path: /^\/v2\/orders$/ } });
  expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 1, held: 0 });
  const sale = await till.call('sales.get', { orderId });
  expect(sale.lines.find((line) => line.sku === 'LAMP')?.quantity).toBe(2);
});
