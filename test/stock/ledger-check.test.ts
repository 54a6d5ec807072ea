import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import { checkLedger } from '../../src/main/store/ledger-check.ts';
import { openTill, type Till } from '../support/linked-till.ts';
import { openCounter, openSecondOutlet, productOf } from './shop.ts';

const openDatabase = ({ folder }: Till): Connection => {
  const db = openConnection(join(folder, 'tillbridge.db'));
  onTestFinished(() => db.close());
  return db;
};

/** Two products in two outlets, each with a figure of its own. */
const openStockedShop = async () => {
  const till = await openCounter('LAMP', 'ROPE');
  const lamp = await productOf(till, 'LAMP');
  const rope = await productOf(till, 'ROPE');
  const harbour = await openSecondOutlet(till);
  for (const [productId, outletId, quantity] of [
    [lamp, till.outletId, 4],
    [lamp, harbour.outletId, 9],
    [rope, till.outletId, 0],
  ] as const) {
    await till.call('stock.count', { productId, outletId, quantity });
  }
  return { ...till, lamp, rope, harbour };
};

describe('the ledger and its sums', () => {
  test('in a sound shop every figure is the sum of its movements (N2)', async () => {
    const shop = await openStockedShop();
    expect(checkLedger(openDatabase(shop))).toEqual([]);
  });

  test('a figure that is not, is found in its outlet: one changed, one lost, one that nothing explains (N2)', async () => {
    const shop = await openStockedShop();
    const db = openDatabase(shop);
    db.run('UPDATE stock_on_hand SET on_hand = 70 WHERE outlet_key = 1 AND product_key = 1');
    db.run('DELETE FROM stock_on_hand WHERE outlet_key = 2 AND product_key = 1');
    db.run('INSERT INTO stock_on_hand (outlet_key, product_key, on_hand) VALUES (2, 2, -3)');
    expect(checkLedger(db)).toMatchObject([
      { productId: shop.lamp, sku: 'LAMP', outletId: shop.outletId, onHand: 70, sum: 4 },
      { productId: shop.lamp, outletId: shop.harbour.outletId, onHand: 0, sum: 9 },
      { productId: shop.rope, outletId: shop.harbour.outletId, onHand: -3, sum: 0 },
    ]);
  });

  test('a wrong figure is put right from its movements at the next start, and the screen says so (N2)', async () => {
    const shop = await openStockedShop();
    const { lamp: productId, outletId } = shop;
    const damaged = openDatabase(shop);
    damaged.run('UPDATE stock_on_hand SET on_hand = 70 WHERE outlet_key = 1 AND product_key = 1');
    damaged.run('DELETE FROM stock_on_hand WHERE outlet_key = 2 AND product_key = 1');
    expect(await shop.call('stock.explain', { productId, outletId })).toMatchObject({ onHand: 70, sumsUp: false });
    await shop.app.stop();

    const till = await openTill(shop.folder);
    const told = till.event((event) => event.type === 'records' && event.nouns.includes('stock'));
    till.app.startSync();
    await told;
    const why = await till.call('stock.explain', { productId, outletId });
    expect(why).toMatchObject({ onHand: 4, sumsUp: true, putRight: { figure: 70 } });
    const lost = await till.call('stock.explain', { productId, outletId: shop.harbour.outletId });
    expect(lost).toMatchObject({ onHand: 9, putRight: { figure: 0 } });
    expect([why.knownSince, lost.knownSince], 'both stay known').not.toContain(null);
    expect(await till.call('stock.explain', { productId: shop.rope, outletId })).toMatchObject({ putRight: null });
    expect(checkLedger(openDatabase(till))).toEqual([]);
  });
});
