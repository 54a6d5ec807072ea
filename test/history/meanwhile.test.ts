import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProduct } from '../../src/main/commands/products.ts';
import { differingCells } from '../../src/main/domain/history-cells.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import type { Connection } from '../../src/main/store/connection.ts';
import { batchesOf, type HistoryBatch } from '../../src/main/store/history-batches.ts';
import { readCells } from '../../src/main/store/history-cells.ts';
import { openDirectHistory } from './direct-history.ts';
import { importAll, openHistoryShop, rehearse, unlock } from './history-shop.ts';

const lamp = { lines: [{ sku: 'LAMP', price: '5.00' }] };

const newestBatch = (db: Connection): HistoryBatch => {
  const [batch] = batchesOf(db, 1);
  if (!batch) throw new Error('There is no batch.');
  return batch;
};

const differing = (db: Connection) => {
  const { batchKey } = newestBatch(db);
  return differingCells(readCells(db, { batchKey, run: 'rehearsed' }), readCells(db, { batchKey, run: 'imported' }));
};

const count = (db: Connection, from: string): number =>
  db.get<{ count: number }>(`SELECT count(*) AS count FROM ${from}`)?.count ?? 0;

describe('what happens between the rehearsal and the import, and while it runs', { timeout: 120_000 }, () => {
  test('an order that BigCommerce changed meanwhile is imported as rehearsed, and then brought up to date', async () => {
    let orderId = 0;
    const shop = await openHistoryShop((store) => {
      orderId = store.placeOrder(lamp);
    });
    await unlock(shop);
    const { outcome } = await rehearse(shop);
    expect(outcome.sales).toMatchObject({ closed: 1, voided: 0 });
    shop.store.cancel(orderId);
    await shop.till.call('sync.now', {});
    expect(await importAll(shop)).toMatchObject({ sales: 1, differs: [] });
    expect(await shop.till.call('sales.get', { orderId })).toMatchObject({ saleStatus: 'voided' });
    expect((await shop.till.call('proof.run', {})).differences).toEqual([]);
  });

  test('where it would be something else than what was confirmed, nothing is imported, and the new figures are shown', async () => {
    const shop = await openHistoryShop((store) => void store.placeOrder(lamp));
    await unlock(shop);
    const direct = await openDirectHistory(shop);
    await direct.rehearse();
    const { batchId } = newestBatch(direct.db);
    createProduct(direct.db, { identity: systemIdentity, now: 1 }, { sku: 'LAMP', name: 'Lamp', stocked: true });
    await direct.confirm();
    const batch = newestBatch(direct.db);
    expect(batch).toMatchObject({ state: 'rehearsed', ordersDone: 0 });
    expect(batch.batchId, 'what was looked at before cannot be confirmed any more').not.toBe(batchId);
    expect(
      readCells(direct.db, { batchKey: batch.batchKey, run: 'rehearsed' }).filter(({ part }) => part === 'product'),
    ).toEqual([]);
    expect(count(direct.db, 'sales')).toBe(0);
    await direct.confirm();
    expect(newestBatch(direct.db).state).toBe('imported');
    expect(differing(direct.db)).toEqual([]);
  });

  test('a customer whom a pull brought meanwhile is known by then, and the batch says so', async () => {
    const shop = await openHistoryShop((store) => void store.placeOrder({ ...lamp, email: 'ann@example.com' }));
    shop.store.placeOrder({ lines: [{ sku: 'VASE', price: '1.00' }], email: 'Ann@example.com' });
    await unlock(shop);
    const direct = await openDirectHistory(shop);
    await direct.rehearse();
    await direct.pull();
    await direct.confirm();
    expect(newestBatch(direct.db).state).toBe('imported');
    expect(differing(direct.db)).toMatchObject([
      { part: 'customer', name: 'ann@example.com', rehearsed: 1, happened: null },
    ]);
    expect(count(direct.db, "customers WHERE email_fold = 'ann@example.com'")).toBe(1);
    await direct.undo();
    expect(count(direct.db, 'customers'), 'and she stays when it is undone').toBe(1);
    expect(count(direct.db, 'history_made')).toBe(0);
  });

  test('pulls and the desk go on between its pages: new orders arrive, stock is counted, also while it is undone', async () => {
    const shop = await openHistoryShop((store) => void store.placeOrders(600, { statusId: 2, spreadOverDays: 9 }));
    const { till, store, storeName } = shop;
    const { productId } = await till.call('products.create', { sku: 'LAMP', name: 'Lamp' });
    await unlock(shop);
    await rehearse(shop);
    const doing = async () => (await till.call('history.status', {})).running?.doing ?? null;
    const meanwhile = async (what: string, quantity: number) => {
      while ((await doing()) !== what)
        await till.event((event) => event.type === 'records' && event.nouns.includes('history'));
      const orderId = store.placeOrder(lamp);
      await till.call('sync.now', {});
      await till.call('stock.receive', { productId, quantity });
      expect((await till.call('orders.why', { orderId })).reason).toBe('imported');
      return doing();
    };
    const importing = till.reply('history.import', { typedName: storeName });
    expect(await meanwhile('importing', 5), 'it had not ended by then').toBe('importing');
    expect(await importing).toMatchObject({ ok: true, data: { sales: 600 } });
    const undoing = till.reply('history.undo', {});
    expect(await meanwhile('undoing', 3)).toBe('undoing');
    expect(await undoing).toMatchObject({ ok: true, data: { state: 'undone' } });
    expect((await till.call('sales.list', {})).rows).toHaveLength(2);
    expect(await till.call('stock.explain', { productId })).toMatchObject({ onHand: 6, sumsUp: true });
  });

  test('a rehearsal that is stopped goes on where it was: no page is asked for twice', async () => {
    const shop = await openHistoryShop((store) => void store.placeOrders(900, { statusId: 2, spreadOverDays: 9 }));
    await unlock(shop);
    const direct = await openDirectHistory(shop);
    const pages: unknown[] = [];
    direct.onAsk = (path, query) => {
      if (path !== '/v2/orders' || query.min_id === undefined) return;
      pages.push(query.min_id);
      if (pages.length === 3) void direct.keeper.pause();
    };
    await direct.rehearse();
    expect(newestBatch(direct.db)).toMatchObject({ state: 'reading', rehearsedAt: null });
    await direct.rehearse();
    expect(newestBatch(direct.db).state).toBe('rehearsed');
    expect(pages.length).toBeLessThanOrEqual(5);
    expect(pages.filter((page, index) => pages.indexOf(page) !== index)).toHaveLength(1);
    expect(count(direct.db, "history_cells WHERE part = 'day_sales'")).toBeGreaterThan(1);
  });

  test('an import that is stopped half-way can go on, and nothing of it is done twice', async () => {
    const shop = await openHistoryShop((store) => void store.placeOrders(400, { statusId: 2, spreadOverDays: 9 }));
    await unlock(shop);
    const direct = await openDirectHistory(shop);
    await direct.rehearse();
    let pages = 0;
    direct.onWork = (doing) => {
      if (doing === 'importing' && ++pages === 3) void direct.keeper.pause();
    };
    await direct.confirm();
    await direct.keeper.pause();
    expect(newestBatch(direct.db).state).toBe('stopped');
    const half = count(direct.db, 'sales');
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(400);
    direct.keeper.pulled();
    await direct.keeper.goOn();
    expect(count(direct.db, 'sales'), 'not by itself').toBe(half);
    await direct.confirm();
    expect(count(direct.db, 'sales')).toBe(400);
    expect(differing(direct.db)).toEqual([]);
  });

  test('an import that was interrupted goes on by itself after the next pull; it takes at most half of the quota', async () => {
    const requests = 60;
    const windowMs = 3_000;
    const shop = await openHistoryShop((store) => void store.placeOrders(1_500, { statusId: 2, spreadOverDays: 9 }), {
      quota: { requests, windowMs },
    });
    await unlock(shop);
    const direct = await openDirectHistory(shop);
    const asked: number[] = [];
    direct.onAsk = () => void asked.push(Date.now());
    await direct.rehearse();
    const evenly = windowMs / (requests / 2);
    // The first one cannot know the quota yet, and keeps to the smallest plan's.
    const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? at));
    expect(gaps.length).toBeGreaterThan(6);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(evenly - 2);
    direct.db.run("UPDATE history_batches SET state = 'importing', confirmed_at = 1");
    direct.keeper.pulled();
    await direct.keeper.goOn();
    expect(newestBatch(direct.db).state).toBe('imported');
  });

  test('orders that were read and not imported are forgotten after a month: they name people', async () => {
    const shop = await openHistoryShop((store) => void store.placeOrders(5, { statusId: 2 }));
    await unlock(shop);
    const direct = await openDirectHistory(shop);
    await direct.rehearse();
    const file = join(shop.till.folder, 'tillbridge-history-orders.db');
    direct.keeper.pulled();
    expect([existsSync(file), newestBatch(direct.db).state]).toEqual([true, 'rehearsed']);
    direct.db.run('UPDATE history_batches SET begun_at = begun_at - :age', { age: 31 * 86_400_000 });
    direct.keeper.pulled();
    expect([existsSync(file), batchesOf(direct.db, 1)]).toEqual([false, []]);
  });
});
