import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { StockRowView } from '../../src/contract/stock.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import { everyRow, openStore, type Till } from '../support/linked-till.ts';
import { openCounter, openShop, productOf } from './shop.ts';

const openDatabase = ({ folder }: Till): Connection => {
  const db = openConnection(join(folder, 'tillbridge.db'));
  onTestFinished(() => db.close());
  return db;
};

const rowOf = async (till: Till, sku: string): Promise<StockRowView> => till.call('stock.find', { code: sku });

/** Says that BigCommerce counts these products as one item, and what it says it has. */
const countedThere = (db: Connection, skus: readonly string[], figure: number | null): number => {
  const { lastKey } = db.run(
    `INSERT INTO inventory_items (link_key, tracking, bigcommerce_id, figure, figure_at)
     VALUES (1, 'variant', (SELECT count(*) + 1 FROM inventory_items), :figure, 1)`,
    { figure },
  );
  db.run(
    `UPDATE product_links SET item_key = :lastKey WHERE product_key IN (
       SELECT product_key FROM products WHERE sku IN (SELECT value FROM json_each(:skus)))`,
    { lastKey, skus: JSON.stringify(skus) },
  );
  db.run('DELETE FROM products_to_push');
  return lastKey;
};

const TENT = 'TEN-RDG2';
const PEGS = 'TEN-PEG10';

