import { describe, expect, test } from 'vitest';
import { StoreProblem } from '../../src/main/bigcommerce/problem.ts';
import { openOutboxShop } from './outbox-shop.ts';

const openPacked = async (orders = 1, clock: { readonly runs?: boolean } = {}) => {
  const shop = await openOutboxShop({}, clock);
  const orderIds: number[] = [];
  for (let index = 0; index < orders; index++) orderIds.push(await shop.order());
  for (const orderId of orderIds) shop.staff(orderId).packAll();
  const states = () => orderIds.flatMap((orderId) => shop.entries(orderId).map(({ state }) => state));
  return { ...shop, orderIds, states, first: orderIds[0] ?? 0 };
};

const order = (orderId: number) => new RegExp(`/v2/orders/${orderId}$`);
const writes = { method: 'PUT', path: /\/v2\/orders\/\d+$/ };

describe('trouble of them all stops the replay, and is not counted as a try', () => {
  test('without a network nothing is tried twice, and everything goes out when it is back (R87, R89)', async () => {
    const shop = await openPacked(8);
    shop.store.script({ kind: 'reset', when: 'before', match: { path: /\/v2\/orders\/\d+$/ }, times: 100 });
    const { problem } = await shop.till.exchange();
    expect(problem).toMatchObject({ kind: 'unreachable' });
    expect(shop.orderIds.flatMap((orderId) => shop.entries(orderId))).toMatchObject(
      shop.orderIds.map(() => ({ state: 'pending', attempts: 0 })),
    );
    shop.store.clearScript();
    await shop.till.exchange();
    expect(new Set(shop.states())).toEqual(new Set(['sent']));
  });

  test('a refused token stops it; what was to be told waits', async () => {
    const shop = await openPacked(3);
    shop.store.script({ kind: 'answer', status: 401, match: writes, times: 20 });
    const { problem } = await shop.till.exchange();
    expect(problem).toMatchObject({ kind: 'token_refused' });
    expect(shop.entries(shop.first)).toMatchObject([{ state: 'pending', attempts: 0 }]);
  });

  test('a token that may only read is told by the scope that it lacks (§1)', async () => {
    const shop = await openOutboxShop({
      scopes: ['store_v2_orders_read_only', 'store_v2_products_read_only', 'store_inventory'],
    });
    const orderId = await shop.order();
    shop.staff(orderId).packAll();
    const { problem } = await shop.till.exchange();
    expect(problem).toBeInstanceOf(StoreProblem);
    expect(problem).toMatchObject({ kind: 'scope_missing', nextStep: expect.stringContaining('Orders: modify') });
    expect(shop.entries(orderId)).toMatchObject([{ state: 'pending', attempts: 0 }]);
  });

  test.each([
    ['with headers, for as long as it was asked to', true],
    ['without headers, by its own measure', false],
  ])('too many requests: it waits %s', async (_, headers) => {
    const shop = await openPacked(3, { runs: true });
    shop.store.script({ kind: 'throttled', headers, resetMs: 700, match: writes });
    const { problem } = await shop.till.exchange();
    expect(problem).toMatchObject({ kind: 'busy', retryAfterMs: headers ? 700 : null });
    const waiting = shop.orderIds.find((orderId) => shop.entries(orderId)[0]?.attempts === 1) ?? 0;
    expect(shop.entries(waiting)).toMatchObject([{ state: 'pending', attempts: 1 }]);
    shop.wait(60_000);
    await shop.till.exchange();
    expect(new Set(shop.states())).toEqual(new Set(['sent']));
  });
});

describe('trouble of one entry never stops the others', () => {
  test('an order that cannot be read now is tried later, and later again (never given up)', async () => {
    const shop = await openPacked(3);
    shop.store.script({ kind: 'answer', status: 503, match: { path: order(shop.first) }, times: 9 });
    await shop.till.exchange();
    expect(shop.states()).toEqual(['pending', 'sent', 'sent']);
    expect(shop.entries(shop.first)).toMatchObject([{ attempts: 1, lastAnswer: expect.stringMatching(/problem/) }]);
    for (let tries = 2; tries <= 9; tries++) {
      shop.wait(20 * 60_000);
      await shop.till.exchange();
      expect(shop.entries(shop.first)).toMatchObject([{ state: 'pending', attempts: tries }]);
    }
    shop.wait(20 * 60_000);
    await shop.till.exchange();
    expect(shop.states()).toEqual(['sent', 'sent', 'sent']);
  });

  test('where no order can be read, only a few are asked for', async () => {
    const shop = await openPacked(30);
    shop.store.script({ kind: 'answer', status: 503, match: { path: /\/v2\/orders\/\d+$/ }, times: 100 });
    const from = shop.store.received.length;
    const { problem } = await shop.till.exchange();
    expect(problem).toMatchObject({ kind: 'server_error' });
    const asked = shop.store.received.slice(from).filter(({ path }) => /\/v2\/orders\/\d+$/.test(path));
    // A dozen at once, and those that are begun until five have failed.
    expect(asked.length).toBeLessThanOrEqual(12 + 5);
  });

  test('an order that makes no sense is held, and its entry waits', async () => {
    const shop = await openPacked(2);
    shop.store.script({
      kind: 'changed_field',
      field: 'total_inc_tax',
      value: 'a lot',
      match: { path: order(shop.first) },
    });
    await shop.till.exchange();
    expect(shop.states()).toEqual(['pending', 'sent']);
    expect(shop.entries(shop.first)[0]?.lastAnswer).toContain('total_inc_tax');
  });

  test('an entry that this version cannot read is for somebody to look at', async () => {
    const shop = await openPacked(2);
    shop.till.db().run('UPDATE outbox_entries SET payload = \'{"statusId":5}\' WHERE order_id = :orderId', {
      orderId: shop.first,
    });
    await shop.till.exchange();
    expect(shop.states()).toEqual(['parked', 'sent']);
    expect(shop.store.applied.some((effect) => effect.kind === 'status_set' && effect.to === 5)).toBe(false);
  });

  test('a clock that was put back does not keep an entry waiting until that time comes again', async () => {
    const shop = await openPacked();
    shop.till.db().run('UPDATE outbox_entries SET next_attempt_at = :at', { at: shop.now() + 5 * 86_400_000 });
    await shop.till.exchange();
    expect(shop.states()).toEqual(['sent']);
  });
});
