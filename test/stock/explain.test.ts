import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemIdentity } from '../../src/main/identity.ts';
import { explainStock } from '../../src/main/queries/explain-stock.ts';
import { openConnection, type Reader } from '../../src/main/store/connection.ts';
import { openLedger } from '../../src/main/store/stock-ledger.ts';
import { openStore, type Till } from '../support/linked-till.ts';
import { openCounter, openShop, productOf } from './shop.ts';

const sum = (movements: readonly { quantity: number }[]) =>
  movements.reduce((total, movement) => total + movement.quantity, 0);

/** Appends receipts and sales by hand, one movement each, as the desk would have over the years. */
const moveOften = ({ folder }: Till, count: number) => {
  const db = openConnection(join(folder, 'tillbridge.db'));
  onTestFinished(() => db.close());
  db.transaction(() => {
    const ledger = openLedger(db);
    for (let index = 0; index < count; index++) {
      ledger.append({
        movementId: systemIdentity.next(),
        outletKey: 1,
        registerKey: null,
        productKey: 1,
        saleKey: null,
        lineId: '',
        quantity: index % 3 === 0 ? 7 : -3,
        causeKind: index % 3 === 0 ? 'receive' : 'damaged',
        causeId: systemIdentity.next(),
        staffName: null,
        reason: null,
        movedAt: index,
      });
    }
    ledger.settle();
  });
  return db;
};

/** Counts what a query asks of the database. */
const counted = (db: Reader) => {
  const asked = { statements: 0, rows: 0 };
  const reader: Reader = {
    get: <T>(...args: Parameters<Reader['get']>) => {
      asked.statements += 1;
      return db.get<T>(...args);
    },
    all: <T>(...args: Parameters<Reader['all']>) => {
      const rows = db.all<T>(...args);
      asked.statements += 1;
      asked.rows += rows.length;
      return rows;
    },
    iterate: db.iterate,
  };
  return { reader, asked };
};

describe('why a figure is what it is', () => {
  test('each movement names its order, sale and line; their sum is the figure (N2)', async () => {
    const store = await openStore();
    const till = await openShop(store, 'LAMP');
    const productId = await productOf(till, 'LAMP');
    const orderId = store.placeOrder({ lines: [{ sku: 'LAMP', quantity: 3, price: '1.00' }] });
    await till.call('sync.now', {});
    const [line] = store.order(orderId).products;
    store.refund(orderId, { items: [{ lineId: line?.id ?? 0, quantity: 1 }] });
    await till.call('sync.now', {});
    store.cancel(orderId);
    await till.call('sync.now', {});
    await till.call('stock.count', { productId, quantity: 5 });
    const sale = await till.call('sales.get', { orderId });
    const why = await till.call('stock.explain', { productId });
    const ofOrder = { saleId: sale.saleId, orderId: String(orderId), lineId: String(line?.id), staff: null };
    expect(why).toMatchObject({ sku: 'LAMP', outletName: 'High Street', onHand: 5, sumsUp: true, putRight: null });
    expect(why.movements).toMatchObject([
      { kind: 'count', cause: 'Counted: 5 on the shelf.', quantity: 6, onHandAfter: 5, saleId: null, orderId: null },
      { kind: 'void', cause: `Given back, for order ${orderId} was cancelled or declined.`, quantity: 2, ...ofOrder },
      {
        kind: 'return',
        cause: `Came back with a refund of order ${orderId}.`,
        quantity: 1,
        onHandAfter: -3,
        ...ofOrder,
      },
      { kind: 'sale', cause: `Sold with order ${orderId}.`, quantity: -3, onHandAfter: -4, ...ofOrder },
      { kind: 'sale', quantity: -1, onHandAfter: -1 },
    ]);
    expect(sum(why.movements)).toBe(why.onHand);
    expect(why.movements.slice(1).map((movement) => movement.receiptNumber)).toContain(sale.receiptNumber);
  });

  test('ten thousand movements are all there, with their running sum, for a handful of statements (N2)', async () => {
    const till = await openCounter('LAMP');
    const productId = await productOf(till, 'LAMP');
    const db = moveOften(till, 10_000);
    const why = await till.call('stock.explain', { productId });
    expect(why).toMatchObject({ movementCount: 10_000, nextCursor: null, sumsUp: true });
    expect(why.movements).toHaveLength(10_000);
    expect(sum(why.movements)).toBe(why.onHand);
    let left = why.onHand;
    for (const movement of why.movements) {
      expect(movement.onHandAfter).toBe(left);
      left -= movement.quantity;
    }
    expect(left).toBe(0);
    const { reader, asked } = counted(db);
    explainStock(reader, { productId });
    expect(asked.statements).toBeLessThan(10);
    expect(asked.rows).toBeLessThan(10_010);
  });

  test('an order that lands while a figure is explained does not make it look wrong (N2)', async () => {
    const till = await openCounter('LAMP');
    const productId = await productOf(till, 'LAMP');
    const db = moveOften(till, 6);
    let landed = false;
    const between: Reader = {
      get: db.get,
      all: <T>(...args: Parameters<Reader['all']>) => {
        if (!landed) moveOften(till, 1);
        landed = true;
        return db.all<T>(...args);
      },
      iterate: db.iterate,
    };
    const why = explainStock(between, { productId, outletId: till.outletId });
    expect(landed).toBe(true);
    expect(why).toMatchObject({ onHand: 2, sumsUp: true, movementCount: 6 });
    expect(sum(why.movements)).toBe(2);
    expect(why.movements[0]?.onHandAfter).toBe(2);
    expect(await till.call('stock.explain', { productId })).toMatchObject({ onHand: 9, sumsUp: true });
  });

  test('a screen reads them a page at a time, and the running sum goes on where the page ended (N2)', async () => {
    const till = await openCounter('LAMP');
    const productId = await productOf(till, 'LAMP');
    const db = moveOften(till, 130);
    const whole = await till.call('stock.explain', { productId });
    const { reader, asked } = counted(db);
    explainStock(reader, { productId, limit: 50 });
    expect(asked.rows, 'no more is read than is shown').toBeLessThan(60);
    const pages = [];
    let cursor: string | undefined;
    do {
      const page = await till.call('stock.explain', { productId, limit: 50, cursor });
      pages.push(...page.movements);
      expect(page).toMatchObject({ movementCount: 130, onHand: whole.onHand, sumsUp: true });
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(pages).toEqual(whole.movements);
  });

  test('a product that never moved is explained by nothing; an unknown one is not found (N2)', async () => {
    const till = await openCounter('LAMP');
    const productId = await productOf(till, 'LAMP');
    expect(await till.call('stock.explain', { productId })).toMatchObject({
      ...{ onHand: 0, sumsUp: true, movementCount: 0, movements: [], nextCursor: null },
    });
    for (const input of [{ productId: 'none' }, { productId, outletId: 'none' }]) {
      expect(await till.reply('stock.explain', input)).toMatchObject({ ok: false, fault: { code: 'not_found' } });
    }
  });
});
