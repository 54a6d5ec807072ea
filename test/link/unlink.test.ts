import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { secretMemory } from '../../src/main/hosts/secret-memory.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { tableHashes } from '../history/table-hashes.ts';
import { connect, everyRow, openOutlet, openStore, openTill, type Till } from '../support/linked-till.ts';
import { packOrder } from './pack-order.ts';

const NAME = 'Fern & Co';

/** A shop with a manager, a linked store, and some sales of it. */
const openShop = async (clock = Date.now) => {
  const store = await openStore({ storeHash: 'fern', name: NAME, clock });
  const secrets = secretMemory();
  const till = await openTill(undefined, secrets);
  await till.call('staff.setManagerPin', { pin: '1234' });
  const place = await openOutlet(till);
  const { linkId } = await connect(till, store);
  await till.call('link.bind', place);
  store.placeOrders(12);
  await till.call('sync.now', {});
  return { store, till, secrets, linkId, place };
};

const allSales = (till: Till) => everyRow((cursor) => till.call('sales.list', cursor ? { cursor } : {}));
const linkedProducts = async (till: Till) =>
  (await till.call('products.list', { limit: 200 })).rows.filter((row) => row.bigcommerceProductId !== null);
const accessTo = ({ storeHash, token, baseUrl }: PracticeStore) => ({ storeHash, token, apiBase: baseUrl });
/** All but the link's own row, and the log of what managers did. */
const hashesOf = ({ folder }: Till) => tableHashes(join(folder, 'tillbridge.db'), /^(links|audit_entries)$/);

describe('unlinking a store', () => {
  test('takes a manager and the typed name, after the page’s own warning, and is audited (R6, R80)', async () => {
    const { till } = await openShop();
    const { unlinkWarning } = await till.call('link.get', {});
    expect(unlinkWarning).toContain("Don't unlink and relink your stores unless you're planning on deleting all items");
    const refusal = async (typedName: string) => till.reply('link.unlink', { typedName });
    expect(await refusal('fern')).toMatchObject({ ok: false, fault: { code: 'name_not_typed', field: 'typedName' } });
    await till.call('staff.signOut', {});
    expect(await refusal(NAME)).toMatchObject({ ok: false, fault: { code: 'manager_needed' } });
    expect((await till.call('link.get', {})).link).not.toBeNull();
    await till.call('staff.signIn', { name: 'Manager', pin: '1234' });
    expect(await till.call('link.unlink', { typedName: ` ${NAME} ` })).toMatchObject({ storeName: NAME });
    const [entry] = (await till.call('audit.list', { limit: 1 })).rows;
    expect(entry).toMatchObject({ who: 'Manager', what: 'link.unlink', subject: NAME, before: { store: 'fern' } });
  });

  test('leaves every sale, product and link readable; nothing is asked of the store any more (R81)', async () => {
    const { store, till, secrets, linkId, place } = await openShop();
    const [sales, products, stock] = [
      await allSales(till),
      await linkedProducts(till),
      await till.call('stock.list', {}),
    ];
    expect(products.length).toBeGreaterThan(3);
    await till.call('link.unlink', { typedName: NAME });
    const asked = store.received.length;
    store.placeOrders(3);

    expect(await till.reply('sync.now', {})).toMatchObject({
      ok: false,
      fault: {
        code: 'not_linked',
        message:
          'The store "Fern & Co" is unlinked: no order comes in, and nothing is sent. Everything already here stays. Link the store again in Settings, and it goes on where it stopped.',
      },
    });
    const { state, problem, lastPulledAt } = await till.call('sync.status', {});
    expect([state, problem?.code, typeof lastPulledAt]).toEqual(['not_linked', 'not_linked', 'string']);
    expect(store.received.length).toBe(asked);
    expect(await allSales(till)).toEqual(sales);
    expect(await linkedProducts(till)).toEqual(products);
    expect((await till.call('stock.list', {})).rows.map((row) => row.onHand)).toEqual(
      stock.rows.map((row) => row.onHand),
    );
    expect(await till.call('orders.why', { orderId: sales[0]?.orderId ?? '' })).toMatchObject({ reason: 'imported' });
    expect(await till.call('orders.why', { orderId: '999999' })).toMatchObject({ reason: 'not_linked' });
    expect(await till.call('link.get', {})).toMatchObject({
      link: null,
      unlinked: { storeHash: 'fern', storeName: NAME },
    });
    expect(secrets.read(linkId), 'the token').toBeNull();

    // The till goes on as the shop's till, on the register that it had.
    const { productId } = await till.call('products.create', { sku: 'TORCH', name: 'Torch' });
    const { saleId } = await till.call('sales.recordInStore', {
      lines: [{ productId, quantity: 1, unitPrice: '9.00' }],
      payments: [{ method: 'Cash', amount: '9.00' }],
    });
    expect(await till.call('sales.get', { saleId })).toMatchObject(place);
  });

  test('in the middle of a long pull lets no further page land', async () => {
    const { store, till } = await openShop();
    store.placeOrders(1_000);
    let lists = 0;
    let unlinked: Promise<unknown> = Promise.resolve();
    // While the third page is asked for, so that it is in the middle however fast either thread is.
    const third = (path: string): boolean => {
      if (path === '/v2/orders' && ++lists === 3) unlinked = till.call('link.unlink', { typedName: NAME });
      return false;
    };
    store.script({ kind: 'empty', match: { path: Object.assign(/^/, { test: third }) } });
    const pulling = till.reply('sync.now', {});
    await vi.waitUntil(() => lists >= 3, { timeout: 25_000 });
    await unlinked;
    const here = (await till.call('sales.summary', {})).count;
    expect(await pulling).toMatchObject({ ok: false, fault: { code: 'not_linked' } });
    expect((await till.call('sales.summary', {})).count).toBe(here);
    expect(here).toBeLessThan(1_000);
  });

  test('a token that outlived it, because the till was killed half-way, is gone at the next start', async () => {
    const { till, secrets, linkId } = await openShop();
    await till.call('link.unlink', { typedName: NAME });
    await till.app.stop();
    secrets.write(linkId, 'left behind');
    await openTill(till.folder, secrets);
    expect(secrets.read(linkId)).toBeNull();
  });
});

