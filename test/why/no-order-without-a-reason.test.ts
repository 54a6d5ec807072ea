import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type WhyReason, whyReason } from '../../src/contract/orders.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import type { Fault } from '../../src/practice-store/practice-store.ts';
import { allScopes } from '../../src/practice-store/wire/access.ts';
import { connect, openLinkedTill, openOutlet, openStore, openTill, type Till } from '../support/linked-till.ts';
import { after, type Known, readings, reasonOf, rowOf, unknown } from './generated-rows.ts';

const list = { path: /^\/v2\/orders$/ };
const given = new Set<WhyReason>();

/** Asks why, and holds every answer to being whole sentences that end with what to do. */
const whyOf = async (till: Till, orderId: number): Promise<WhyReason> => {
  const { reason, message, nextStep } = await till.call('orders.why', { orderId });
  expect(message).toMatch(/^[A-Z].{15,}[.)]$/s);
  expect(nextStep).toMatch(/^[A-Z].{8,}\.$/s);
  expect(`${message}${nextStep}`).not.toMatch(/undefined|null|NaN|\d{2}T\d{2}:/);
  given.add(reason);
  return reason;
};

describe('no order is left out without a reason and a next step (N4)', () => {
  test('whatever BigCommerce says of 60 orders, six times over, from before the link and after: each answers with its own', async () => {
    const store = await openStore();
    const orderCount = 60;
    const firstId = store.placeOrder({ statusId: 1 });
    for (let more = 1; more < orderCount / 3; more += 1) store.placeOrder({ statusId: more % 3 === 0 ? 0 : 11 });
    const till = await openLinkedTill(store);
    const baseline = firstId + orderCount / 3 - 1;
    const ids = Array.from({ length: orderCount }, (_, index) => firstId + index);
    const known = new Map<number, Known>(
      ids.map((id) => [id, { ...unknown, watched: id === firstId || (id <= baseline && (id - firstId) % 3 === 0) }]),
    );
    const answers = async () => Promise.all(ids.map(async (id) => [id, await whyOf(till, id)]));
    const expected = () => ids.map((id) => [id, reasonOf(known.get(id) ?? unknown, id <= baseline)]);
    expect(await answers()).toEqual(expected());

    for (const [round, said] of readings(orderCount, 6).entries()) {
      const rows = ids.flatMap((id, index) => {
        const reading = said[index];
        // One in five is not listed this time.
        if (!reading || (index + round) % 5 === 0) return [];
        known.set(id, after(known.get(id) ?? unknown, reading, id <= baseline));
        return [rowOf(id, round, reading)];
      });
      store.script({ kind: 'answer', status: 200, body: rows, match: list });
      const { orders } = await till.call('sync.now', {});
      expect(orders.seen).toBe(rows.length);
      expect(await answers(), `round ${round}`).toEqual(expected());
      const held = [...known.values()].filter((each) => each.held !== null).length;
      expect((await till.call('orders.held', {})).rows).toHaveLength(held);
    }
  });

  const troubles: readonly [string, Fault][] = [
    ['a refused token', { kind: 'answer', status: 401, match: list }],
    ['a missing scope', { kind: 'answer', status: 403, match: list }],
    ['a failing server', { kind: 'answer', status: 503, match: list }],
    ['a refused request', { kind: 'answer', status: 400, match: list }],
    ['an unknown store', { kind: 'answer', status: 404, match: list }],
    ['too many requests', { kind: 'throttled', headers: false, match: list }],
    ['a web page in between', { kind: 'html', match: list }],
    ['an answer that breaks off', { kind: 'truncated', match: list }],
    ['something else than was asked for', { kind: 'answer', status: 200, body: { no: 'list' }, match: list }],
    ['no network', { kind: 'reset', when: 'before', times: 2, match: list }],
  ];

  test.each(troubles)(
    'while %s keeps orders away, that is the reason, in the words of the trouble',
    async (_, fault) => {
      const store = await openStore();
      const till = await openLinkedTill(store);
      const here = store.placeOrder({});
      await till.call('sync.now', {});
      store.script(fault);
      const away = store.placeOrder({});
      expect(await till.reply('sync.now', {})).toMatchObject({ ok: false });
      expect(await whyOf(till, away)).toBe('blocked_by_error');
      const { problem } = await till.call('sync.status', {});
      expect(await till.call('orders.why', { orderId: away })).toMatchObject({
        message: problem?.message,
        nextStep: problem?.nextStep,
      });
      expect(await whyOf(till, here), 'what is here is here').toBe('imported');
      await till.call('sync.now', {});
      expect(await whyOf(till, away)).toBe('imported');
    },
  );

  test('a disk that is full, or a database that fails, is told too, and nothing is left out for it', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const orderId = store.placeOrder({});
    const db = openConnection(join(till.folder, 'tillbridge.db'));
    db.execute('ALTER TABLE sales RENAME TO sales_away');
    expect(await till.reply('sync.now', {})).toMatchObject({ ok: false });
    db.execute('ALTER TABLE sales_away RENAME TO sales');
    db.close();
    expect(await whyOf(till, orderId)).toBe('blocked_by_error');
    await till.call('sync.now', {});
    expect(await whyOf(till, orderId)).toBe('imported');
  });

  test('no store, then no outlet and register, then not asked yet: each says what is to be done first', async () => {
    const store = await openStore();
    const till = await openTill();
    expect(await whyOf(till, 900)).toBe('not_linked');
    await connect(till, store);
    expect(await whyOf(till, 900)).toBe('not_bound');
    await till.call('link.bind', await openOutlet(till));
    expect(await whyOf(till, 900)).toBe('unknown');
    await till.call('sync.now', {});
    expect(await whyOf(till, 900)).toBe('unknown');
  });

  test('a lost plan pauses the exchange and is the reason; what is here stays readable, and the plan of today brings it back (R2)', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const here = store.placeOrder({});
    await till.call('sync.now', {});
    const db = openConnection(join(till.folder, 'tillbridge.db'));
    db.run("UPDATE links SET plan = 'Lite'");
    db.close();
    const away = store.placeOrder({});
    expect(await till.reply('sync.now', {})).toMatchObject({ ok: false, fault: { code: 'plan_not_supported' } });
    expect(await till.call('sync.status', {})).toMatchObject({ state: 'paused', problem: { code: 'plan_lost' } });
    expect(await whyOf(till, away)).toBe('plan');
    expect(await whyOf(till, here)).toBe('imported');
    expect((await till.call('sales.list', {})).rows).toHaveLength(1);
    await connect(till, store);
    await till.call('sync.now', {});
    expect(await whyOf(till, away)).toBe('imported');
    expect((await till.call('sync.status', {})).problem).toBeNull();
  });

  test('trouble that only keeps stock from BigCommerce is no reason for an order: orders have arrived', async () => {
    const store = await openStore({ scopes: allScopes.filter((scope) => scope !== 'store_v2_products_read_only') });
    const till = await openLinkedTill(store);
    await till.call('sync.now', {});
    expect((await till.call('sync.status', {})).problem, 'the catalogue may not be read').not.toBeNull();
    expect(await whyOf(till, 900)).toBe('unknown');
  });

  test('a number that is typed with zeros before it is the same order', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const orderId = store.placeOrder({});
    store.script({ kind: 'changed_field', field: 'status_id', value: 77, match: list });
    await till.call('sync.now', {});
    expect(await till.call('orders.why', { orderId: `000${orderId}` })).toMatchObject({ reason: 'unmapped_status' });
  });

  test('an order that is held for its last change is here as it was before, and says both', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const orderId = store.placeOrder({});
    await till.call('sync.now', {});
    store.setStatus(orderId, 9);
    store.script({ kind: 'changed_field', field: 'total_inc_tax', value: 'twelve', match: list });
    await till.call('sync.now', {});
    const { reason, message } = await till.call('orders.why', { orderId });
    expect(reason).toBe('held');
    expect(message).toMatch(/is here as it was before.*total_inc_tax/s);
  });

  test('every reason of the contract was given above', () => {
    expect([...given].sort()).toEqual([...whyReason.options].sort());
  });
});
