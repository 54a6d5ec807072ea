import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { createApp, newSession } from '../../src/main/app.ts';
import { makeBackup } from '../../src/main/backup/make-backup.ts';
import { prepareRestore, type RestoreOrder } from '../../src/main/backup/prepare-restore.ts';
import { restoreFolder } from '../../src/main/backup/restore-folder.ts';
import { examine } from '../../src/main/doctor/examine.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { openDataFolder } from '../../src/main/store/data-folder.ts';
import { schemaVersion } from '../../src/main/store/migrate.ts';
import { openShop, sumsOf } from '../backup/backup-shop.ts';
import { builtParts } from '../support/built-parts.ts';
import { openTill } from '../support/linked-till.ts';
import { openedByTest } from '../support/opened-by.ts';
import { commandLine } from '../support/started-program.ts';
import { makeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const prepare = (order: RestoreOrder) => prepareRestore(order, systemIdentity, () => undefined);

const databaseIn = (folder: string): string => join(folder, 'tillbridge.db');

const isRoot = process.getuid?.() === 0;
const whyNoSmallDisk = isRoot && process.platform === 'linux' ? false : 'a small disk needs root on Linux';

/** A disk of so many megabytes, ended with the test; null where this machine makes none. */
const smallDisk = (megabytes: number): string | null => {
  const folder = temporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder]);
  if (mounted.status !== 0) return null;
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
};

const template = makeFolder();
afterAll(template.remove);
let isMade = false;

/** A shop that was closed, with a copy of it kept in its folder: made once, and copied for each test. */
const closedShop = async () => {
  if (!isMade) {
    const { till, folder } = await openShop(8);
    await till.call('backup.make', {});
    await till.app.stop();
    cpSync(folder, template.path, { recursive: true });
    isMade = true;
  }
  const folder = temporaryFolder();
  cpSync(template.path, folder, { recursive: true });
  const [name = ''] = readdirSync(join(folder, 'backups'));
  return { folder, path: join(folder, 'backups', name), file: databaseIn(folder) };
};

