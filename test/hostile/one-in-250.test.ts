import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';
import { changed } from './change-field.ts';
import { megabyte } from './hostile-values.ts';
import { listed } from './listed-orders.ts';

const list = { path: /^\/v2\/orders$/ };

describe('one poisoned order among 250 (F5, R58, N4)', () => {
  test('249 are imported, one is held whole with its reason where staff look, and goes in once it can be read', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const ids = store.placeOrders(250, { statusId: 11, kind: 'plain' });
    const rows = await listed(store, ids);
    const orderId = ids[120] ?? 0;
    const body = rows.map((row) =>
      row.id === orderId ? { ...row, total_inc_tax: '<b>twelve</b>', extra: megabyte } : row,
    );
    // The answer is as old as the orders in it: a later one, with the same rows mended, must not count as seen.
    store.script({ kind: 'answer', status: 200, body, match: list });
    store.script({ kind: 'answer', status: 200, body: [], match: list });
    expect((await till.call('sync.now', {})).orders).toMatchObject({ seen: 250, imported: 249, held: 1 });
    expect((await till.call('sync.status', {})).held).toBe(1);

    const { rows: held } = await till.call('orders.held', {});
    expect(held).toMatchObject([{ orderId: String(orderId), reason: 'unreadable' }]);
    expect(held[0]?.message).toContain('"total_inc_tax"');
    const why = await till.call('orders.why', { orderId });
    expect(why).toMatchObject({ reason: 'held', message: held[0]?.message });
    expect(why.nextStep).not.toBe('');
    const db = openConnection(join(till.folder, 'tillbridge.db'), { readonly: true });
    const raw = db.get<{ raw: string }>('SELECT raw FROM held_orders')?.raw ?? '';
    db.close();
    expect(JSON.parse(raw)).toEqual(body[120]);

    store.clearScript();
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 1, updated: 0, held: 0 });
    expect((await till.call('orders.held', {})).rows).toEqual([]);
    expect((await till.call('sales.summary', {})).count).toBe(250);
  });

  test('texts of a megabyte in ten orders go in and out again, and cost no more memory than a few copies of them', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const ids = store.placeOrders(10, { statusId: 11, kind: 'plain' });
    const rows = (await listed(store, ids)).map((row) =>
      changed(changed(row, ['customer_message'], megabyte), ['billing_address', 'first_name'], megabyte),
    );
    store.script({ kind: 'answer', status: 200, body: rows, match: list });
    const before = process.memoryUsage().rss;
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 10 });
    const sale = await till.call('sales.get', { orderId: ids[0] ?? 0 });
    expect(sale.customerMessage).toBe(megabyte);
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1024 * 1024);
    expect((await till.call('sales.list', { search: 'zzzz' })).rows).toEqual([]);
  });
});
