import { describe, expect, test } from 'vitest';
import { openStore, openTill } from '../support/linked-till.ts';
import { newRequestId, onHandBySku, openCounter, openShop, productOf } from './shop.ts';

const faultOf = (code: string, field?: string) => ({ ok: false, fault: field ? { code, field } : { code } });

describe('stock work at the desk', () => {
  test('a count, a receipt, a correction and a write-off each move the figure by what was said (R32)', async () => {
    const till = await openShop(await openStore(), 'LAMP');
    const productId = await productOf(till, 'lamp');
    expect(await till.call('stock.count', { productId, quantity: 10 })).toMatchObject({ productId, onHand: 10 });
    expect(await till.call('stock.receive', { productId, quantity: 5 })).toMatchObject({ onHand: 15 });
    expect(await till.call('stock.adjust', { productId, quantity: -2, reason: 'Found broken seal' })).toMatchObject({
      onHand: 13,
    });
    expect(await till.call('stock.damage', { productId, quantity: 1 })).toMatchObject({ onHand: 12 });
    const { movements, sumsUp } = await till.call('stock.explain', { productId });
    expect(movements.map((movement) => [movement.kind, movement.quantity, movement.onHandAfter])).toEqual([
      ['damaged', -1, 12],
      ['adjust', -2, 13],
      ['receive', 5, 15],
      ['count', 11, 10],
      ['sale', -1, -1],
    ]);
    expect(sumsUp).toBe(true);
  });

  test('who did it, why, and on which till is kept with the movement (N2)', async () => {
    const till = await openShop(await openStore(), 'LAMP');
    const productId = await productOf(till, 'LAMP');
    await till.call('staff.setManagerPin', { pin: '4711' });
    await till.call('stock.adjust', { productId, quantity: 3, reason: ' Behind the shelf ' });
    const [latest] = (await till.call('stock.explain', { productId })).movements;
    expect(latest).toMatchObject({
      staff: 'Manager',
      reason: 'Behind the shelf',
      registerId: till.registerId,
      saleId: null,
      lineId: null,
      canUndo: true,
    });
  });

  test('a correction without a reason is refused, and so is one by nothing (N2)', async () => {
    const till = await openCounter('LAMP');
    const productId = await productOf(till, 'LAMP');
    expect(await till.reply('stock.adjust', { productId, quantity: 1, reason: ' ' })).toMatchObject(
      faultOf('invalid_input', 'reason'),
    );
    expect(await till.reply('stock.adjust', { productId, quantity: 0, reason: 'x' })).toMatchObject(
      faultOf('invalid_input', 'quantity'),
    );
    expect((await till.call('stock.explain', { productId })).movementCount).toBe(0);
  });

  test('a count that finds what was expected makes the figure known, and says that somebody looked (R32)', async () => {
    const till = await openCounter('LAMP');
    const productId = await productOf(till, 'LAMP');
    expect(await till.call('stock.explain', { productId })).toMatchObject({ onHand: 0, knownSince: null });
    await till.call('stock.count', { productId, quantity: 0 });
    const counted = await till.call('stock.explain', { productId });
    expect(counted.knownSince).not.toBeNull();
    expect(counted.movements).toMatchObject([{ kind: 'count', quantity: 0, cause: 'Counted: 0 on the shelf.' }]);
  });

  test('a double click, or a call sent again, does the work once (R29)', async () => {
    const store = await openStore();
    const till = await openShop(store, 'LAMP');
    const productId = await productOf(till, 'LAMP');
    const requestId = newRequestId();
    const count = { productId, quantity: 6, requestId };
    const first = await till.call('stock.count', count);
    store.placeOrder({ lines: [{ sku: 'LAMP', quantity: 2, price: '1.00' }] });
    await till.call('sync.now', {});
    const again = await till.call('stock.count', { ...count, requestId: requestId.toUpperCase() });
    expect(again).toEqual({ ...first, onHand: 4 });
    const both = await Promise.all(
      [1, 2].map(() => till.call('stock.receive', { ...count, requestId: newRequestId() })),
    );
    expect(new Set(both.map((each) => each.movementId)).size).toBe(2);
    expect((await till.call('stock.explain', { productId })).movementCount).toBe(5);
  });

  test('the id of one request cannot do another (R29)', async () => {
    const till = await openCounter('LAMP', 'ROPE');
    const requestId = newRequestId();
    const lamp = await productOf(till, 'LAMP');
    await till.call('stock.receive', { productId: lamp, quantity: 1, requestId });
    for (const [name, productId] of [
      ['stock.receive', await productOf(till, 'ROPE')],
      ['stock.damage', lamp],
    ] as const) {
      expect(await till.reply(name, { productId, quantity: 1, requestId })).toMatchObject(
        faultOf('invalid_input', 'requestId'),
      );
    }
    expect(await onHandBySku(till)).toEqual({ LAMP: 1, ROPE: 0 });
  });

  test('what staff did is taken back once, and both stay in the ledger; what an order did is not (R29, design law 2)', async () => {
    const till = await openShop(await openStore(), 'LAMP');
    const productId = await productOf(till, 'LAMP');
    const { movementId } = await till.call('stock.receive', { productId, quantity: 7 });
    const undone = await till.call('stock.undo', { movementId: movementId ?? '' });
    expect(undone).toMatchObject({ productId, onHand: -1 });
    expect(await till.reply('stock.undo', { movementId })).toMatchObject(faultOf('invalid_input', 'movementId'));
    expect(await till.reply('stock.undo', { movementId: undone.movementId })).toMatchObject(faultOf('invalid_input'));
    const { movements } = await till.call('stock.explain', { productId });
    expect(movements.map((each) => [each.kind, each.quantity, each.cause, each.canUndo])).toEqual([
      ['undo', -7, 'Took back a receipt of goods.', false],
      ['receive', 7, 'Goods came in.', false],
      ['sale', -1, expect.stringMatching(/^Sold with order \d+\.$/), false],
    ]);
    const refused = faultOf('invalid_input', 'movementId');
    expect(await till.reply('stock.undo', { movementId: movements[2]?.movementId })).toMatchObject(refused);
    expect(await till.reply('stock.undo', { movementId: newRequestId() })).toMatchObject(faultOf('not_found'));
    expect(await onHandBySku(till)).toEqual({ LAMP: -1 });
  });

  test('a first count that is taken back leaves the figure unknown again, so that nothing is told (R32)', async () => {
    const till = await openShop(await openStore(), 'LAMP');
    const productId = await productOf(till, 'LAMP');
    const first = await till.call('stock.count', { productId, quantity: 9 });
    const second = await till.call('stock.receive', { productId, quantity: 1 });
    const knownSince = async () => (await till.call('stock.explain', { productId })).knownSince;
    await till.call('stock.undo', { movementId: second.movementId ?? '' });
    expect(await knownSince(), 'the count stands').not.toBeNull();
    await till.call('stock.undo', { movementId: first.movementId ?? '' });
    expect(await knownSince()).toBeNull();
    expect(await till.call('stock.counts', {})).toMatchObject({ not_known: 1, low: 0, negative: 1 });
  });

  test('a charge has no stock to work on (R40)', async () => {
    const store = await openStore();
    const till = await openShop(store, 'LAMP');
    store.placeOrder({ lines: [{ sku: 'LAMP', price: '1.00' }], shipping: '5.00' });
    await till.call('sync.now', {});
    const sales = await till.call('sales.list', { limit: 1 });
    const { lines } = await till.call('sales.get', { saleId: sales.rows[0]?.saleId ?? '' });
    const productId = lines.find((line) => line.kind === 'shipping')?.productId;
    for (const name of ['stock.count', 'stock.receive', 'stock.damage']) {
      expect(await till.reply(name, { productId, quantity: 1 }), name).toMatchObject(
        faultOf('invalid_input', 'productId'),
      );
    }
    expect(await till.reply('stock.setFloor', { productId, floor: 1 })).toMatchObject(faultOf('invalid_input'));
    expect(await till.reply('stock.count', { productId: 'no such', quantity: 1 })).toMatchObject(
      faultOf('not_found', 'productId'),
    );
  });

  test('a till without any link has its stock in its only outlet; with two it asks which (R9)', async () => {
    const till = await openTill();
    expect(await till.call('stock.list', {})).toEqual({ rows: [], nextCursor: null });
    const { productId } = await till.call('products.create', { sku: 'MUG', name: 'Mug' });
    expect(await till.reply('stock.count', { productId, quantity: 4 })).toMatchObject(faultOf('outlet_unclear'));
    const place = { timeZone: 'Europe/Dublin', currency: 'EUR' };
    const { outletId } = await till.call('outlets.create', { name: 'First', ...place });
    await till.call('stock.count', { productId, quantity: 4 });
    expect(await onHandBySku(till)).toEqual({ MUG: 4 });
    const [counted] = (await till.call('stock.explain', { productId })).movements;
    expect(counted).toMatchObject({ staff: null, registerId: null });
    await till.call('outlets.create', { name: 'Second', ...place });
    expect(await till.reply('stock.receive', { productId, quantity: 1 })).toMatchObject(
      faultOf('outlet_unclear', 'outletId'),
    );
    expect(await till.call('stock.receive', { productId, quantity: 1, outletId })).toMatchObject({ onHand: 5 });
  });

  test('screens are told as soon as the figure moved (N15)', async () => {
    const till = await openCounter('LAMP');
    const productId = await productOf(till, 'LAMP');
    const told = till.event((event) => event.type === 'records' && event.nouns.includes('stock'));
    await till.call('stock.count', { productId, quantity: 3 });
    expect(await told).toMatchObject({ type: 'records' });
  });
});
