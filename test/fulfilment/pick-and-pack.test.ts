import { expect, test } from 'vitest';
import { openPickBench, piecesOf } from './pick-bench.ts';

const lineIds = async (bench: Awaited<ReturnType<typeof openPickBench>>) =>
  (await bench.now()).lines.map(({ lineId }) => lineId) as [string, string];

test('an order is picked and packed piece by piece, and its status follows (R92)', async () => {
  const bench = await openPickBench();
  const [mug, jug] = await lineIds(bench);
  expect(await bench.now()).toMatchObject({ status: 'new', assignedTo: null });
  expect(piecesOf(await bench.step('fulfillments.pick', [[mug, 2]]))).toEqual([
    [2, 0, 0],
    [0, 0, 0],
  ]);
  expect(await bench.now()).toMatchObject({ status: 'picking' });
  await bench.step('fulfillments.pack', [[mug, 2]]);
  await bench.step('fulfillments.pick', [
    [mug, 1],
    [jug, 1],
  ]);
  const packed = await bench.step('fulfillments.pack', [
    [mug, 1],
    [jug, 1],
  ]);
  expect(packed).toMatchObject({ status: 'packed' });
  expect((await bench.till.call('sales.list', {})).rows[0]).toMatchObject({ fulfillmentStatus: 'packed' });
});

test('no more is picked than was ordered, and no more packed than was picked (R92)', async () => {
  const bench = await openPickBench();
  const [mug] = await lineIds(bench);
  expect(await bench.refused('fulfillments.pick', { lines: [{ lineId: mug, quantity: 4 }] })).toMatchObject({
    code: 'too_many',
    field: mug,
    message: expect.stringContaining('Only 3'),
  });
  await bench.step('fulfillments.pick', [[mug, 2]]);
  expect(await bench.refused('fulfillments.pack', { lines: [{ lineId: mug, quantity: 3 }] })).toMatchObject({
    code: 'not_picked',
    message: expect.stringContaining('Only 2'),
  });
  expect(piecesOf(await bench.now())[0], 'nothing was changed').toEqual([2, 0, 0]);
});

test('a step on several lines is done whole or not at all', async () => {
  const bench = await openPickBench();
  const [mug, jug] = await lineIds(bench);
  const lines = [
    { lineId: mug, quantity: 1 },
    { lineId: jug, quantity: 2 },
  ];
  expect(await bench.refused('fulfillments.pick', { lines })).toMatchObject({ code: 'too_many', field: jug });
  expect(await bench.refused('fulfillments.pick', { lines: [{ lineId: '999', quantity: 1 }] })).toMatchObject({
    code: 'line_unknown',
  });
  expect(piecesOf(await bench.now())).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

test('a line named twice in one step counts with both quantities', async () => {
  const bench = await openPickBench();
  const [mug] = await lineIds(bench);
  const lines = [
    { lineId: mug, quantity: 2 },
    { lineId: mug, quantity: 2 },
  ];
  expect(await bench.refused('fulfillments.pick', { lines })).toMatchObject({ code: 'too_many' });
});

test('of two people who act at once the second is told, and nothing is done twice (R92)', async () => {
  const bench = await openPickBench();
  const [mug] = await lineIds(bench);
  const { fulfillmentId, version } = await bench.now();
  const input = { fulfillmentId, version, lines: [{ lineId: mug, quantity: 1 }] };
  const replies = await Promise.all([
    bench.till.reply('fulfillments.pick', input),
    bench.till.reply('fulfillments.pick', input),
  ]);
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.fault.code)).sort()).toEqual(['changed_meanwhile', 'ok']);
  expect(piecesOf(await bench.now())[0]).toEqual([1, 0, 0]);
});

test('taking it into work shows on the list, and stays when the order changes without touching goods', async () => {
  const bench = await openPickBench();
  await bench.till.call('staff.setManagerPin', { pin: '2468' });
  const { fulfillmentId, version } = await bench.now();
  const started = await bench.till.call('fulfillments.start', { fulfillmentId, version });
  expect(started).toMatchObject({ status: 'picking', assignedTo: 'Manager' });
  bench.store.setStaffNotes(bench.orderId, 'ring twice');
  await bench.pull();
  expect(await bench.now()).toMatchObject({ status: 'picking', assignedTo: 'Manager', staffNotes: 'ring twice' });
  expect(await bench.refused('fulfillments.start', {})).toMatchObject({ code: 'nothing_left' });
});

test('unpicking and unpacking go back step by step, never below what has left (R92)', async () => {
  const bench = await openPickBench();
  const [mug] = await lineIds(bench);
  await bench.step('fulfillments.pick', [[mug, 3]]);
  await bench.step('fulfillments.pack', [[mug, 2]]);
  expect(await bench.refused('fulfillments.unpick', { lines: [{ lineId: mug, quantity: 2 }] })).toMatchObject({
    code: 'too_many',
  });
  await bench.step('fulfillments.unpack', [[mug, 2]]);
  await bench.step('fulfillments.unpick', [[mug, 3]]);
  expect(piecesOf(await bench.now())[0]).toEqual([0, 0, 0]);
});

test('a scan finds the line by its SKU or by the barcode on the article, and the order by any of its codes (N7)', async () => {
  const bench = await openPickBench();
  const { lines, fulfillmentId } = await bench.now();
  expect(lines[0]).toMatchObject({ sku: 'MUG', barcode: expect.stringMatching(/^\d{13}$/) });
  const find = async (code: string) => (await bench.till.call('fulfillments.find', { code })).found;
  expect(await find(String(bench.orderId))).toEqual({ fulfillmentId, by: 'order' });
  expect(await find(` #${bench.orderId} `)).toEqual({ fulfillmentId, by: 'order' });
  expect(await find(`w${bench.orderId}`)).toEqual({ fulfillmentId, by: 'receipt' });
  expect(await find(`TB-F-${fulfillmentId.toUpperCase()}`)).toEqual({ fulfillmentId, by: 'slip' });
  for (const code of ['MUG', '999999', "'; DROP TABLE sales; --", 'W', '٣٤']) expect(await find(code)).toBeNull();
});
