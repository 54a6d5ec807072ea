import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { RunningWork } from '../../src/main/domain/running-work.ts';
import { readOpeningFigures } from '../../src/main/link/read-opening-figures.ts';
import { createLongWorks } from '../../src/main/long-works.ts';
import { openConnection, type Reader } from '../../src/main/store/connection.ts';
import { currentBinding, currentLink } from '../../src/main/store/links.ts';
import type { PracticeStoreOptions } from '../../src/practice-store/practice-store.ts';
import { openClient } from '../support/direct-client.ts';
import { everyRow, openLinkedTill, openOutlet, openStore, type Till } from '../support/linked-till.ts';

/** A shop that has just been linked, its manager signed in; `ahead` puts the store's own clock on, in ms. */
const openNewShop = async (options: PracticeStoreOptions = {}) => {
  const time = { ahead: 0 };
  const store = await openStore({ clock: () => Date.now() + time.ahead, ...options });
  const { productId, variantIds } = store.addProduct({ name: 'Lamp', sku: 'LAMP', price: '20' }, 40);
  const till = await openLinkedTill(store);
  await till.call('staff.setManagerPin', { pin: '1234' });
  const sell = (quantity = 1) => store.placeOrder({ lines: [{ sku: 'LAMP', quantity }] });
  return { store, till, time, sell, lamp: { productId, variantId: variantIds[0] ?? 0 } };
};

const lineOf = async (till: Till, sku: string) =>
  (await till.call('stock.previewSeed', {})).lines.find((line) => line.sku === sku);

const stockOf = async (till: Till) =>
  new Map(
    (await everyRow((cursor) => till.call('stock.list', { cursor, limit: 250 }))).map((row) => [row.sku, row] as const),
  );

const seed = async (till: Till) => {
  const { readAt } = await till.call('stock.previewSeed', {});
  return till.call('stock.seed', { readAt });
};

const placeIn = (db: Reader) => {
  const link = currentLink(db);
  const binding = link && currentBinding(db, link.linkKey);
  if (!binding) throw new Error('The till is not bound.');
  return { link, binding };
};