describe('linking again', () => {
  test('the same store restores everything: no row, no movement, and the preview said so (R82, N13)', async () => {
    const { store, till, linkId } = await openShop();
    const before = hashesOf(till);
    const [sales, products] = [await allSales(till), await linkedProducts(till)];
    await till.call('link.unlink', { typedName: NAME });
    const access = accessTo(store);
    expect(await till.call('link.relinkPreview', access)).toEqual({
      isSameStore: true,
      restored: products.length,
      restoredSales: sales.length,
      newProducts: 0,
      stockMovements: 0,
      ordersSince: 0,
    });
    expect((await till.call('link.get', {})).link, 'a preview links nothing').toBeNull();
    expect((await till.call('link.connect', { ...access, plan: 'Pro' })).linkId).toBe(linkId);
    expect(hashesOf(till)).toEqual(before);
    expect((await till.call('audit.list', { limit: 1 })).rows[0]).toMatchObject({
      what: 'link.relink',
      who: 'Manager',
    });
    expect((await till.call('link.get', {})).binding, 'outlet and register are chosen still').not.toBeNull();
  });

  test('orders of the meantime come with the next pull, each once, and take their stock once; what waited is sent (R16, R29, R82)', async () => {
    let passed = 0;
    const { store, till } = await openShop(() => Date.now() + passed);
    const packed = store.placeOrder({ statusId: 11 });
    await till.call('sync.now', {});
    await packOrder(till, packed);
    expect((await till.call('link.unlink', { typedName: NAME })).waiting.pending).toBeGreaterThan(0);
    expect(await till.reply('sync.now', {})).toMatchObject({ ok: false, fault: { code: 'not_linked' } });
    passed = 60_000;
    const placed = store.placeOrder({ lines: [{ sku: 'LAMP', price: '1.00', quantity: 2 }], statusId: 11 });
    expect(await till.call('link.relinkPreview', accessTo(store))).toMatchObject({ newProducts: 0, ordersSince: 1 });
    expect(store.order(packed).status_id, 'nothing is sent while it is unlinked').toBe(11);
    await connect(till, store);
    const first = await till.call('sync.now', {});
    expect(first.orders).toMatchObject({ imported: 1 });
    const sale = await till.call('sales.get', { orderId: String(placed) });
    expect(sale.stockMovements.map(({ quantity }) => quantity)).toEqual([-2]);
    expect((await till.call('sync.now', {})).orders.imported).toBe(0);
    expect(store.order(packed).status_id, 'what waited is told').toBe(9);
  });

  test('another store is a link of its own: it cannot use the old map, and their equal numbers stay apart (R83)', async () => {
    const { store, till, linkId } = await openShop();
    const [known] = await linkedProducts(till);
    const orderOfFern = store.placeOrder({ statusId: 11 });
    await till.call('sync.now', {});
    await till.call('link.unlink', { typedName: NAME });

    const other = await openStore({ storeHash: 'oak', name: 'Oak', seed: 2 });
    expect(await till.call('link.relinkPreview', accessTo(other))).toMatchObject({ isSameStore: false, restored: 0 });
    const { linkId: otherLink } = await connect(till, other);
    expect(otherLink).not.toBe(linkId);
    expect((await till.call('link.get', {})).binding, 'it is bound anew').toBeNull();
    expect(await linkedProducts(till), 'no product is linked to it yet').toEqual([]);
    expect((await till.call('products.list', { search: known?.sku ?? '' })).rows[0]?.productId).toBe(known?.productId);

    const [registers] = (await till.call('outlets.list', {})).rows;
    await till.call('link.bind', {
      outletId: registers?.outletId ?? '',
      registerId: registers?.registers[0]?.registerId ?? '',
    });
    let ofOak = 0;
    while (ofOak < orderOfFern) ofOak = other.placeOrder({ statusId: 11 });
    expect(ofOak).toBe(orderOfFern);
    await till.call('sync.now', {});
    const twins = (await allSales(till)).filter((row) => row.orderId === String(orderOfFern));
    expect(new Set(twins.map((row) => row.saleId)).size).toBe(2);
    const shown = await till.call('sales.get', { orderId: String(orderOfFern) });
    expect(twins.map((row) => row.saleId)).toContain(shown.saleId);

    // And back again: Oak's sales stay, and Fern goes on with its own map.
    await till.call('link.unlink', { typedName: 'Oak' });
    expect((await connect(till, store)).linkId).toBe(linkId);
    expect((await linkedProducts(till)).map((row) => row.productId)).toContain(known?.productId);
  });

  test('a token of another store than the one named is refused, and nothing changes (R83, F8)', async () => {
    const { store, till } = await openShop();
    const other = await openStore({ storeHash: 'oak', name: 'Oak' });
    const mixed = { storeHash: 'fern', token: other.token, apiBase: other.baseUrl };
    const before = hashesOf(till);
    for (const [name, input] of [
      ['link.check', mixed],
      ['link.relinkPreview', mixed],
      ['link.connect', { ...mixed, plan: 'Pro' }],
    ] as const) {
      expect(await till.reply(name, input)).toMatchObject({
        ok: false,
        fault: {
          code: 'other_store',
          message:
            'That token belongs to "Oak" (oak), and not to the store fern. Enter a token of the store that you mean.',
        },
      });
    }
    expect(hashesOf(till)).toEqual(before);
    store.placeOrder({ statusId: 11 });
    expect((await till.call('sync.now', {})).orders.imported).toBe(1);
  });
});
