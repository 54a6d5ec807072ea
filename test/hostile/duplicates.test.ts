import { describe, expect, test } from 'vitest';
import { openLinkedTill, openStore } from '../support/linked-till.ts';
import { changed, type Path } from './change-field.ts';
import { listed, type Row } from './listed-orders.ts';

const list = { path: /^\/v2\/orders$/ };
const firstLines: Path = ['consignments', 'shipping', 0, 'line_items'];

const linesOf = (row: Row): Row[] =>
  firstLines.reduce<unknown>((at, key) => Reflect.get(Object(at), key), row) as Row[];

const open = async () => {
  const store = await openStore({ taxInclusive: true });
  const till = await openLinkedTill(store);
  const line = (sku: string) => ({ sku, price: '5.00', quantity: 2 });
  const place = (...skus: string[]) => store.placeOrder({ lines: skus.map(line), taxRate: '0' });
  const pull = async (rows: readonly unknown[]) => {
    store.script({ kind: 'answer', status: 200, body: rows, match: list });
    return (await till.call('sync.now', {})).orders;
  };
  const stock = async () => {
    const { rows } = await till.call('stock.list', {});
    return Object.fromEntries(rows.map((row) => [row.sku, row.onHand]));
  };
  return { store, till, place, pull, stock };
};

describe('numbers that come twice, or are no numbers of ours (F5)', () => {
  test('two lines of one order with the same number are asked for on their own; if it stays so, the order is held', async () => {
    const { store, till, place, pull, stock } = await open();
    const ids = [place('LAMP', 'ROPE'), place('LAMP', 'ROPE')];
    const rows = await listed(store, ids);
    const same = rows.map((row) => changed(row, [...firstLines, 1, 'id'], linesOf(row)[0]?.id));
    const twice = same.map(linesOf)[1];
    store.script({ kind: 'answer', status: 200, body: twice, match: { path: new RegExp(`/${ids[1]}/products$`) } });
    expect(await pull(same)).toMatchObject({ imported: 1, held: 1 });
    expect(await till.call('orders.why', { orderId: ids[0] ?? 0 })).toMatchObject({ reason: 'imported' });
    const why = await till.call('orders.why', { orderId: ids[1] ?? 0 });
    expect(why).toMatchObject({ reason: 'held', message: expect.stringContaining('"products.id"') });
    expect(await stock()).toEqual({ LAMP: -2, ROPE: -2 });
    const { rows: waiting } = await till.call('fulfillments.list', {});
    expect(waiting.flatMap((each) => each.lines.map((line) => [line.sku, line.ordered]))).toEqual([
      ['LAMP', 2],
      ['ROPE', 2],
    ]);
  });

  test('two addresses of one order with the same number hand every piece over once', async () => {
    const { store, till, pull, stock } = await open();
    const addresses = [{ firstName: 'Ann' }, { firstName: 'Bo' }];
    const lines = [0, 1].map((address) => ({ sku: `THING-${address}`, price: '5.00', address }));
    const orderId = store.placeOrder({ lines, addresses });
    const [row] = await listed(store, [orderId]);
    const first = Reflect.get(
      Object(['consignments', 'shipping', 0].reduce<unknown>((at, key) => Reflect.get(Object(at), key), row)),
      'id',
    );
    const good = store.placeOrder({});
    const [other] = await listed(store, [good]);
    expect(await pull([changed(row, ['consignments', 'shipping', 1, 'id'], first), other])).toMatchObject({
      imported: 2,
    });
    const { rows } = await till.call('fulfillments.list', { orderId });
    const pieces = rows.flatMap((each) => each.lines).reduce((all, line) => all + line.ordered, 0);
    expect(pieces).toBe(2);
    expect(await stock()).toMatchObject({ 'THING-0': -1, 'THING-1': -1 });
  });

  test('two different orders under one number are one sale, by the later row; the page goes in (R16)', async () => {
    const { store, till, place, pull } = await open();
    const [first, second, third] = [place('LAMP'), place('ROPE'), place('TENT')];
    const [a, b, c] = await listed(store, [first, second, third]);
    expect(await pull([a, { ...b, id: first }, c])).toMatchObject({ seen: 2, imported: 2 });
    const sale = await till.call('sales.get', { orderId: first });
    expect(sale.lines.map((line) => line.sku)).toEqual(['ROPE']);
  });

  test('numbers of 64 bits are held, not rounded to a neighbour; the page goes in', async () => {
    const { store, till, place, pull } = await open();
    const ids = [place('LAMP'), place('ROPE')];
    const [a, b] = await listed(store, ids);
    const wide = JSON.stringify([a, b]).replace(`"id":${ids[0]},`, '"id":9223372036854775807,');
    store.script({
      kind: 'answer',
      status: 200,
      body: wide,
      headers: { 'content-type': 'application/json' },
      match: list,
    });
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 1, held: 1 });
    expect((await till.call('orders.held', {})).rows).toMatchObject([
      { reason: 'unreadable', message: expect.stringContaining('"id"') },
    ]);
    expect(await pull([changed(a, [...firstLines, 0, 'variant_id'], 2 ** 60)])).toMatchObject({ seen: 1 });
  });

  test.each([
    ['no list', (_lines: readonly unknown[]): unknown => ({ oops: true })],
    ['the same page for ever', (lines: readonly unknown[]): unknown => lines.slice(0, 250)],
  ])('an order whose lines are answered with %s is held after a few requests; the others go in', async (_, answer) => {
    const { store, till, place } = await open();
    const orderId = place(...Array.from({ length: 300 }, (_part, index) => `PART-${index}`));
    place('LAMP');
    const body = answer(store.order(orderId).products);
    const match = { path: new RegExp(`/${orderId}/products$`) };
    store.script({ kind: 'answer', status: 200, body, match, times: 300 });
    const before = store.received.length;
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 1, held: 1 });
    expect(store.received.length - before).toBeLessThan(10);
    expect(await till.call('orders.why', { orderId })).toMatchObject({ reason: 'held' });
  });

  test('rows that are no orders at all are held one by one beside the order among them', async () => {
    const { store, till, place, pull } = await open();
    const orderId = place('LAMP');
    const [row] = await listed(store, [orderId]);
    const rows = [null, 7, 'text', [], {}, [row], { id: null }, { id: {} }, { id: '__proto__' }, { id: -5 }, row];
    expect(await pull(rows)).toMatchObject({ imported: 1, held: 10 });
    expect((await till.call('orders.held', {})).rows).toHaveLength(10);
    expect(await pull(rows)).toMatchObject({ imported: 0, held: 10 });
    expect((await till.call('orders.held', {})).rows).toHaveLength(10);
  });
});
