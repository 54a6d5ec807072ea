import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import { openPickBench, type PickBench, toTell } from '../fulfilment/pick-bench.ts';

const puts = { method: 'PUT', path: /\/v2\/orders\/\d+$/ };
const refusal = { kind: 'answer', status: 400, body: [{ status: 400, message: 'Not today.' }], match: puts } as const;

const signInManager = (bench: PickBench) => bench.till.call('staff.setManagerPin', { pin: '2468' });

/** A packed order whose status BigCommerce refuses. */
const openRefused = async () => {
  const bench = await openPickBench();
  await bench.packAll();
  bench.store.script(refusal);
  await bench.pull();
  const [entry] = await toTell(bench.till);
  if (!entry) throw new Error('Nothing is to be told.');
  return { ...bench, entry };
};

describe('the queue of what BigCommerce is still to be told (R89)', () => {
  test('a waiting entry says what it is, of which order, by whom and when it goes out', async () => {
    const bench = await openPickBench();
    await signInManager(bench);
    await bench.packAll();
    const { fulfillmentId } = await bench.now();
    expect(await toTell(bench.till)).toMatchObject([
      {
        kind: 'status',
        what: 'The status "Awaiting Shipment", for it is packed.',
        orderId: String(bench.orderId),
        fulfillmentId,
        state: 'pending',
        attempts: 0,
        by: 'Manager',
        waitsFor: null,
        lastAnswer: '',
      },
    ]);
    expect((await bench.till.call('sync.status', {})).outbox).toEqual({ pending: 1, parked: 0 });
  });

  test('a refused one has BigCommerce’s own words, holds its order, and goes out when it is sent again', async () => {
    const bench = await openRefused();
    expect(bench.entry).toMatchObject({ state: 'parked', attempts: 1, lastAnswer: 'Not today.', nextAttemptAt: null });
    expect(await bench.now()).toMatchObject({ unsent: 'parked' });
    const { fulfillmentId, version } = await bench.now();
    await bench.till.call('fulfillments.ship', { fulfillmentId, version });
    expect((await toTell(bench.till))[1]).toMatchObject({ kind: 'shipment', waitsFor: 'earlier_entry' });
    expect(await bench.till.call('sync.now', {})).toMatchObject({ outbox: { sent: 0, pending: 1, parked: 1 } });
    await bench.till.call('outbox.retry', { entryId: bench.entry.entryId });
    expect(await bench.till.call('sync.now', {})).toMatchObject({ outbox: { sent: 2, pending: 0, parked: 0 } });
    const { rows } = await bench.till.call('outbox.list', { ended: true });
    expect(rows.map(({ kind, state }) => [kind, state])).toEqual([
      ['shipment', 'sent'],
      ['status', 'sent'],
    ]);
    expect((await bench.now()).handedOver).toMatchObject([{ told: 'told' }]);
  });

  test('everything is sent again at once, and one that waits for nobody is not', async () => {
    const bench = await openRefused();
    expect(await bench.till.call('outbox.retryAll', {})).toEqual({ entries: 1 });
    expect(await bench.till.reply('outbox.retry', { entryId: bench.entry.entryId })).toMatchObject({
      ok: false,
      fault: { code: 'entry_not_parked' },
    });
    expect(await bench.till.reply('outbox.retry', { entryId: 'nobody' })).toMatchObject({
      ok: false,
      fault: { code: 'not_found' },
    });
    await bench.pull();
    expect(await toTell(bench.till)).toEqual([]);
  });

  test('a manager gives one up with a reason; it is audited, in the timeline, and holds its order no more (R6)', async () => {
    const bench = await openRefused();
    const wish = { entryId: bench.entry.entryId, reason: 'The merchant does it by hand' };
    expect(await bench.till.reply('outbox.discard', wish)).toMatchObject({
      ok: false,
      fault: { code: 'manager_needed' },
    });
    await signInManager(bench);
    await bench.till.call('outbox.discard', wish);
    expect(await toTell(bench.till)).toEqual([]);
    expect((await bench.till.call('outbox.list', { ended: true })).rows).toMatchObject([
      { state: 'discarded', lastAnswer: wish.reason },
    ]);
    const { rows } = await bench.till.call('audit.list', { what: 'outbox.discard' });
    expect(rows).toMatchObject([{ who: 'Manager', subject: `Order ${bench.orderId}`, after: { reason: wish.reason } }]);
    expect((await bench.now()).timeline.at(-1)?.what).toContain(
      'gave up telling BigCommerce the status "Awaiting Shipment"',
    );
    expect(await bench.till.reply('outbox.discard', wish)).toMatchObject({ fault: { code: 'entry_not_parked' } });
  });

  test('a product whose level goes out is in the queue too; refused, it keeps its words, and is never discarded', async () => {
    const bench = await openPickBench();
    const [product] = (await bench.till.call('products.list', { search: 'MUG', limit: 5 })).rows;
    await bench.till.call('stock.count', { productId: product?.productId ?? '', quantity: 12 });
    const [waiting] = await toTell(bench.till);
    expect(waiting).toMatchObject({
      kind: 'stock_level',
      what: 'The level of Mug (MUG): 12.',
      productId: product?.productId,
      orderId: null,
      state: 'pending',
    });
    bench.store.script({
      kind: 'answer',
      status: 422,
      body: { title: 'Not tracked.' },
      match: { method: 'PUT' },
      times: 9,
    });
    // Refused once, the catalogue is asked how it is counted; refused again, it is parked.
    for (const _ of ['once', 'twice']) await bench.pull();
    const [parked] = await toTell(bench.till);
    expect(parked).toMatchObject({ state: 'parked', lastAnswer: 'Not tracked.' });
    await signInManager(bench);
    expect(await bench.till.reply('outbox.discard', { entryId: parked?.entryId, reason: 'x' })).toMatchObject({
      fault: { code: 'invalid_input', field: 'entryId' },
    });
    await bench.till.call('outbox.retry', { entryId: parked?.entryId ?? '' });
    expect((await toTell(bench.till))[0]).toMatchObject({ kind: 'stock_level' });
  });

  test('pages go on where the one before ended, from what staff did to the levels', async () => {
    const bench = await openPickBench();
    await bench.packAll();
    const { fulfillmentId, version } = await bench.now();
    await bench.till.call('fulfillments.ship', { fulfillmentId, version });
    for (const search of ['MUG', 'JUG']) {
      const [product] = (await bench.till.call('products.list', { search, limit: 5 })).rows;
      await bench.till.call('stock.count', { productId: product?.productId ?? '', quantity: 3 });
    }
    const kinds: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await bench.till.call('outbox.list', { limit: 1, ...(cursor ? { cursor } : {}) });
      kinds.push(...page.rows.map(({ kind }) => kind));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(kinds).toEqual(['status', 'shipment', 'stock_level', 'stock_level']);
  });
});

