import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { prepareRestore, type RestoreOrder } from '../../src/main/backup/prepare-restore.ts';
import { restoreFolder } from '../../src/main/backup/restore-folder.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { waitingRestore } from '../../src/main/store/finish-restore.ts';
import { schemaVersion } from '../../src/main/store/migrate.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { bytesOf, databaseOf, openShop, runTillbridge, sumsOf } from './backup-shop.ts';

const prepare = (order: RestoreOrder) => prepareRestore(order, systemIdentity, () => undefined);

const withTables = (file: string, work: (db: ReturnType<typeof openConnection>) => void): void => {
  const db = openConnection(file);
  work(db);
  db.close();
};

describe('a copy of the shop', () => {
  test('is made from the command line while the till runs and imports, is of one moment, checked, and holds no token', async () => {
    const { store, till, folder } = await openShop(40);
    const file = join(temporaryFolder(), 'copy.db');
    store.placeOrders(60);
    const busy = till.call('sync.now', {});
    const { code, reply } = await runTillbridge(folder, ['backup', file]);
    await busy;
    expect([code, reply]).toMatchObject([0, { ok: true, data: { path: file } }]);
    expect(readFileSync(file).includes(store.token)).toBe(false);
    const copy = openConnection(file, { readonly: true });
    expect(copy.pragma('integrity_check')).toBe('ok');
    copy.close();
    const status = await till.call('backup.status', {});
    expect(status).toMatchObject({ lastGoodAt: null, copies: [], running: null, problem: null });
    expect((await runTillbridge(folder, ['restore', file])).reply).toMatchObject({
      ok: false,
      fault: { code: 'data_folder_busy' },
    });

    const made = await till.call('backup.make', {});
    expect(await till.call('backup.status', {})).toMatchObject({
      lastGoodAt: made.madeAt,
      copies: [{ path: made.path, why: 'asked', bytes: made.bytes }],
    });
    await expect(till.reply('backup.make', { folder: '/nowhere/at/all' })).resolves.toMatchObject({
      fault: { code: 'backup_refused', field: 'folder' },
    });
    writeFileSync(`${file}.txt`, 'Somebody’s letter.');
    expect((await runTillbridge(folder, ['backup', `${file}.txt`])).reply.fault.code).toBe('backup_refused');
    expect(readFileSync(`${file}.txt`, 'utf8')).toBe('Somebody’s letter.');
  });

  test('is restored by the app that runs: what it lacks is said first, orders since come again once each, and nothing is told twice', async () => {
    const shop = await openShop(10);
    const { store, till, folder } = shop;
    const orderId = store.placeOrder({
      lines: [{ productId: 0, name: 'Vase', sku: 'VASE', price: '20.00', quantity: 2 }],
    });
    await till.call('sync.now', {});
    const { saleId } = await till.call('sales.get', { orderId: String(orderId) });
    const [fulfillment] = (await till.call('fulfillments.list', { segment: 'all', limit: 250 })).rows.filter(
      (row) => row.saleId === saleId,
    );
    if (!fulfillment) throw new Error('It has no fulfillment.');
    const { fulfillmentId } = fulfillment;
    const pieces = fulfillment.lines.map(({ lineId, ordered }) => ({ lineId, quantity: ordered }));
    let version = fulfillment.version;
    ({ version } = await till.call('fulfillments.pick', { fulfillmentId, version, lines: pieces }));
    ({ version } = await till.call('fulfillments.pack', { fulfillmentId, version, lines: pieces }));
    ({ version } = await till.call('fulfillments.ship', {
      fulfillmentId,
      version,
      lines: pieces,
      trackingNumber: 'T-1',
    }));
    // The parcel waits in the copy, and is told after it was made.
    const { path } = await till.call('backup.make', {});
    await till.call('sync.now', {});
    const shipments = () => store.applied.filter(({ kind }) => kind === 'shipment_created').length;
    expect(shipments()).toBe(1);
    const [product] = (await till.call('products.list', { search: 'VASE' })).rows;
    const productId = product?.productId ?? '';
    await till.call('sales.recordInStore', {
      lines: [{ productId, quantity: 1, unitPrice: '20' }],
      payments: [{ method: 'Cash', amount: '20' }],
    });
    store.placeOrders(5);
    await till.call('sync.now', {});

    const looked = await till.call('backup.look', { file: path });
    expect(looked.waiting, 'the parcel waits in the copy').toBeGreaterThan(0);
    expect(looked.missing).toMatchObject({ inStoreSales: 1, onlineSales: expect.any(Number) });
    expect(looked.words.join(' ')).toMatch(/Lost would be 1 sale at the counter.*web orders? comes? again/);
    expect((await till.call('sales.list', { limit: 250 })).rows.length).toBeGreaterThan(looked.sales);
    const before = sumsOf(databaseOf(folder));
    await till.call('backup.restore', { file: path });
    await till.app.stop();
    expect(existsSync(waitingRestore(databaseOf(folder)))).toBe(false);
    const [replaced = ''] = readdirSync(join(folder, 'replaced'));
    expect(sumsOf(join(folder, 'replaced', replaced, 'tillbridge.db'))).toEqual(before);

    const back = await shop.again();
    await vi.waitFor(
      async () => {
        await back.call('sync.now', {});
        expect((await back.call('sync.status', {})).outbox.pending).toBe(0);
      },
      { timeout: 50_000, interval: 50 },
    );
    const after = sumsOf(databaseOf(folder));
    const inStore = { sale_id: expect.any(String), total: 200_000, payment_state: 'paid', sale_status: 'closed' };
    expect(after.sales.length).toBe(before.sales.length - 1);
    expect(before.sales).toEqual(expect.arrayContaining(after.sales));
    expect(before.sales).toContainEqual(inStore);
    expect(shipments(), 'the parcel is recognised by its mark').toBe(1);
    const levels = () =>
      store.received.filter(({ method, path: to }) => method !== 'GET' && to.includes('inventory')).length;
    const told = levels();
    const again = await back.call('sales.recordInStore', {
      lines: [{ productId, quantity: 1, unitPrice: '20' }],
      payments: [{ method: 'Cash', amount: '20' }],
    });
    expect((await back.call('sales.get', { saleId: again.saleId })).receiptNumber, 'no number is given twice').toBe(
      'S2',
    );
    await back.call('sync.now', {});
    expect(levels(), 'stock is held until a manager has looked').toBe(told);
    const status = await back.call('backup.status', {});
    expect(status.stockHeldSince).not.toBeNull();
    await back.call('staff.setManagerPin', { pin: '2468' });
    await back.call('staff.signIn', { name: 'Manager', pin: '2468' });
    await back.call('backup.releaseStock', {});
    expect(await back.call('backup.status', {})).toMatchObject({ stockHeldSince: null });
    const entries = (await back.call('audit.list', {})).rows.map(({ what }) => what);
    expect(entries.slice(0, 3)).toEqual(['backup.releaseStock', 'staff.setManagerPin', 'backup.restore']);
  });

  test('that is damaged, newer or somebody else’s is refused before anything changes', async () => {
    const { till, folder } = await openShop(6);
    const { path } = await till.call('backup.make', {});
    await till.app.stop();
    const before = bytesOf(folder);
    const place = temporaryFolder();
    const spoilt = (name: string, spoil: (file: string) => void): string => {
      const file = join(place, name);
      copyFileSync(path, file);
      spoil(file);
      return file;
    };
    const flipped = (file: string): void => {
      const bytes = readFileSync(file);
      for (let at = 40_000; at < 90_000; at += 4_096) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      writeFileSync(file, bytes);
    };
    const files: readonly (readonly [string, RegExp])[] = [
      [spoilt('flipped.db', flipped), /damaged|cannot be read|malformed/],
      [spoilt('short.db', (file) => truncateSync(file, 50_000)), /cannot be read|damaged|malformed/],
      [
        spoilt('newer.db', (file) =>
          withTables(file, (db) => db.execute(`PRAGMA user_version = ${schemaVersion + 1}`)),
        ),
        /newer Tillbridge/,
      ],
      [
        spoilt('sums.db', (file) =>
          withTables(file, (db) => db.execute('UPDATE stock_on_hand SET on_hand = on_hand + 1')),
        ),
        /its movements/,
      ],
      [spoilt('text.db', (file) => writeFileSync(file, 'No database at all.')), /cannot be read/],
      [join(place, 'missing.db'), /no file/],
    ];
    const restore = (file: string) => restoreFolder({ dataFolder: folder, file, now: Date.now(), by: null }, prepare);
    for (const [file, why] of files) {
      await expect(restore(file), file).rejects.toMatchObject({
        code: 'copy_unusable',
        message: expect.stringMatching(why),
      });
    }
    expect(bytesOf(folder).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((file) => file.includes('restore') || file === 'replaced')).toEqual([]);
  });

  test('killed at any step of a restore, the folder has the old shop or the new one, whole (F1)', async () => {
    const { till, folder, again } = await openShop(6);
    const { path } = await till.call('backup.make', {});
    const copied = sumsOf(path);
    await till.app.stop();
    for (const word of ['Reading', 'Restoring: 100']) {
      const { child, ended } = startTillbridge(folder, ['restore', path]);
      child.stderr?.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes(word)) child.kill('SIGKILL');
      });
      await ended();
      expect(sumsOf(databaseOf(folder)), word).toEqual(copied);
    }
    // The power went between the two renames: the old one is aside, the new one has not its name yet.
    const waiting = waitingRestore(databaseOf(folder));
    copyFileSync(path, waiting);
    mkdirSync(join(folder, 'aside'));
    renameSync(databaseOf(folder), join(folder, 'aside', 'tillbridge.db'));
    await (await again()).app.stop();
    expect(sumsOf(databaseOf(folder))).toEqual(copied);
    expect(existsSync(waiting)).toBe(false);
  });
});
