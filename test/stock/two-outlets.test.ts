import { describe, expect, test } from 'vitest';
import { openStore } from '../support/linked-till.ts';
import { onHandBySku, openCounter, openSecondOutlet, openShop, productOf } from './shop.ts';

describe('two outlets', () => {
  test('what is counted in one outlet is nothing to the other, nor to BigCommerce (R28, R85)', async () => {
    const till = await openShop(await openStore(), 'TEN-RDG2');
    const harbour = await openSecondOutlet(till);
    const productId = await productOf(till, 'TEN-RDG2');
    await till.call('stock.count', { productId, quantity: 40, outletId: harbour.outletId });
    expect(await onHandBySku(till)).toEqual({ 'TEN-RDG2': -1 });
    expect(await onHandBySku(till, harbour.outletId)).toEqual({ 'TEN-RDG2': 40 });
    const here = await till.call('stock.explain', { productId });
    expect(here).toMatchObject({ outletId: till.outletId, movementCount: 1, knownSince: null, pushState: 'not_known' });
    const there = await till.call('stock.explain', { productId, outletId: harbour.outletId });
    expect(there).toMatchObject({ outletName: 'Harbour', movementCount: 1, committed: 0, pushState: 'other_outlet' });
    expect([there.lastPushed, there.bigcommerceFigure, there.drift]).toEqual([null, null, null]);
    expect(there.movements[0]).toMatchObject({ registerId: null });
  });

  test('pieces that go to another outlet leave here and arrive there together, once (design law 1)', async () => {
    const till = await openCounter('LAMP');
    const productId = await productOf(till, 'LAMP');
    const harbour = await openSecondOutlet(till);
    const { outletId } = till;
    await till.call('stock.count', { productId, outletId, quantity: 10 });
    const sent = {
      productId,
      outletId,
      quantity: 4,
      toOutletId: harbour.outletId,
      requestId: 'd3b0f8a4-7c12-4f0e-9f5b-2a6c1e8d9b70',
    };
    const first = await till.call('stock.transfer', sent);
    expect(await till.call('stock.transfer', sent)).toEqual(first);
    expect(first).toMatchObject({ onHand: 6 });
    const causes = async (at: string) =>
      (await till.call('stock.explain', { productId, outletId: at })).movements.map((each) => [
        each.cause,
        each.quantity,
      ]);
    expect((await causes(outletId))[0]).toEqual(['Went to Harbour.', -4]);
    expect(await causes(harbour.outletId)).toEqual([['Came from High Street.', 4]]);
  });

  test('a transfer is taken back on both sides, from whichever side it is asked (design law 1)', async () => {
    const till = await openCounter('LAMP');
    const productId = await productOf(till, 'LAMP');
    const harbour = await openSecondOutlet(till);
    const { outletId } = till;
    await till.call('stock.transfer', { productId, outletId, quantity: 4, toOutletId: harbour.outletId });
    const [arrived] = (await till.call('stock.explain', { productId, outletId: harbour.outletId })).movements;
    expect(await till.call('stock.undo', { movementId: arrived?.movementId ?? '' })).toMatchObject({ onHand: 0 });
    expect(await onHandBySku(till, outletId)).toEqual({ LAMP: 0 });
    const [, left] = (await till.call('stock.explain', { productId, outletId })).movements;
    expect(left).toMatchObject({ kind: 'transfer', canUndo: false });
    expect(await till.reply('stock.undo', { movementId: left?.movementId })).toMatchObject({ ok: false });
    expect(await onHandBySku(till, harbour.outletId)).toEqual({ LAMP: 0 });
  });

  test('a transfer to the same outlet, or to one that does not exist, moves nothing (R28)', async () => {
    const till = await openCounter('LAMP');
    const productId = await productOf(till, 'LAMP');
    for (const [toOutletId, code] of [
      [till.outletId, 'invalid_input'],
      ['no such outlet', 'not_found'],
    ]) {
      expect(await till.reply('stock.transfer', { productId, quantity: 1, toOutletId })).toMatchObject({
        ok: false,
        fault: { code, field: 'toOutletId' },
      });
    }
    expect((await till.call('stock.explain', { productId })).movementCount).toBe(0);
  });

  test('rebinding moves no stock: later orders take from the new outlet, what came before stays (R7, R27, R28)', async () => {
    const store = await openStore();
    const till = await openShop(store, 'LAMP', 'ROPE');
    const productId = await productOf(till, 'LAMP');
    const harbour = await openSecondOutlet(till);
    await till.call('stock.count', { productId, quantity: 20 });
    await till.call('link.bind', harbour);
    expect(await onHandBySku(till)).toEqual({ LAMP: 0, ROPE: 0 });
    const [first] = store.orders();
    store.placeOrder({ lines: [{ sku: 'LAMP', quantity: 3, price: '1.00' }] });
    store.setStatus(first ?? 0, 5);
    await till.call('sync.now', {});
    expect(await onHandBySku(till), 'the new outlet').toEqual({ LAMP: -3, ROPE: 0 });
    expect(await onHandBySku(till, till.outletId), 'the cancelled order came back where it was').toEqual({
      LAMP: 21,
      ROPE: 0,
    });
    const { rows } = await till.call('stock.list', {});
    expect(rows.map((row) => [row.sku, row.outletId, row.committed, row.knownSince])).toEqual([
      ['LAMP', harbour.outletId, 3, null],
      ['ROPE', harbour.outletId, 0, null],
    ]);
  });
});
