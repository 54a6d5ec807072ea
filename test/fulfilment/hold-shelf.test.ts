import { expect, test } from 'vitest';
import { openPickBench, piecesOf, toTell } from './pick-bench.ts';

const pickup = { pickup: true } as const;

test('a pickup waits on the hold shelf until its customer takes it; one scan finds it (R93, N7)', async () => {
  const bench = await openPickBench(pickup);
  expect(await bench.refused('fulfillments.ready', { shelfCode: 'A3' })).toMatchObject({ code: 'not_packed' });
  const { fulfillmentId, version } = await bench.packAll();
  const ready = await bench.till.call('fulfillments.ready', { fulfillmentId, version, shelfCode: 'A3' });
  expect(ready).toMatchObject({ status: 'packed', shelfCode: 'A3', readyAt: expect.any(String) });
  expect((await bench.till.call('fulfillments.list', { task: 'shelf' })).rows).toHaveLength(1);
  expect(await bench.till.call('fulfillments.find', { code: 'a3' })).toEqual({ found: { fulfillmentId, by: 'shelf' } });
  const moved = await bench.till.call('fulfillments.ready', { fulfillmentId, version: ready.version, shelfCode: 'B1' });
  expect(moved).toMatchObject({ shelfCode: 'B1', readyAt: ready.readyAt });
  const gone = await bench.till.call('fulfillments.handOver', {
    fulfillmentId,
    version: moved.version,
    recipientName: '',
  });
  expect(gone).toMatchObject({
    status: 'fulfilled',
    shelfCode: null,
    readyAt: null,
    handedOver: [{ how: 'in_person' }],
  });
  expect(gone.handedOver[0]?.recipientName, 'the customer, where nobody else is named').not.toBe('');
  expect((await toTell(bench.till)).map(({ kind }) => kind)).toEqual(['status', 'status']);
});

test('what nobody came for goes back to the shelf, moves no stock, and stays in sight (N7, R29)', async () => {
  const bench = await openPickBench(pickup);
  const { fulfillmentId, version } = await bench.packAll();
  const ready = await bench.till.call('fulfillments.ready', { fulfillmentId, version, shelfCode: 'A3' });
  const before = (await bench.till.call('stock.list', {})).rows;
  const back = await bench.till.call('fulfillments.returnToStock', { fulfillmentId, version: ready.version });
  expect(back).toMatchObject({ readyAt: null, shelfCode: null, stuckReason: 'Not collected' });
  expect(piecesOf(back)).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect((await bench.till.call('stock.list', {})).rows).toEqual(before);
  expect(await bench.till.call('fulfillments.tasks', {})).toMatchObject({ shelf: 0, stuck: 1 });
  const undone = await bench.till.call('fulfillments.undo', {
    fulfillmentId,
    version: back.version,
    stepId: back.undoable?.stepId ?? '',
  });
  expect(undone).toMatchObject({ status: 'packed', shelfCode: 'A3', stuckReason: null });
});

test('a delivery is not put on the hold shelf, and a pickup without an address is not sent', async () => {
  const delivery = await openPickBench();
  await delivery.packAll();
  expect(await delivery.refused('fulfillments.ready', { shelfCode: 'A1' })).toMatchObject({ code: 'invalid_input' });
  const collected = await openPickBench(pickup);
  await collected.packAll();
  expect(await collected.refused('fulfillments.ship', {})).toMatchObject({ code: 'invalid_input' });
});
