import { describe, expect, test } from 'vitest';
import { openPickBench } from '../fulfilment/pick-bench.ts';
import { statusThere } from './outbox-shop.ts';

/** A delivery of three mugs and a jug that left in a parcel, while BigCommerce did something else with the order. */
const openLeft = async (meanwhile: (bench: Awaited<ReturnType<typeof openPickBench>>) => void) => {
  const bench = await openPickBench();
  const { fulfillmentId, version } = await bench.packAll();
  await bench.till.call('fulfillments.ship', { fulfillmentId, version, trackingNumber: 'T-1', carrier: 'ups' });
  meanwhile(bench);
  await bench.pull();
  const shown = async () => (await bench.till.call('outbox.conflicts', {})).rows;
  const [conflict] = await shown();
  if (!conflict) throw new Error('Nothing is shown.');
  return { ...bench, conflict, shown };
};

const shipments = ({ store }: { store: { applied: readonly { kind: string }[] } }) =>
  store.applied.filter(({ kind }) => kind === 'shipment_created').length;

describe('what BigCommerce changed meanwhile is shown, and asked where goods have left (R90)', () => {
  test('an order cancelled after the parcel left says what was done here, what happened there and what to do', async () => {
    const { conflict, orderId, now } = await openLeft(({ store, orderId }) => store.cancel(orderId));
    const { saleId, fulfillmentId, customerName } = await now();
    expect(conflict).toMatchObject({
      kind: 'cancelled',
      orderId: String(orderId),
      saleId,
      fulfillmentId,
      customerName,
    });
    expect(conflict.ours).toBe(
      '4 pieces handed over. BigCommerce was to be told a shipment of 4 pieces with ups as T-1.',
    );
    expect(conflict.theirs).toBe('BigCommerce cancelled the order. It is "Cancelled" there.');
    expect(conflict.rule).toMatch(/The goods have left.*The order stays cancelled\./);
    expect(conflict.entryId).not.toBeNull();
  });

  test('answered "ours", the shipment is told and the order stays cancelled', async () => {
    const bench = await openLeft(({ store, orderId }) => store.cancel(orderId));
    const { conflictId } = bench.conflict;
    expect(await bench.till.reply('outbox.settle', { conflictId, answer: 'seen' })).toMatchObject({
      fault: { code: 'invalid_input', field: 'answer' },
    });
    await bench.till.call('outbox.settle', { conflictId, answer: 'ours' });
    await bench.pull();
    expect(shipments(bench)).toBe(1);
    expect(statusThere(bench.store, bench.orderId)).toBe(5);
    expect(await bench.shown()).toEqual([]);
    expect((await bench.now()).timeline.map(({ what }) => what)).toContain(
      'Staff decided that BigCommerce is told all the same: a shipment of 4 pieces with ups as T-1.',
    );
  });

  test('answered "theirs", it is not told, and says so where the parcel is shown', async () => {
    const bench = await openLeft(({ store, orderId }) => store.cancel(orderId));
    await bench.till.call('outbox.settle', { conflictId: bench.conflict.conflictId, answer: 'theirs' });
    await bench.pull();
    expect(shipments(bench)).toBe(0);
    expect((await bench.till.call('outbox.list', { ended: true })).rows[0]).toMatchObject({ state: 'yielded' });
    expect((await bench.now()).handedOver).toMatchObject([{ told: 'not_told' }]);
    expect(
      await bench.till.reply('outbox.settle', { conflictId: bench.conflict.conflictId, answer: 'theirs' }),
    ).toMatchObject({ fault: { code: 'not_found' } });
  });

  test('shipped elsewhere shows their tracking, and "ours" never ships what is not left', async () => {
    const bench = await openLeft(({ store, orderId }) => {
      store.ship(orderId, { trackingNumber: 'X-77', carrier: 'dhl' });
    });
    expect(bench.conflict).toMatchObject({ kind: 'shipped_elsewhere' });
    expect(bench.conflict.theirs).toContain('Tracking there: dhl X-77.');
    await bench.till.call('outbox.settle', { conflictId: bench.conflict.conflictId, answer: 'ours' });
    await bench.pull();
    expect(shipments(bench)).toBe(0);
    expect((await bench.till.call('outbox.list', { ended: true })).rows[0]).toMatchObject({ state: 'yielded' });
  });

  test('one that only informs is seen and gone; a later one of its kind is shown anew', async () => {
    const bench = await openPickBench();
    await bench.packAll();
    bench.store.setStatus(bench.orderId, 13);
    await bench.pull();
    const [held] = (await bench.till.call('outbox.conflicts', {})).rows;
    expect(held).toMatchObject({ kind: 'on_hold', entryId: null });
    expect((await bench.till.call('outbox.list', {})).rows).toMatchObject([{ state: 'pending', waitsFor: 'hold' }]);
    await bench.till.call('outbox.settle', { conflictId: held?.conflictId ?? '', answer: 'seen' });
    bench.store.setStatus(bench.orderId, 11);
    await bench.pull();
    expect(statusThere(bench.store, bench.orderId), 'the end of the hold lets it go out').toBe(9);
    await bench.till.call('fulfillments.note', { fulfillmentId: (await bench.now()).fulfillmentId, text: 'Check.' });
    bench.store.setStatus(bench.orderId, 12);
    await bench.pull();
    expect((await bench.till.call('outbox.conflicts', {})).rows).toMatchObject([{ kind: 'on_hold' }]);
  });

  test('an edit of the order says which lines, and how many pieces go back', async () => {
    const bench = await openPickBench();
    await bench.packAll();
    const [mug] = (await bench.now()).lines;
    bench.store.editLines(bench.orderId, { quantities: [{ lineId: Number(mug?.lineId), quantity: 1 }] });
    await bench.pull();
    expect((await bench.till.call('outbox.conflicts', {})).rows).toMatchObject([
      {
        kind: 'lines_changed',
        ours: '4 pieces packed.',
        theirs: expect.stringContaining('Mug 3 → 1'),
        rule: expect.stringContaining('Put 2 pieces back on the shelf.'),
      },
    ]);
  });

  test('an order that waits for its payment is told when that came (R63)', async () => {
    const bench = await openPickBench({ statusId: 7, paymentMethod: 'Bank Deposit' });
    await bench.packAll();
    await bench.pull();
    expect((await bench.till.call('outbox.list', {})).rows).toMatchObject([
      { waitsFor: 'payment', nextAttemptAt: null },
    ]);
    bench.store.pay(bench.orderId);
    await bench.pull();
    expect(statusThere(bench.store, bench.orderId)).toBe(9);
    expect((await bench.till.call('outbox.list', {})).rows).toEqual([]);
  });

  test('a refund of what was handed over and told long ago is no conflict', async () => {
    const bench = await openPickBench();
    const { fulfillmentId, version } = await bench.packAll();
    await bench.till.call('fulfillments.ship', { fulfillmentId, version });
    await bench.pull();
    bench.store.refund(bench.orderId);
    await bench.pull();
    expect((await bench.till.call('outbox.conflicts', {})).rows).toEqual([]);
  });
});
