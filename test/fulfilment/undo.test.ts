import { expect, test } from 'vitest';
import { openPickBench, piecesOf, toTell } from './pick-bench.ts';

type Bench = Awaited<ReturnType<typeof openPickBench>>;

const undo = async ({ till, now }: Bench) => {
  const { fulfillmentId, version, undoable } = await now();
  return till.call('fulfillments.undo', { fulfillmentId, version, stepId: undoable?.stepId ?? '' });
};

test('steps are taken back one after the other, the last one first (R92)', async () => {
  const bench = await openPickBench();
  const [mug] = (await bench.now()).lines;
  const lineId = mug?.lineId ?? '';
  await bench.step('fulfillments.pick', [[lineId, 1]]);
  await bench.step('fulfillments.pick', [[lineId, 2]]);
  await bench.step('fulfillments.pack', [[lineId, 3]]);
  expect(piecesOf(await undo(bench))[0]).toEqual([3, 0, 0]);
  expect(piecesOf(await undo(bench))[0]).toEqual([1, 0, 0]);
  const first = await undo(bench);
  expect(piecesOf(first)[0]).toEqual([0, 0, 0]);
  expect(first).toMatchObject({ status: 'new', undoable: null });
});

test('taking back a parcel that BigCommerce was not told of takes that back too (R89)', async () => {
  const bench = await openPickBench();
  const { fulfillmentId, version } = await bench.packAll();
  await bench.till.call('fulfillments.ship', { fulfillmentId, version, trackingNumber: 'A1' });
  const back = await undo(bench);
  expect(back).toMatchObject({ status: 'packed', handedOver: [] });
  expect((await toTell(bench.till)).map(({ kind }) => kind)).toEqual(['status']);
  expect(await undo(bench)).toMatchObject({ status: 'picking', unsent: null });
  expect(await toTell(bench.till)).toEqual([]);
});

test('a step is taken back once, and only the last one', async () => {
  const bench = await openPickBench();
  const [mug, jug] = (await bench.now()).lines;
  const { undoable } = await bench.step('fulfillments.pick', [[mug?.lineId ?? '', 1]]);
  await bench.step('fulfillments.pick', [[jug?.lineId ?? '', 1]]);
  expect(await bench.refused('fulfillments.undo', { stepId: undoable?.stepId })).toMatchObject({
    code: 'not_undoable',
  });
});

test('packing is not taken back once BigCommerce says that the goods have left', async () => {
  const bench = await openPickBench();
  await bench.packAll();
  bench.store.ship(bench.orderId);
  await bench.pull();
  const { undoable } = await bench.now();
  expect(await bench.refused('fulfillments.undo', { stepId: undoable?.stepId })).toMatchObject({
    code: 'not_undoable',
    message: expect.stringContaining('BigCommerce'),
  });
});

test('notes, assignments and reasons are kept with who and when, and a note needs no version', async () => {
  const bench = await openPickBench();
  await bench.till.call('staff.setManagerPin', { pin: '2468' });
  const { fulfillmentId, version } = await bench.now();
  await bench.till.call('fulfillments.note', { fulfillmentId, text: 'Gift: no price on the slip.' });
  const noted = await bench.till.call('fulfillments.note', { fulfillmentId, text: 'Ring twice.' });
  expect(noted.notes.map(({ by, text }) => [by, text])).toEqual([
    ['Manager', 'Gift: no price on the slip.'],
    ['Manager', 'Ring twice.'],
  ]);
  expect(noted.version).toBeGreaterThan(version);
  const stuck = await bench.till.call('fulfillments.cannotFulfil', {
    fulfillmentId,
    version: noted.version,
    reason: 'The last mug is broken.',
  });
  expect(stuck).toMatchObject({ stuckReason: 'The last mug is broken.', status: 'new' });
  expect((await bench.till.call('fulfillments.list', { task: 'stuck' })).rows).toHaveLength(1);
  const said = stuck.timeline.map(({ what }) => what);
  expect(said).toContain('Cannot be fulfilled by Manager: The last mug is broken.');
  expect(await undo(bench)).toMatchObject({ stuckReason: null });
});
