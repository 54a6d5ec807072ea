import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { boxLetters, roundContent } from '../../src/main/print/round-content.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { openLinkedTill, openStore, type Till } from '../support/linked-till.ts';
import { textOf } from './print-bench.ts';
import { lineOf, printableOf } from './printable.ts';

const goods = [
  { name: 'Mug', sku: 'MUG', bin: 'A10' },
  { name: 'Jug', sku: 'JUG', bin: 'A2' },
  { name: 'Pot', sku: 'POT', bin: '' },
];

const openShop = async (): Promise<{ readonly store: PracticeStore; readonly till: Till }> => {
  const store = await openStore({ seed: 3 });
  for (const each of goods) store.addProduct({ ...each, price: '9.00', tracking: 'variant' }, 50);
  return { store, till: await openLinkedTill(store) };
};

const minuteMs = 60_000;

/** Orders of these pieces by SKU, the first one the oldest; answers their fulfillments in that order. */
const sell = async ({ store, till }: Awaited<ReturnType<typeof openShop>>, ...orders: Record<string, number>[]) => {
  const ids = orders.map((pieces, index) =>
    store.placeOrder({
      dateCreated: Date.now() - (orders.length - index) * minuteMs,
      lines: Object.entries(pieces).map(([sku, quantity]) => ({ sku, quantity })),
    }),
  );
  await till.call('sync.now', {});
  const rows = await Promise.all(
    ids.map(async (id) => (await till.call('fulfillments.list', { orderId: String(id) })).rows[0]),
  );
  return rows.map((row) => row?.fulfillmentId ?? '');
};

const round = (till: Till, wish: object = {}) => till.call('prints.pickRound', { requestId: randomUUID(), ...wish });

test('a pick round walks each bin once, adds the pieces of all orders up, and says which box they go into (R94)', () => {
  const mug = { productKey: 1, name: 'Mug', sku: 'MUG', bin: 'A10' };
  const jug = { productKey: 2, name: 'Jug', sku: 'JUG', bin: 'A2' };
  const { boxes, stops } = roundContent([
    printableOf({ fulfillmentId: 'one', orderId: 1, lines: [lineOf('1', { ...mug, ordered: 3 }), lineOf('2', jug)] }),
    printableOf({ fulfillmentId: 'two', orderId: 2, lines: [lineOf('3', { ...mug, ordered: 2, picked: 1 })] }),
    printableOf({ fulfillmentId: 'three', orderId: 3, lines: [lineOf('4', { ...jug, bin: '' })] }),
  ]);
  expect(boxes.map(({ box, order, pieces }) => [box, order, pieces])).toEqual([
    ['A', '#1', 4],
    ['B', '#2', 1],
    ['C', '#3', 1],
  ]);
  expect(stops.map(({ bin, name, quantity, boxes: goes }) => [bin, name, quantity, goes])).toEqual([
    ['A2', 'Jug', 1, [{ box: 'A', quantity: 1 }]],
    [
      'A10',
      'Mug',
      4,
      [
        { box: 'A', quantity: 3 },
        { box: 'B', quantity: 1 },
      ],
    ],
    ['', 'Jug', 1, [{ box: 'C', quantity: 1 }]],
  ]);
});

test('pieces on a round are the pieces that its orders still lack, each in a box once', () => {
  const orders = Array.from({ length: 60 }, (_, at) =>
    printableOf({
      fulfillmentId: String(at),
      lines: Array.from({ length: 5 }, (_each, index) =>
        lineOf(String(index), { ordered: 1 + ((at + index) % 4), picked: (at * index) % 2, bin: `B${index}` }),
      ),
    }),
  );
  const { boxes, stops } = roundContent(orders);
  const lacking = orders.flatMap(({ lines }) => lines).reduce((sum, { ordered, picked }) => sum + ordered - picked, 0);
  expect(stops.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(lacking);
  expect(stops.flatMap((stop) => stop.boxes).reduce((sum, { quantity }) => sum + quantity, 0)).toBe(lacking);
  expect(boxes.reduce((sum, { pieces }) => sum + pieces, 0)).toBe(lacking);
  expect(new Set(boxes.map(({ box }) => box)).size).toBe(60);
  expect([25, 26, 51, 52, 701, 702].map(boxLetters)).toEqual(['Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('the whole New segment goes on one round, the oldest first; what is on hold or finds no box stays out', async () => {
  const shop = await openShop();
  const [first, second, third] = await sell(shop, { MUG: 2, JUG: 1 }, { MUG: 1 }, { POT: 1 });
  const held = shop.store.placeOrder({ statusId: 12 });
  await shop.till.call('sync.now', {});
  const { html, job, leftOut } = await round(shop.till, { boxes: 2 });
  expect(job.orders.map(({ fulfillmentId }) => fulfillmentId)).toEqual([first, second]);
  expect(textOf(html)).toMatch(/A2 1 Jug JUG A 1 .*A10 3 Mug MUG A 2 B 1/);
  expect(leftOut).toEqual([
    { fulfillmentId: third, order: expect.any(String), why: 'no_room' },
    { fulfillmentId: expect.any(String), order: `#${held}`, why: 'on_hold' },
  ]);
});

test('two people who print a round get different orders, and nobody picks an order twice', async () => {
  const shop = await openShop();
  const [first, second] = await sell(shop, { MUG: 1 }, { JUG: 1 });
  const mine = await round(shop.till, { boxes: 1 });
  const yours = await round(shop.till, { boxes: 5 });
  expect(mine.job.orders).toMatchObject([{ fulfillmentId: first }]);
  expect(yours.job.orders).toMatchObject([{ fulfillmentId: second }]);
  expect(yours.leftOut).toMatchObject([{ fulfillmentId: first, why: 'printed_before' }]);
  const nobody = await shop.till.reply('prints.pickRound', { requestId: randomUUID() });
  expect(nobody).toMatchObject({ fault: { code: 'nothing_to_print', message: expect.stringContaining('on paper') } });
  for (const wish of [
    { name: 'prints.pickRound', input: { fulfillmentIds: [first] } },
    { name: 'prints.pickList', input: { fulfillmentId: first } },
  ]) {
    const again = await shop.till.reply(wish.name, { requestId: randomUUID(), ...wish.input });
    expect(again).toMatchObject({ fault: { code: 'already_printed' } });
  }
  await shop.till.call('prints.done', { jobId: mine.job.jobId, outcome: 'failed' });
  expect((await round(shop.till)).job.orders, 'its paper never came out').toMatchObject([{ fulfillmentId: first }]);
});

test('a round asked for twice under one request is one round, with the same orders', async () => {
  const shop = await openShop();
  await sell(shop, { MUG: 1 }, { JUG: 1 });
  const requestId = randomUUID();
  const one = await round(shop.till, { requestId, boxes: 1 });
  const other = await round(shop.till, { requestId, boxes: 1 });
  expect(other.job).toEqual(one.job);
  expect(other.html).toBe(one.html);
  expect((await shop.till.call('prints.journal', {})).rows).toHaveLength(1);
});

test('a round that is printed again from the journal is the same and says REPRINT', async () => {
  const shop = await openShop();
  await sell(shop, { MUG: 1 }, { JUG: 1 });
  const { job } = await round(shop.till);
  const again = await shop.till.call('prints.reprint', { jobId: job.jobId, requestId: randomUUID() });
  expect(again.job).toMatchObject({ copy: 2, reprint: true, revised: false, contentHash: job.contentHash });
  expect(textOf(again.html)).toContain('REPRINT Copy 2');
});
