import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { prepareRestore, type RestoreOrder } from '../../src/main/backup/prepare-restore.ts';
import { restoreFolder } from '../../src/main/backup/restore-folder.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { checkCounts } from '../../src/main/store/counts-check.ts';
import { openDataFolder } from '../../src/main/store/data-folder.ts';
import { flawOf } from '../../src/main/store/look-into-copy.ts';
import { schemaVersion } from '../../src/main/store/migrate.ts';
import { openShop } from '../backup/backup-shop.ts';
import { openedByTest } from '../support/opened-by.ts';
import { startProgram } from '../support/started-program.ts';
import { makeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { makeEarlier, rowsOf, shapeOf } from './earlier-schema.ts';

const prepare = (order: RestoreOrder) => prepareRestore(order, systemIdentity, () => undefined);

const databaseIn = (folder: string): string => join(folder, 'tillbridge.db');

const sumsOf = (file: string) => {
  const db = openConnection(file, { readonly: true });
  try {
    return {
      sales: db.get('SELECT count(*) AS count, sum(total) AS total, sum(tax) AS tax FROM sales'),
      lines: db.get('SELECT sum(total) AS total, sum(quantity) AS pieces, sum(returned) AS returned FROM sale_lines'),
      payments: db.get('SELECT sum(amount) AS amount FROM payments'),
      returns: db.get('SELECT sum(amount) AS amount FROM returns'),
      stock: db.get('SELECT sum(quantity) AS pieces FROM stock_movements'),
      onHand: db.get('SELECT sum(on_hand) AS pieces FROM stock_on_hand'),
    };
  } finally {
    db.close();
  }
};

describe('a shop of every earlier schema, with its data (F7)', () => {
  const place = makeFolder();
  const full = join(place.path, 'full.db');
  afterAll(place.remove);

  const earlier = async (version: number): Promise<string> => {
    if (!existsSync(full)) await makeFull();
    const folder = temporaryFolder();
    makeEarlier(databaseIn(folder), version, full);
    return folder;
  };

  /** Once for all of them: a test may make a shop, a hook may not. */
  const makeFull = async (): Promise<void> => {
    // Made by the app itself: orders of every kind, refunds, sales at the counter, counts, a till that was open.
    const { till, folder, outletId, registerId } = await openShop(60);
    await till.call('staff.setManagerPin', { pin: '2468' });
    await till.call('registers.open', { registerId, float: '100' });
    const [product] = (await till.call('products.list', {})).rows.filter(({ stocked }) => stocked);
    const productId = product?.productId ?? '';
    await till.call('stock.count', { productId, outletId, quantity: 17, reason: 'Shelf' });
    await till.call('sales.recordInStore', {
      registerId,
      lines: [{ productId, quantity: 2, unitPrice: '3.50' }],
      payments: [{ method: 'Cash', amount: '7' }],
    });
    const [open] = (await till.call('fulfillments.list', { segment: 'new' })).rows;
    if (open) await till.call('fulfillments.start', { fulfillmentId: open.fulfillmentId, version: open.version });
    await till.app.stop();
    copyFileSync(databaseIn(folder), full);
  };

  test.each(Array.from({ length: schemaVersion - 1 }, (_, index) => index + 1))(
    'schema %i becomes the newest with the same rows and sums, after a copy of it was made',
    async (version) => {
      const folder = await earlier(version);
      const file = databaseIn(folder);
      const shape = shapeOf(file);
      const [rows, sums] = [rowsOf(file, shape), sumsOf(file)];
      expect(Object.values(rows).flat().length).toBeGreaterThan(300);

      openDataFolder(folder, openedByTest).release();
      expect(rowsOf(file, shape)).toEqual(rows);
      expect(sumsOf(file)).toEqual(sums);
      const db = openConnection(file);
      onTestFinished(() => db.close());
      expect([Number(db.pragma('user_version')), flawOf(db), checkCounts(db)]).toEqual([schemaVersion, null, []]);

      const [copy = ''] = readdirSync(join(folder, 'backups'));
      expect(copy).toMatch(/^before-update-/);
      const other = temporaryFolder();
      const order = { dataFolder: other, file: join(folder, 'backups', copy), now: Date.now(), by: null };
      await restoreFolder(order, prepare);
      expect(sumsOf(databaseIn(other)), 'restored from the copy').toEqual(sums);
    },
  );

  test('killed in the middle of a migration, it begins that one again and ends the same (F1)', async () => {
    const folder = await earlier(9);
    const file = databaseIn(folder);
    const shape = shapeOf(file);
    const rows = rowsOf(file, shape);
    for (const after of [1, 2, 1]) {
      // All of a migration's SQL has run, and its transaction has not ended.
      const { child, line, ended } = startProgram([join(import.meta.dirname, 'migrating.ts'), file, String(after)]);
      await line((said) => said === `in migration ${after}`);
      child.kill('SIGKILL');
      await ended();
    }
    openDataFolder(folder, openedByTest).release();
    expect(rowsOf(file, shape)).toEqual(rows);
  });
});
