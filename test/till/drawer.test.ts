import { describe, expect, test } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import { openTillShop } from './till-shop.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });

/** A shop that sells mugs at 4.50. */
const openMugShop = async () => {
  const shop = await openTillShop();
  const { productId } = await shop.till.call('products.create', { sku: 'MUG', name: 'Mug', price: '4.50' });
  const sell = (quantity: number, method: string) =>
    shop.till.call('sales.recordInStore', {
      lines: [{ productId, quantity, unitPrice: '4.50' }],
      payments: [{ method, amount: String(quantity * 4.5) }],
    });
  return { ...shop, sell };
};

describe('the drawer', () => {
  test('is expected to hold its float, the cash of the shop and what was paid in, less what went out (N9)', async () => {
    const { open, sell, arrives, summary, till } = await openMugShop();
    await open('100.00');
    await sell(4, 'Cash');
    await sell(-1, 'cash');
    await sell(2, 'Card');
    await arrives();
    await till.call('registers.moveCash', { kind: 'paid_in', amount: '20', reason: 'Change from the bank' });
    await till.call('registers.moveCash', { kind: 'paid_out', amount: '7.25', reason: 'Window cleaner' });
    const { drawer, inStore } = await summary();
    expect(drawer).toMatchObject({
      float: usd('100.0000'),
      cash: usd('13.5000'),
      paidIn: usd('20.0000'),
      paidOut: usd('7.2500'),
      expected: usd('126.2500'),
      counted: null,
      moves: [
        { amount: usd('20.0000'), reason: 'Change from the bank', by: null },
        { amount: usd('-7.2500'), reason: 'Window cleaner', by: null },
      ],
    });
    expect(inStore.tenders.map(({ method, net, inDrawer }) => [method, net.amount, inDrawer])).toEqual([
      ['Card', '9.0000', false],
      ['Cash', '18.0000', true],
      ['cash', '-4.5000', true],
    ]);
  });

  test('is counted coin by coin or as a sum, and the two have to agree', async () => {
    const { open, till } = await openMugShop();
    await open('50');
    const pieces = [
      { value: '20', count: 2 },
      { value: '0.25', count: 3 },
    ];
    const wrong = await till.reply('registers.close', { counted: '41', denominations: pieces });
    expect(wrong).toMatchObject({ ok: false, fault: { code: 'invalid_input', field: 'counted' } });
    expect(await till.reply('registers.close', {})).toMatchObject({ ok: false, fault: { field: 'counted' } });
    const closed = await till.call('registers.close', { denominations: pieces, note: 'A ten is missing' });
    expect(closed).toMatchObject({ state: 'closed', note: 'A ten is missing' });
    expect(closed.drawer).toMatchObject({
      expected: usd('50.0000'),
      counted: usd('40.7500'),
      difference: usd('-9.2500'),
      denominations: [
        { value: usd('20.0000'), count: 2 },
        { value: usd('0.2500'), count: 3 },
      ],
    });
  });

  test('is opened once and closed once, by whoever is signed in', async () => {
    const { open, close, till, sell } = await openMugShop();
    await till.call('staff.setManagerPin', { pin: '1234' });
    await sell(2, 'Cash');
    const fault = (code: string) => ({ ok: false, fault: { code } });
    expect(await till.reply('registers.close', { counted: '0' })).toMatchObject(fault('register_closed'));
    expect(await till.reply('registers.moveCash', { kind: 'paid_in', amount: '1', reason: 'x' })).toMatchObject(
      fault('register_closed'),
    );
    await open('5');
    expect(await till.reply('registers.open', { float: '5' })).toMatchObject(fault('register_open'));
    expect(await till.reply('registers.open', { float: '-5' })).toMatchObject(fault('register_open'));
    expect((await till.call('registers.list', {})).rows).toMatchObject([
      { state: 'open', openedBy: 'Manager', float: usd('5.0000'), waitingPayments: 0 },
    ]);
    const closed = await close('14');
    expect(closed).toMatchObject({ openedBy: 'Manager', closedBy: 'Manager', drawer: { difference: usd('0.0000') } });
    expect(await till.reply('registers.open', { float: '-5' })).toMatchObject(fault('invalid_input'));
    expect(await till.reply('registers.open', { float: { amount: '5.0000', currency: 'EUR' } })).toMatchObject(
      fault('invalid_input'),
    );
  });

  test('once closed does not change and does not go, also not with a database tool', async () => {
    const { open, close, till } = await openMugShop();
    await open();
    await close();
    const db = openConnection(`${till.folder}/tillbridge.db`);
    expect(() => db.run('UPDATE openings SET counted = 1')).toThrow(/does not change/);
    expect(() => db.run('DELETE FROM openings')).toThrow(/on record/);
    db.close();
  });

  test('past openings are listed, newest first, with what was missing', async () => {
    const { open, close, till } = await openMugShop();
    for (const counted of ['10', '8']) {
      await open('10');
      await close(counted);
    }
    await open('9');
    const page = await till.call('till.openings', { limit: 2 });
    const rest = await till.call('till.openings', { limit: 2, cursor: page.nextCursor ?? '' });
    expect([...page.rows, ...rest.rows].map(({ number, difference }) => [number, difference])).toEqual([
      [3, null],
      [2, usd('-2.0000')],
      [1, usd('0.0000')],
    ]);
  });
});