describe("taking over BigCommerce's figures when a store is linked", () => {
  test('makes every counted product, linked, with the figure it has there, safety stock included (R9)', async () => {
    const { store, till } = await openNewShop();
    const preview = await till.call('stock.previewSeed', {});
    expect(preview).toMatchObject({ refused: null, without: 0 });
    expect(preview.lines.length).toBeGreaterThan(100);
    expect(await stockOf(till)).toEqual(new Map());
    expect(await till.call('stock.seed', { readAt: preview.readAt })).toEqual({ products: preview.lines.length });
    const stock = await stockOf(till);
    expect(stock.size).toBe(preview.lines.length);
    for (const [sku, row] of stock) expect([sku, row.onHand]).toEqual([sku, store.stockOf(sku)]);
    expect([...stock.values()].every((row) => row.knownSince !== null)).toBe(true);
    const products = await everyRow((cursor) => till.call('products.list', { cursor, limit: 250 }));
    expect(new Set(products.map((row) => `${row.linkState} ${row.createdFrom}`))).toEqual(new Set(['linked here']));
  });

  test('makes on hand their figure, which has the orders since linking taken off already', async () => {
    const { store, till, sell } = await openNewShop();
    sell(3);
    expect(await lineOf(till, 'LAMP')).toMatchObject({ onHandBefore: -3, bigcommerceFigure: 37, onHandAfter: 37 });
    await seed(till);
    expect((await stockOf(till)).get('LAMP')?.onHand).toBe(store.stockOf('LAMP'));
  });

  test('still takes off what is ordered after the figures were read, once', async () => {
    const { store, till, time, sell } = await openNewShop();
    const { readAt } = await till.call('stock.previewSeed', {});
    time.ahead = 10_000;
    sell(2);
    await till.call('sync.now', {});
    // The order made the product here; it was to be created.
    expect(await till.reply('stock.seed', { readAt })).toMatchObject({ fault: { code: 'invalid_input' } });
    const again = await till.call('stock.previewSeed', {});
    time.ahead = 20_000;
    sell(5);
    await till.call('sync.now', {});
    await till.call('stock.seed', { readAt: again.readAt });
    expect((await stockOf(till)).get('LAMP')?.onHand).toBe(33);
    expect(store.stockOf('LAMP')).toBe(33);
  });

  test('is refused when an order came in that the figures may count already', async () => {
    const { till, time, sell } = await openNewShop();
    sell();
    const { readAt } = await till.call('stock.previewSeed', {});
    // However long reading took, it was placed before.
    time.ahead = Date.parse(readAt) - Date.now() - 1_000;
    sell();
    await till.call('sync.now', {});
    const refused = await till.reply('stock.seed', { readAt });
    expect(refused).toMatchObject({ ok: false, fault: { code: 'invalid_input', field: 'readAt' } });
    expect((await stockOf(till)).get('LAMP')?.knownSince).toBeNull();
  });

  test('stopped while they are read, takes over nothing, and says how far it was', async () => {
    const { store, till, sell } = await openNewShop();
    sell();
    await till.call('sync.now', {});
    const db = openConnection(join(till.folder, 'tillbridge.db'), { readonly: true });
    onTestFinished(() => db.close());
    const told: RunningWork[] = [];
    const works = createLongWorks((work, running) => {
      if (running === null) return;
      told.push(running);
      if (running.doing === 'levels' && !running.isStopping) works.stop(work);
    }, Date.now);
    const reading = works.run('opening_figures', (own) =>
      readOpeningFigures({
        ...{ db, clock: Date.now, own, catalogueSize: () => null, place: () => placeIn(db) },
        client: async () => openClient(store),
        exchange: () => till.call('sync.now', {}),
      }),
    );
    await expect(reading).rejects.toThrow('Nothing was taken over');
    expect(told.map(({ doing }) => doing)).toEqual(expect.arrayContaining(['pulling', 'levels']));
    const { done, total } = told.find(({ doing }) => doing === 'levels') ?? {};
    expect([done, total]).toEqual([expect.any(Number), done]);
    expect(db.get('SELECT count(*) AS count FROM stock_on_hand WHERE known_since IS NOT NULL')).toEqual({ count: 0 });
  });

  test('reads the figures again when an order slips in while they are read', async () => {
    const { store, till, sell } = await openNewShop();
    sell();
    await till.call('sync.now', {});
    const db = openConnection(join(till.folder, 'tillbridge.db'), { readonly: true });
    onTestFinished(() => db.close());
    let exchanges = 0;
    const read = await readOpeningFigures({
      db,
      clock: Date.now,
      own: { show: () => undefined, goOn: () => undefined, isStopped: () => false },
      catalogueSize: () => null,
      client: async () => openClient(store),
      place: () => placeIn(db),
      exchange: async () => {
        exchanges += 1;
        if (exchanges === 2) sell();
        await till.call('sync.now', {});
      },
    });
    expect(exchanges).toBe(3);
    expect(read.isSettled).toBe(true);
    const inventory = store.received.filter(({ path }) => path.includes('/inventory/locations'));
    expect(inventory.length).toBeGreaterThanOrEqual(2);
  });

  test('leaves open orders off where the store counts them only when they leave (bigcommerce.md §9.1)', async () => {
    const { till, sell } = await openNewShop({ updateStockBehavior: 'order_completed_or_shipped' });
    sell(3);
    expect(await lineOf(till, 'LAMP')).toMatchObject({ onHandBefore: -3, bigcommerceFigure: 40, onHandAfter: 37 });
    await seed(till);
    expect((await stockOf(till)).get('LAMP')?.onHand).toBe(37);
  });

  test('passes over what was counted here, what is several items there, and a SKU that staff have to link first', async () => {
    const { store, till, lamp } = await openNewShop();
    store.addProduct({ name: 'Vase A', sku: 'VASE-A', price: '5' }, 1);
    store.addProduct({ name: 'Bowl', sku: 'BOWL', price: '5' }, 9);
    const other = store.addProduct({ name: 'Vase B', sku: 'VASE-B', price: '5' }, 2);
    const make = async (sku: string) => (await till.call('products.create', { sku, name: `Here ${sku}` })).productId;
    await make('BOWL');
    await make('BOWL');
    const vase = await make('VASE-A');
    const counted = await make('LAMP');
    await till.call('sync.now', {});
    await till.call('products.link', {
      productId: vase,
      bigcommerceProductId: String(other.productId),
      bigcommerceVariantId: String(other.variantIds[0]),
    });
    await till.call('stock.count', { productId: counted, quantity: 7 });
    const { lines, without } = await till.call('stock.previewSeed', {});
    const taken = new Set(lines.map(({ sku }) => sku));
    expect(['BOWL', 'VASE-A', 'VASE-B', 'LAMP'].filter((sku) => taken.has(sku))).toEqual([]);
    expect(without).toBe(3);
    await seed(till);
    expect((await stockOf(till)).get('LAMP')?.onHand).toBe(7);
    expect(lamp.productId).toBeGreaterThan(0);
  });

  test('is done once, as previewed last, by a manager, for the place it was previewed for (R6)', async () => {
    const { store, till } = await openNewShop();
    const first = await till.call('stock.previewSeed', {});
    expect(await till.reply('stock.seed', { readAt: '2026-01-01T00:00:00.000Z' })).toMatchObject({
      fault: { code: 'invalid_input', field: 'readAt' },
    });
    await till.call('link.bind', await openOutlet(till));
    expect(await till.reply('stock.seed', { readAt: first.readAt })).toMatchObject({ fault: { field: 'readAt' } });
    const { readAt } = await till.call('stock.previewSeed', {});
    const stranger = await till.app.dispatch('stock.seed', { readAt }, { staff: null });
    expect(stranger).toMatchObject({ ok: false, fault: { code: 'manager_needed' } });
    await till.call('stock.seed', { readAt });
    expect(await till.reply('stock.seed', { readAt })).toMatchObject({ ok: false, fault: { code: 'invalid_input' } });
    const { refused } = await till.call('stock.previewSeed', {});
    expect(refused).toContain('already');
    expect(store.applied).toEqual([]);
  });
});