describe('trouble with the disk and the database says what it is and what to do, and begins no new shop (F4)', () => {
  test.skipIf(whyNoSmallDisk)(
    `disk full: nothing is recorded, that is said, and it goes on with room ${whyNoSmallDisk || ''}`,
    async (context) => {
      const disk = smallDisk(12);
      if (disk === null) return context.skip('no tmpfs can be mounted here');
      const till = await openTill(join(disk, 'shop'));
      const { outletId } = await till.call('outlets.create', { name: 'Shop', timeZone: 'UTC', currency: 'USD' });
      const { registerId } = await till.call('registers.create', { outletId, name: 'Till 1' });
      const { productId } = await till.call('products.create', { name: 'Mug', sku: 'MUG' });
      const filler = join(disk, 'filler');
      spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096', 'count=4096']);
      const sell = () =>
        till.reply('sales.recordInStore', {
          registerId,
          lines: [{ productId, quantity: 1, unitPrice: '7' }],
          payments: [{ method: 'Cash', amount: '7' }],
        });
      let sold = 0;
      let reply = await sell();
      for (; reply.ok && sold < 2_000; reply = await sell()) sold += 1;
      expect(reply).toMatchObject({
        fault: {
          code: 'disk_full',
          message: 'The disk of this machine is full, and nothing was recorded. Free some space, then do it again.',
        },
      });
      expect(await till.reply('backup.make', {})).toMatchObject({
        fault: { code: 'disk_full', message: expect.stringMatching(/^There is not enough room in .* Free \d+ MB/) },
      });
      rmSync(filler);
      expect((await sell()).ok).toBe(true);
      expect((await till.call('sales.summary', {})).count).toBe(sold + 1);
    },
  );

  test('a folder that cannot be written to', async () => {
    const { folder, file } = await closedShop();
    const before = readFileSync(file);
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o700));
    // Root may write everywhere, so whoever asks is somebody else.
    const somebody = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const { stdout } = spawnSync(process.execPath, [commandLine, '--data', folder, 'call', 'sales.list'], {
      ...somebody,
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      fault: {
        code: 'data_folder_unusable',
        message: `The data folder ${folder} cannot be written to. Give this user the right to write there, or name another folder with --data.`,
      },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a database that another program holds, at the start and in the middle of work', async () => {
    const { folder, file } = await closedShop();
    const other = new Database(file);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    const open = () => openDataFolder(folder, { ...openedByTest, patienceMs: 30 });
    expect(open).toThrow(`Another program holds ${file}. Close it (a backup, a database viewer) and start again.`);
    other.close();
    const app = await createApp({
      dataFolder: folder,
      host: 'cli',
      practice: false,
      version: '0',
      secrets: { read: () => null, write: () => undefined, remove: () => undefined },
      syncWorker: builtParts.syncWorker,
      patienceMs: 30,
      log: () => undefined,
    });
    onTestFinished(app.stop);
    const viewer = new Database(file);
    onTestFinished(() => void viewer.close());
    viewer.exec('BEGIN IMMEDIATE');
    const add = () => app.dispatch('products.create', { name: 'Mug', sku: 'MUG' }, newSession());
    expect(await add()).toMatchObject({
      fault: {
        code: 'database_locked',
        message: 'Another program holds the database. Close it, then do it again; nothing was recorded.',
      },
    });
    viewer.exec('COMMIT');
    expect((await add()).ok).toBe(true);
  });

  test('a database that is cut off, overwritten, emptied or gone is left as it is, and the last good copy is named; it restores', async () => {
    const { folder, path, file } = await closedShop();
    const whole = readFileSync(file);
    const sums = sumsOf(file);
    const headerFlipped = (): void => {
      const bytes = Buffer.from(whole);
      // The first page lists the tables.
      for (let at = 100; at < 4_096; at += 7) bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      writeFileSync(file, bytes);
    };
    const damages: readonly (readonly [string, () => void])[] = [
      ['data_folder_damaged', () => truncateSync(file, 20_480)],
      ['data_folder_damaged', headerFlipped],
      ['data_folder_emptied', () => truncateSync(file, 0)],
      ['data_folder_emptied', () => rmSync(file)],
    ];
    for (const [code, damage] of damages) {
      damage();
      const before = existsSync(file) ? readFileSync(file) : null;
      await expect(openTill(folder), code).rejects.toMatchObject({
        code,
        message: expect.stringContaining(`tillbridge restore "${path}". Missing in it is what staff recorded since;`),
      });
      expect(existsSync(file) ? readFileSync(file) : null).toEqual(before);
      const { missing } = await restoreFolder({ dataFolder: folder, file: path, now: Date.now(), by: null }, prepare);
      expect(missing, 'what it lacks cannot be counted').toBeNull();
      expect(sumsOf(file)).toEqual(sums);
    }
  });

  test('a flipped page that is met later: said where it is met, no copy of it is called good, and the doctor names the way', async () => {
    const { folder, file } = await closedShop();
    const bytes = readFileSync(file);
    const found = bytes.indexOf('sales_by_cell');
    expect(found).toBeGreaterThan(0);
    const db = new Database(file, { readonly: true });
    const { rootpage } = db.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'sales'").get() as {
      rootpage: number;
    };
    db.close();
    bytes.fill(0x5a, (rootpage - 1) * 4_096, rootpage * 4_096);
    writeFileSync(file, bytes);
    const till = await openTill(folder);
    expect(await till.reply('sales.list', {})).toMatchObject({
      fault: {
        code: 'database_damaged',
        message: 'The database is damaged here. Restore the last good copy: Settings, Backup and restore.',
      },
    });
    const copy = {
      databaseFile: file,
      file: join(folder, 'c.db'),
      mark: { madeAt: 0, version: '0', why: 'asked' },
    } as const;
    await expect(makeBackup(copy, () => undefined)).rejects.toThrow();
    expect(existsSync(copy.file)).toBe(false);
    const findings = await examine({
      folder,
      version: '0',
      clock: Date.now,
      readToken: () => null,
      hasKeychain: false,
    });
    expect(findings.find(({ check }) => check === 'database')).toMatchObject({
      ok: false,
      nextStep: expect.stringContaining('restore the last backup'),
    });
  });

  test('the log of the newest changes is gone after a crash: the rest is read through and gone on with, and everybody is told', async () => {
    const { till, folder } = await openShop(8);
    await till.call('products.create', { name: 'Only in the log', sku: 'LOST' });
    const crashed = temporaryFolder();
    for (const name of ['tillbridge.db', 'in-use']) copyFileSync(join(folder, name), join(crashed, name));
    const back = await openTill(crashed);
    expect(await back.call('backup.status', {})).toMatchObject({
      stockHeldSince: expect.any(String),
      wentBackTo: null,
    });
    expect((await back.call('audit.list', {})).rows[0]).toMatchObject({ what: 'backup.missingChanges' });
    expect((await back.call('products.list', { search: 'LOST' })).rows).toEqual([]);
    // Closed in peace, the log is gone as well, and nothing is missing.
    await till.app.stop();
    expect(existsSync(join(folder, 'in-use'))).toBe(false);
  });

  test('a newer schema and a second instance are told apart, each with what to do', async () => {
    const { folder, file } = await closedShop();
    const first = openDataFolder(folder, openedByTest);
    await expect(openTill(folder)).rejects.toThrow(
      `Another Tillbridge is using the data folder ${folder}. Close it, or use its window.`,
    );
    first.release();
    const db = new Database(file);
    db.pragma(`user_version = ${schemaVersion + 1}`);
    db.close();
    await expect(openTill(folder)).rejects.toThrow(
      `The data in ${folder} was written by a newer Tillbridge. Install the newer version to open it; nothing was changed.`,
    );
  });
});
