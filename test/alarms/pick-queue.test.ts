import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import { everyRow } from '../support/linked-till.ts';
import { openCountedShop } from './counted-shop.ts';

const minuteMs = 60_000;

describe('orders that took the last one lead the pick queue (N6)', () => {
  test('they come first, the oldest of them first, and lead until they are fulfilled or cancelled', async () => {
    const { store, till, order, pull, queue } = await openCountedShop({ LAMP: 2, RUG: 1 });
    const at = (minutes: number) => ({ dateCreated: Date.now() - minutes * minuteMs });
    const [plain, lamp, rug, later] = [
      order({ VASE: 1 }, at(50)),
      order({ LAMP: 2 }, at(40)),
      order({ RUG: 1 }, at(30)),
      order({ VASE: 1 }, at(20)),
    ];
    await pull();
    expect(await queue()).toEqual([lamp, rug, plain, later]);
    await till.call('stock.alarmSeen', {});
    expect(await queue(), 'seen is not picked').toEqual([lamp, rug, plain, later]);
    store.ship(lamp);
    store.cancel(rug);
    await pull();
    expect(await queue()).toEqual([plain, later]);
    expect(await queue('all')).toEqual([later, rug, lamp, plain]);
    expect((await till.call('fulfillments.list', {})).rows.map((row) => row.alarm)).toEqual(Array(4).fill(false));
  });

  test('no longer cancelled, it leads only if it takes the last one again (R68)', async () => {
    const { store, till, order, pull, count } = await openCountedShop({ LAMP: 1 });
    const orderId = order({ LAMP: 1 });
    await pull();
    store.cancel(orderId);
    await pull();
    await count('LAMP', 9);
    store.setStatus(orderId, 11);
    await pull();
    expect((await till.call('fulfillments.list', { segment: 'new' })).rows).toMatchObject([{ alarm: false }]);
  });

  test('of an order to two addresses, only the one that gets the last piece leads', async () => {
    const { store, till, pull } = await openCountedShop({ LAMP: 1, RUG: 5 });
    store.placeOrder({
      addresses: [{ firstName: 'Ada' }, { firstName: 'Bert' }],
      lines: [
        { sku: 'RUG', price: '1.00', address: 0 },
        { sku: 'LAMP', price: '1.00', address: 1 },
      ],
    });
    await pull();
    const { rows } = await till.call('fulfillments.list', { segment: 'new' });
    expect(rows.map((row) => [row.lines.map((line) => line.sku), row.alarm])).toEqual([
      [['LAMP'], true],
      [['RUG'], false],
    ]);
  });

  test('page after page it is the same list, whatever the size of the pages, and no order is missed or shown twice', async () => {
    const { store, till, pull } = await openCountedShop({ LAMP: 3 });
    const ids = store.placeOrders(60, { statusId: 11, kind: 'plain' });
    await pull();
    const db = openConnection(join(till.folder, 'tillbridge.db'));
    db.run('UPDATE fulfillments SET alarm = 1 WHERE fulfillment_key % 4 = 0');
    // Many of one and the same instant, so that the key decides.
    db.run('UPDATE fulfillments SET placed_at = placed_at / 7200000 * 7200000');
    db.close();
    const listed = (limit: number) =>
      everyRow((cursor) => till.call('fulfillments.list', { segment: 'new', limit, cursor }));
    const whole = await listed(250);
    expect(whole).toHaveLength(ids.length);
    const alarmed = whole.map((row) => row.alarm);
    expect(alarmed).toEqual([...alarmed].sort((a, b) => Number(b) - Number(a)));
    expect(alarmed.filter(Boolean).length).toBeGreaterThan(10);
    for (const limit of [1, 7, 15, 59]) {
      expect((await listed(limit)).map((row) => row.fulfillmentId)).toEqual(whole.map((row) => row.fulfillmentId));
    }
  });

  test('a segment is read from its index in the order of the list, without sorting it first', async () => {
    const { till } = await openCountedShop({});
    const db = openConnection(join(till.folder, 'tillbridge.db'));
    const plan = db.all<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT f.fulfillment_key FROM fulfillments f JOIN sales s ON s.sale_key = f.sale_key
        WHERE f.status = 'new' AND (f.alarm < 1 OR f.alarm = 1 AND (f.placed_at, f.fulfillment_key) > (5, 5))
        ORDER BY f.alarm DESC, f.placed_at, f.fulfillment_key LIMIT 50`,
    );
    db.close();
    expect(plan.map(({ detail }) => detail).join('\n')).not.toMatch(/TEMP B-TREE|SCAN/);
  });
});
