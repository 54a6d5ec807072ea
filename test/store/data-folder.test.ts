import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import { openDataFolder } from '../../src/main/store/data-folder.ts';
import { schemaVersion } from '../../src/main/store/migrate.ts';
import { openTill } from '../support/linked-till.ts';
import { openedByTest } from '../support/opened-by.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const openDatabase = (folder: string) => {
  const db = openConnection(join(folder, 'tillbridge.db'));
  onTestFinished(() => db.close());
  return db;
};

test('a second app on the same data folder says so and stops; the first goes on (design law 6)', async () => {
  const till = await openTill();
  await expect(openTill(till.folder)).rejects.toMatchObject({ code: 'data_folder_busy' });
  expect((await till.call('sync.status', {})).state).toBe('not_linked');
});

test('after a SIGKILL the next start needs no hand', async () => {
  const folder = temporaryFolder();
  const { child, write, line, ended } = startTillbridge(folder, ['call', '-']);
  write('{"call":"sync.status","input":{}}');
  await line(() => true);
  child.kill('SIGKILL');
  await ended();
  const till = await openTill(folder);
  expect((await till.call('sync.status', {})).state).toBe('not_linked');
});

test.each([
  ['overwritten', (bytes: Buffer) => bytes.fill(0, 0, 100)],
  ['half gone', (bytes: Buffer) => bytes.subarray(0, 50)],
])('a database file that is %s is refused, not replaced by a new and empty one', async (_, damage) => {
  const folder = temporaryFolder();
  openDataFolder(folder, openedByTest).release();
  const file = join(folder, 'tillbridge.db');
  const damaged = damage(readFileSync(file));
  writeFileSync(file, damaged);
  await expect(openTill(folder)).rejects.toMatchObject({ code: 'data_folder_damaged' });
  expect(readFileSync(file)).toEqual(damaged);
});

test('a folder that a newer app has written is refused and left as it is', async () => {
  const folder = temporaryFolder();
  openDataFolder(folder, openedByTest).release();
  const db = openConnection(join(folder, 'tillbridge.db'));
  db.execute(`PRAGMA user_version = ${schemaVersion + 1}`);
  db.close();
  await expect(openTill(folder)).rejects.toMatchObject({ code: 'data_folder_newer' });
});

test('every connection waits for the disk, so that no acknowledged sale is lost with the power (measures.md)', () => {
  const folder = temporaryFolder();
  openDataFolder(folder, openedByTest).release();
  const db = openDatabase(folder);
  expect([db.pragma('journal_mode'), db.pragma('synchronous'), db.pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
});

const movement = (movementId: string): string =>
  `INSERT INTO stock_movements (movement_id, outlet_key, register_key, product_key, line_id, quantity, cause_kind, cause_id,
                                moved_at)
     VALUES ('${movementId}', 1, 1, 1, '', -5, 'count', 's', 0);`;

test('the stock ledger refuses to be changed or shortened (design law 2)', () => {
  const folder = temporaryFolder();
  openDataFolder(folder, openedByTest).release();
  const db = openDatabase(folder);
  db.execute(`
    INSERT INTO outlets VALUES (1, 'o', 'Shop', 'UTC', 'USD', 0, NULL);
    INSERT INTO registers VALUES (1, 'r', 1, 'Till', 0);
    INSERT INTO products (product_key, product_id, sku, sku_fold, name, created_from, stocked, created_at)
      VALUES (1, 'p', 'LAMP', 'lamp', 'Lamp', 'here', 1, 0);
    ${movement('m')}`);
  expect(() => db.execute('UPDATE stock_movements SET quantity = 0')).toThrow('append-only');
  expect(() => db.execute('DELETE FROM stock_movements')).toThrow('append-only');
  expect(() => db.execute(movement('n'))).toThrow('UNIQUE');
});
