import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';
import { listed } from './listed-orders.ts';

const list = { path: /^\/v2\/orders$/ };
const lines = Array.from({ length: 60 }, (_, index) => ({ sku: `PART-${index}`, price: '1.00' }));

describe('one order never keeps the others waiting (design law 8)', () => {
  test('an order whose lines BigCommerce does not know is held, the others go in, and it follows by itself', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const orderId = store.placeOrder({ lines });
    store.placeOrder({});
    const path = new RegExp(`/${orderId}/products$`);
    store.script({ kind: 'answer', status: 404, match: { path }, times: Number.POSITIVE_INFINITY });
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 1, held: 1 });
    store.clearScript();
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 1, held: 0 });
  });

  test('an order that was once dated in the future still hears of what comes later', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const orderId = store.placeOrder({});
    const [row] = await listed(store, [orderId]);
    const future = { ...row, date_modified: 'Thu, 24 Sep 2099 10:00:00 +0000' };
    store.script({ kind: 'answer', status: 200, body: [future], match: list });
    await till.call('sync.now', {});
    store.cancel(orderId);
    await till.call('sync.now', {});
    expect((await till.call('sales.get', { orderId })).saleStatus).toBe('voided');
  });

  test('an order that the database refuses is held, and what it had begun is undone', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const [first = 0, refused = 0, last = 0] = store.placeOrders(3, { statusId: 11, kind: 'plain' });
    const db = openConnection(join(till.folder, 'tillbridge.db'));
    // Late in an order's recording: its sale, lines, payments and stock are written by then.
    db.execute(`CREATE TRIGGER refuse BEFORE INSERT ON sale_events
      WHEN NEW.sale_key = (SELECT sale_key FROM sales WHERE order_id = ${refused})
      BEGIN SELECT RAISE(ABORT, 'planted'); END`);
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 2, held: 1 });
    expect((await till.call('orders.held', {})).rows).toMatchObject([
      { orderId: String(refused), reason: 'not_recorded', message: expect.stringContaining('planted') },
    ]);
    const { rows } = await till.call('sales.list', {});
    expect(rows.map((sale) => sale.orderId).sort()).toEqual([String(first), String(last)].sort());
    const wrong = db.all(
      `SELECT h.product_key FROM stock_on_hand h WHERE h.on_hand <>
         (SELECT coalesce(sum(m.quantity), 0) FROM stock_movements m WHERE m.product_key = h.product_key)`,
    );
    expect(wrong).toEqual([]);
    db.execute('DROP TRIGGER refuse');
    db.close();
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 1, held: 0 });
  });
});
