import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { chanceFrom } from '../../faults/random.ts';
import { secretFile } from '../../src/main/hosts/secret-file.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { connect, openOutlet, openStore, openTill } from '../support/linked-till.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { codeFor, withoutQuota } from './history-shop.ts';
import { tableHashes } from './table-hashes.ts';

const ORDERS = 1_500;
const KILLS = 4;

const look = <T>(file: string, ask: (db: Connection) => T): T => {
  const db = openConnection(file, { readonly: true });
  try {
    return ask(db);
  } finally {
    db.close();
  }
};

const ordersHere = (file: string): number =>
  look(file, (db) => db.get<{ count: number }>('SELECT count(*) AS count FROM history_orders')?.count ?? 0);

/** A batch as far as it has come adds up: each order taken in is one sale, whole, and its stock moved once. */
const expectNothingHalf = (file: string) =>
  look(file, (db) => {
    expect(db.pragma('integrity_check')).toBe('ok');
    expect(
      db.all(
        `SELECT h.order_id FROM history_orders h LEFT JOIN sales s USING (link_key, order_id)
          WHERE s.sale_key IS NULL OR NOT EXISTS (SELECT 1 FROM sale_lines l WHERE l.sale_key = s.sale_key)`,
      ),
    ).toEqual([]);
    expect(
      db.all('SELECT sale_key FROM stock_movements GROUP BY sale_key, line_id, product_key HAVING count(*) > 1'),
    ).toEqual([]);
    expect(
      db.all(
        `SELECT h.product_key FROM stock_on_hand h
          WHERE on_hand <> (SELECT sum(quantity) FROM stock_movements m WHERE m.product_key = h.product_key)`,
      ),
    ).toEqual([]);
  });

/** Starts the command in a process of its own, and kills it once it has taken a little more in, or out. */
const killWhile = async (folder: string, args: readonly string[], seemsUnderWay: () => boolean, afterMs: number) => {
  const { child, ended } = startTillbridge(folder, args);
  const exit = ended();
  let over = false;
  void exit.then(() => {
    over = true;
  });
  while (!over && !seemsUnderWay()) await delay(5);
  await delay(afterMs);
  child.kill('SIGKILL');
  await exit;
};

const openShop = async (): Promise<{ folder: string; store: PracticeStore; typedName: string }> => {
  const store = await openStore({ quota: withoutQuota });
  store.placeOrders(ORDERS, { statusId: 2, kind: 'plain', linesPerOrder: 2, spreadOverDays: 30 });
  const folder = temporaryFolder();
  const till = await openTill(folder, secretFile(`${folder}/secrets.json`));
  await till.call('staff.setManagerPin', { pin: '2468' });
  await connect(till, store);
  await till.call('link.bind', await openOutlet(till));
  await till.call('history.unlock', { code: codeFor(store) });
  await till.call('history.rehearse', {});
  const typedName = (await till.call('history.status', {})).storeName ?? '';
  await till.app.stop();
  return { folder, store, typedName };
};

const manager = ['--as', 'Manager', '--pin', '2468', 'call'];

test(`killed ${KILLS} times while ${ORDERS} past orders are imported, and again while they are undone: it goes on, doubles nothing, and leaves nothing behind (R79, N3)`, {
  timeout: 400_000,
}, async () => {
  const { folder, store, typedName } = await openShop();
  const file = join(folder, 'tillbridge.db');
  const before = tableHashes(file);
  const chance = chanceFrom(79);

  const importing = [...manager, 'history.import', JSON.stringify({ typedName })];
  for (let round = 0; round < KILLS; round++) {
    const had = ordersHere(file);
    await killWhile(folder, importing, () => ordersHere(file) > had, chance.next() * 80);
    expectNothingHalf(file);
    expect(ordersHere(file), 'each time it has come further').toBeGreaterThan(had);
    expect(ordersHere(file), 'and it was killed half-way').toBeLessThan(ORDERS);
  }
  expect(await startTillbridge(folder, importing).ended()).toBe(0);
  expectNothingHalf(file);
  const ids = look(file, (db) => db.all<{ id: number }>('SELECT order_id AS id FROM sales ORDER BY id')).map(
    ({ id }) => id,
  );
  expect(ids).toEqual([...store.orders()]);
  const cells = look(file, (db) =>
    db.all(
      `SELECT part, name, min(value) AS least, max(value) AS most, count(*) AS runs FROM history_cells
        WHERE value <> 0 GROUP BY part, name HAVING least <> most OR runs <> 2`,
    ),
  );
  expect(cells, 'what happened is what was rehearsed, killed or not').toEqual([]);

  const undoing = [...manager, 'history.undo', '{}'];
  for (let round = 0; round < KILLS; round++) {
    const had = ordersHere(file);
    await killWhile(folder, undoing, () => ordersHere(file) < had, chance.next() * 80);
    expectNothingHalf(file);
  }
  expect(await startTillbridge(folder, undoing).ended()).toBe(0);
  expect(tableHashes(file)).toEqual(before);
});