describe('the stock list', () => {
  test('what is sold and not handed over is committed; what left, or was cancelled, is not (ui.md)', async () => {
    const store = await openStore();
    const till = await openShop(store, TENT, PEGS);
    const line = (sku: string, quantity: number) => ({ sku, quantity, price: '1.00' });
    store.placeOrder({ lines: [line(TENT, 4), line(TENT, 2)] });
    store.cancel(store.placeOrder({ lines: [line(TENT, 16)] }));
    store.setStatus(store.placeOrder({ lines: [line(TENT, 32)] }), 10);
    const parcel = store.placeOrder({ lines: [line(PEGS, 8)] });
    const [pegs] = store.order(parcel).products;
    store.ship(parcel, { items: [{ lineId: pegs?.id ?? 0, quantity: 3 }] });
    await till.call('sync.now', {});
    expect((await rowOf(till, TENT)).committed).toBe(7);
    expect((await rowOf(till, PEGS)).committed).toBe(6);
  });

  test('each view shows its own products, and the counts say how many (R30, N6)', async () => {
    const till = await openShop(await openStore(), TENT, PEGS, 'CUSTOM');
    const [tent, pegs] = [await productOf(till, TENT), await productOf(till, PEGS)];
    await till.call('stock.count', { productId: tent, quantity: 5 });
    await till.call('stock.count', { productId: pegs, quantity: 2 });
    await till.call('stock.setFloor', { productId: pegs, floor: 2 });
    countedThere(openDatabase(till), [TENT], 9);
    const skus = async (view: 'all' | 'low' | 'negative' | 'drift' | 'not_known' | 'not_linked') =>
      (await till.call('stock.list', { view })).rows.map((row) => row.sku).sort();
    expect(await skus('all')).toEqual(['CUSTOM', PEGS, TENT]);
    expect(await skus('low'), 'at its floor; what nobody counted is not low').toEqual([PEGS]);
    expect(await skus('negative')).toEqual(['CUSTOM']);
    expect(await skus('drift')).toEqual([TENT]);
    expect(await skus('not_known')).toEqual(['CUSTOM']);
    expect(await skus('not_linked')).toEqual(['CUSTOM']);
    expect(await till.call('stock.counts', {})).toEqual({
      ...{ all: 3, low: 1, negative: 1, drift: 1, not_known: 1, not_linked: 1 },
    });
    expect(await till.call('stock.counts', { search: 'ten-r' })).toMatchObject({ all: 1, low: 0, drift: 1 });
    expect((await till.call('stock.list', { search: 'ten-r', view: 'low' })).rows).toEqual([]);
  });

  test('how a figure stands with BigCommerce is told by the first thing that keeps it from going out (R32)', async () => {
    const till = await openShop(await openStore(), TENT, 'CUSTOM');
    const productId = await productOf(till, TENT);
    const db = openDatabase(till);
    const state = async (sku = TENT) => (await rowOf(till, sku)).pushState;
    expect(await state('CUSTOM')).toBe('not_linked');
    expect(await state()).toBe('not_known');
    await till.call('stock.count', { productId, quantity: 5 });
    expect(await state(), 'which item it is was not read yet').toBe('to_push');
    const itemKey = countedThere(db, [TENT], 5);
    expect(await state()).toBe('in_step');
    const markAndState = async (sql: string) => {
      db.run(sql, { itemKey });
      return state();
    };
    expect(await markAndState('INSERT INTO products_to_push SELECT product_key, 1, :itemKey, NULL FROM products')).toBe(
      'to_push',
    );
    expect(await markAndState('UPDATE inventory_items SET sent_level = 5, sent_at = 1 WHERE item_key = :itemKey')).toBe(
      'sent',
    );
    expect(await markAndState("UPDATE inventory_items SET problem = 'No.' WHERE item_key = :itemKey")).toBe('parked');
    expect(await rowOf(till, TENT)).toMatchObject({ pushProblem: 'No.', drift: null });
    db.run('UPDATE inventory_items SET sent_level = NULL, sent_at = NULL, figure = 9');
    db.run('UPDATE products_to_push SET look_at = NULL');
    expect(await rowOf(till, TENT), 'nothing is under way').toMatchObject({ pushState: 'parked', drift: 4 });
  });

  test('products that BigCommerce counts as one are compared by their sum, once each is known (bigcommerce.md §9.1)', async () => {
    const till = await openShop(await openStore(), TENT, PEGS);
    const db = openDatabase(till);
    await till.call('stock.count', { productId: await productOf(till, TENT), quantity: 5 });
    countedThere(db, [TENT, PEGS], 8);
    expect(await rowOf(till, TENT)).toMatchObject({ drift: null, pushState: 'not_known' });
    await till.call('stock.count', { productId: await productOf(till, PEGS), quantity: 2 });
    db.run('DELETE FROM products_to_push');
    for (const sku of [TENT, PEGS]) expect(await rowOf(till, sku)).toMatchObject({ bigcommerceFigure: 8, drift: 1 });
  });

  test('less than nothing is nothing to BigCommerce, and no drift (R30)', async () => {
    const till = await openShop(await openStore(), TENT);
    const productId = await productOf(till, TENT);
    await till.call('stock.adjust', { productId, quantity: -3, reason: 'Missing' });
    countedThere(openDatabase(till), [TENT], 0);
    expect(await rowOf(till, TENT)).toMatchObject({ onHand: -4, drift: 0, pushState: 'in_step' });
  });

  test('a scanned code finds its product however it is written; none or several are said so (R19, R20)', async () => {
    const store = await openStore();
    const till = await openShop(store, TENT);
    const named = (productId: number) => ({
      productId,
      variantId: productId,
      sku: 'TWIN',
      name: 'Twin',
      price: '1.00',
    });
    store.placeOrder({ lines: [named(90_001), named(90_002)] });
    await till.call('sync.now', {});
    expect(await till.call('stock.find', { code: ' ten-rdg2 ' })).toMatchObject({ sku: TENT, onHand: -1 });
    for (const code of ['NONE', 'twin', 'TEN-RDG', '%']) {
      expect(await till.reply('stock.find', { code }), code).toMatchObject({
        ok: false,
        fault: { code: 'not_found', field: 'code' },
      });
    }
  });

  test('a long list is read a page at a time, each product once, in every view (R85)', async () => {
    const till = await openCounter(...Array.from({ length: 23 }, (_, index) => `PART-${index % 20}`));
    for (const view of ['all', 'not_known', 'not_linked'] as const) {
      const rows = await everyRow((cursor) => till.call('stock.list', { view, cursor, limit: 5 }));
      expect(new Set(rows.map((row) => row.productId)).size).toBe(23);
      expect(rows).toHaveLength(23);
    }
  });
});
