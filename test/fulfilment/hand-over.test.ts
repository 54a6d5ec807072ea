import { expect, test } from 'vitest';
import { openPickBench, piecesOf, toTell } from './pick-bench.ts';

test('a packed delivery leaves in several parcels, each with its own tracking number (R93)', async () => {
  const bench = await openPickBench();
  const { fulfillmentId, version, lines } = await bench.packAll();
  const [mug] = lines;
  const first = await bench.till.call('fulfillments.ship', {
    fulfillmentId,
    version,
    lines: [{ lineId: mug?.lineId ?? '', quantity: 2 }],
    trackingNumber: '1Z 999',
    carrier: 'UPS',
  });
  expect(first, 'what is left is packed').toMatchObject({ status: 'packed' });
  expect(piecesOf(first)).toEqual([
    [3, 3, 2],
    [1, 1, 0],
  ]);
  const second = await bench.till.call('fulfillments.ship', { fulfillmentId, version: first.version });
  expect(second).toMatchObject({
    status: 'fulfilled',
    handedOver: [
      { how: 'shipment', trackingNumber: '1Z 999', carrier: 'UPS', lines: [{ quantity: 2 }] },
      { how: 'shipment', trackingNumber: '', lines: [{ quantity: 1 }, { quantity: 1 }] },
    ],
  });
});

test('only what is packed can leave', async () => {
  const bench = await openPickBench();
  const { lines } = await bench.now();
  const lineId = lines[0]?.lineId ?? '';
  expect(await bench.refused('fulfillments.ship', {})).toMatchObject({ code: 'not_packed' });
  await bench.step('fulfillments.pick', [[lineId, 3]]);
  expect(await bench.refused('fulfillments.ship', { lines: [{ lineId, quantity: 1 }] })).toMatchObject({
    code: 'not_packed',
  });
  expect(await bench.refused('fulfillments.handOver', {})).toMatchObject({ code: 'not_packed' });
});

test('each step tells BigCommerce what the settings say, in the order of the steps (R95)', async () => {
  const bench = await openPickBench();
  const { fulfillmentId, version } = await bench.packAll();
  await bench.till.call('fulfillments.ship', { fulfillmentId, version, trackingNumber: 'A1' });
  const rows = await toTell(bench.till);
  expect(rows.map(({ kind }) => kind)).toEqual(['status', 'shipment']);
  expect(rows.every((row) => row.orderId === String(bench.orderId) && row.state === 'pending')).toBe(true);
  expect((await bench.now()).unsent).toBe('waiting');
});

test('an unpaid sale is not handed over; a manager may override, and that is audited (R91, R6)', async () => {
  const bench = await openPickBench({ statusId: 7, paymentMethod: 'Bank Deposit', pickup: true });
  await bench.packAll();
  expect(await bench.now()).toMatchObject({ lock: 'not_paid' });
  expect(await bench.refused('fulfillments.handOver', { recipientName: 'Ada' })).toMatchObject({ code: 'not_paid' });
  const override = { reason: 'Paid in cash at the counter' };
  expect(await bench.refused('fulfillments.handOver', { recipientName: 'Ada', override })).toMatchObject({
    code: 'manager_needed',
  });
  await bench.till.call('staff.setManagerPin', { pin: '2468' });
  const { fulfillmentId, version } = await bench.now();
  const handed = await bench.till.call('fulfillments.handOver', {
    fulfillmentId,
    version,
    recipientName: 'Ada',
    override,
  });
  expect(handed).toMatchObject({ status: 'fulfilled', paymentState: 'unpaid', handedOver: [{ recipientName: 'Ada' }] });
  const { rows } = await bench.till.call('audit.list', {});
  expect(rows[0]).toMatchObject({ who: 'Manager', what: 'fulfillments.override', after: override });
});

test('an order on hold is not handed over without a manager; picking and packing go on (R70)', async () => {
  const bench = await openPickBench({ statusId: 12 });
  await bench.packAll();
  expect(await bench.refused('fulfillments.ship', {})).toMatchObject({ code: 'on_hold' });
});

test('a cancelled order goes nowhere; what was picked is to be put back, once (R64)', async () => {
  const bench = await openPickBench();
  const { lines } = await bench.packAll();
  bench.store.cancel(bench.orderId);
  await bench.pull();
  expect(await bench.now()).toMatchObject({ status: 'cancelled', putBack: 4 });
  for (const name of ['fulfillments.ship', 'fulfillments.handOver', 'fulfillments.start']) {
    expect(await bench.refused(name, {})).toMatchObject({ code: 'sale_voided' });
  }
  expect(await bench.till.call('fulfillments.tasks', {})).toEqual({ put_back: 1, shelf: 0, stuck: 0 });
  const before = (await bench.till.call('stock.list', {})).rows;
  const all = lines.map(({ lineId, ordered }) => [lineId, ordered] as const);
  expect(await bench.step('fulfillments.putBack', all)).toMatchObject({ putBack: 0, status: 'cancelled' });
  expect(
    await bench.refused('fulfillments.putBack', { lines: [{ lineId: lines[0]?.lineId, quantity: 1 }] }),
  ).toMatchObject({ code: 'too_many' });
  expect((await bench.till.call('stock.list', {})).rows, 'the cancellation gave the stock back').toEqual(before);
  expect(await bench.till.call('fulfillments.tasks', {})).toEqual({ put_back: 0, shelf: 0, stuck: 0 });
});

test('pieces of a line that the merchant removed are to be put back, and staff still see what they are (R72)', async () => {
  const bench = await openPickBench();
  const [mug, jug] = (await bench.now()).lines;
  await bench.step('fulfillments.pick', [
    [mug?.lineId ?? '', 3],
    [jug?.lineId ?? '', 1],
  ]);
  bench.store.editLines(bench.orderId, {
    remove: [Number(jug?.lineId)],
    quantities: [{ lineId: Number(mug?.lineId), quantity: 1 }],
  });
  await bench.pull();
  const view = await bench.now();
  expect(view).toMatchObject({ putBack: 3 });
  expect(view.lines.map(({ sku, ordered, picked, putBack }) => ({ sku, ordered, picked, putBack }))).toEqual([
    { sku: 'MUG', ordered: 1, picked: 3, putBack: 2 },
    { sku: 'JUG', ordered: 0, picked: 1, putBack: 1 },
  ]);
  const { rows } = await bench.till.call('fulfillments.list', { task: 'put_back' });
  expect(rows.map((row) => row.orderId)).toEqual([String(bench.orderId)]);
  await bench.step('fulfillments.putBack', [
    [mug?.lineId ?? '', 2],
    [jug?.lineId ?? '', 1],
  ]);
  expect(await bench.now()).toMatchObject({ putBack: 0 });
  bench.store.touch(bench.orderId);
  await bench.pull();
  expect(
    (await bench.now()).lines.map(({ sku }) => sku),
    'the line is gone with its last piece',
  ).toEqual(['MUG']);
});

test('an order that is taken up again needs no second picking of what is still in hand (R68)', async () => {
  const bench = await openPickBench();
  await bench.packAll();
  bench.store.cancel(bench.orderId);
  await bench.pull();
  bench.store.setStatus(bench.orderId, 11);
  await bench.pull();
  expect(await bench.now()).toMatchObject({ status: 'packed', putBack: 0 });
});
