import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/practice-store/practice-store.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';

const lists = { path: /^\/v2\/orders$/ };

const troubles: readonly [string, Fault, { state: string; message: RegExp }][] = [
  ['a web page', { kind: 'html', match: lists }, { state: 'slow', message: /web page/ }],
  ['a body that breaks off', { kind: 'truncated', match: lists }, { state: 'slow', message: /broke off/ }],
  [
    'a line that breaks in the body',
    { kind: 'reset', when: 'mid-body', match: lists },
    { state: 'slow', message: /broke off/ },
  ],
  [
    'a refused token',
    { kind: 'answer', status: 401, match: lists },
    { state: 'refused', message: /refused the token/ },
  ],
  ['a missing scope', { kind: 'answer', status: 403, match: lists }, { state: 'refused', message: /may not read/ }],
  [
    'a broken connection',
    { kind: 'reset', when: 'before', times: 2, match: lists },
    { state: 'offline', message: /cannot be reached/ },
  ],
  ['a failing server', { kind: 'answer', status: 503, match: lists }, { state: 'slow', message: /problem of its own/ }],
  [
    'an overloaded platform',
    { kind: 'throttled', headers: false, match: lists },
    { state: 'slow', message: /asks to wait/ },
  ],
];

describe('trouble with BigCommerce', () => {
  test.each(troubles)(
    '%s is told in its own sentence, loses nothing, and is over by itself',
    async (_, fault, told) => {
      const store = await openStore();
      const till = await openLinkedTill(store);
      store.placeOrders(12, { statusId: 11 });
      store.script(fault);
      const trouble = till.event((event) => event.type === 'sync' && event.status.problem !== null);
      till.app.startSync();
      const event = await trouble;
      expect(event).toMatchObject({ status: { state: told.state } });
      expect(event.type === 'sync' && event.status.problem?.message).toMatch(told.message);
      await till.event(
        (next) => next.type === 'sync' && next.status.problem === null && next.status.lastPulledAt !== null,
      );
      expect((await till.call('sales.summary', {})).count).toBe(12);
      expect(await till.call('sync.status', {})).toMatchObject({ state: 'idle', problem: null });
    },
  );

  test('every sentence is different from the others, and says what to do', async () => {
    const sentences = new Set<string>();
    for (const [, fault] of troubles) {
      const store = await openStore();
      const till = await openLinkedTill(store);
      store.script(fault);
      await till.reply('sync.now', {});
      const { problem } = await till.call('sync.status', {});
      sentences.add(problem?.message.replace(/ \(.*/, '') ?? '');
      expect(problem?.nextStep).not.toBe('');
    }
    // A body cut short and a line cut in the body are the same to staff.
    expect(sentences.size).toBe(troubles.length - 1);
  });

  test('a refused connection is offline; when the line is back, orders come in without a hand', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    store.placeOrders(3, { statusId: 11 });
    store.script({ kind: 'refuse', forMs: 1_500 });
    const away = till.event((event) => event.type === 'sync' && event.status.state === 'offline');
    till.app.startSync();
    const event = await away;
    expect(event).toMatchObject({ status: { problem: { code: 'unreachable' } } });
    const arrived = till.event((next) => next.type === 'records' && next.nouns.includes('sales'));
    await arrived;
    expect((await till.call('sales.summary', {})).count).toBe(3);
  });

  test('a token is replaced by connecting the same store again; nothing else changes', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const input = { storeHash: store.storeHash, plan: 'Pro', apiBase: store.baseUrl };
    expect(await till.reply('link.connect', { ...input, token: 'wrong' })).toMatchObject({
      ok: false,
      fault: { code: 'token_refused' },
    });
    const before = await till.call('link.get', {});
    store.placeOrder({});
    await till.call('link.connect', { ...input, token: store.token });
    expect(await till.call('link.get', {})).toEqual(before);
    expect((await till.call('sync.now', {})).orders.imported).toBe(1);
  });

  test('a page that fails half-way through a long pull costs that page, not those before it', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    store.placeOrders(700, { statusId: 11, kind: 'plain' });
    let lists = 0;
    const third = { test: (path: string) => path === '/v2/orders' && ++lists === 3 };
    store.script({ kind: 'html', match: { path: Object.assign(/^\/v2\/orders$/, third) } });
    expect(await till.reply('sync.now', {})).toMatchObject({ ok: false });
    const stored = (await till.call('sales.summary', {})).count;
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(700);
    expect((await till.call('sync.now', {})).orders.imported).toBe(700 - stored);
  });
});

test('a kept connection that was dropped in the moment of asking costs nothing but asking again', async () => {
  const store = await openStore();
  const till = await openLinkedTill(store);
  store.placeOrder({});
  store.script({ kind: 'reset', when: 'before', match: lists });
  expect((await till.call('sync.now', {})).orders.imported).toBe(1);
});