describe('what each step writes to BigCommerce is a setting (R95)', () => {
  test('its default, a change of it by a manager, and what a broken setting falls back to', async () => {
    const bench = await openPickBench();
    const usual = { packedDelivery: 9, packedPickup: 8, shipment: true, handedOver: 10 };
    expect(await bench.till.call('outbox.writeBack', {})).toEqual(usual);
    expect(await bench.till.reply('outbox.setWriteBack', { packedDelivery: null })).toMatchObject({
      fault: { code: 'manager_needed' },
    });
    await signInManager(bench);
    const changed = await bench.till.call('outbox.setWriteBack', { packedDelivery: null });
    expect(changed).toEqual({ ...usual, packedDelivery: null });
    await bench.packAll();
    expect(await toTell(bench.till), 'nothing is told of packing any more').toEqual([]);
    expect((await bench.till.call('audit.list', { what: 'outbox.setWriteBack' })).rows).toMatchObject([
      { before: { 'packed delivery': 'Awaiting Shipment' }, after: { 'packed delivery': null } },
    ]);
    const db = openConnection(join(bench.till.folder, 'tillbridge.db'));
    db.run('UPDATE settings SET value = \'{"packedDelivery":5,"shipment":false}\' WHERE name = \'write_back\'');
    db.close();
    expect(await bench.till.call('outbox.writeBack', {})).toEqual({ ...usual, shipment: false });
  });

  test.each([4, 5, 6, 14, 0, 7])('never the status %i', async (statusId) => {
    const bench = await openPickBench();
    await signInManager(bench);
    expect(await bench.till.reply('outbox.setWriteBack', { handedOver: statusId })).toMatchObject({
      fault: { code: 'invalid_input' },
    });
  });
});
