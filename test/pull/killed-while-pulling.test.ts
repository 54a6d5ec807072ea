import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { chanceFrom } from '../../faults/random.ts';
import { secretFile } from '../../src/main/hosts/secret-file.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { connect, openOutlet, openStore, openTill } from '../support/linked-till.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const KILLS = 20;
const ORDERS_AT_FIRST = 3_000;
const ORDERS_A_ROUND = 100;

/** Pulls in a process of its own and kills it some time after it began to read orders. */
const pullAndKill = async (folder: string, afterMs: number): Promise<'killed' | 'ended'> => {
  const { child, ended } = startTillbridge(folder, ['sync', '--once']);
  if (child.stderr) await Promise.race([once(child.stderr, 'data'), ended()]);
  await delay(afterMs);
  child.kill('SIGKILL');
  await ended();
  return child.signalCode === 'SIGKILL' ? 'killed' : 'ended';
};

const amounts = (text: string) => Math.round(Number(text) * 10_000);

/** Everything at or before the cursor has its rows: a cursor ahead of them would lose orders for good. */
const expectNoOrderBehindTheCursor = (db: Connection, store: PracticeStore, placed: readonly number[]) => {
  const cursor = db.get<{ at: number | null }>('SELECT orders_modified_at AS at FROM cursors')?.at ?? 0;
  const here = new Set(db.all<{ id: number }>('SELECT order_id AS id FROM sales').map((row) => row.id));
  const lost = placed.filter((id) => Date.parse(store.order(id).date_modified) < cursor && !here.has(id));
  expect(lost).toEqual([]);
  const unbacked = db.all(
    `SELECT s.sale_key FROM sales s
      WHERE NOT EXISTS (SELECT 1 FROM sale_lines l WHERE l.sale_key = s.sale_key)
         OR NOT EXISTS (SELECT 1 FROM fulfillments f WHERE f.sale_key = s.sale_key)`,
  );
  expect(unbacked).toEqual([]);
};

const expectTheLedgerToAddUp = (db: Connection, sold: ReadonlyMap<string, number>) => {
  const onHand = db.all<{ name: string; onHand: number; sum: number }>(
    `SELECT l.name, h.on_hand AS onHand,
            (SELECT sum(m.quantity) FROM stock_movements m WHERE m.product_key = h.product_key) AS sum
       FROM stock_on_hand h JOIN product_links l ON l.product_key = h.product_key`,
  );
  expect(onHand.filter((row) => row.onHand !== row.sum)).toEqual([]);
  expect(Object.fromEntries(onHand.map((row) => [row.name, -row.onHand]))).toEqual(Object.fromEntries(sold));
};

test(`killed ${KILLS} times while orders are pulled: each is here once, with its total and its stock (R16)`, {
  timeout: 400_000,
}, async () => {
  // A second for every ten orders, so that a cursor that ran ahead would show.
  let second = 1_790_000_000;
  const store = await openStore({
    quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 },
    clock: () => second * 1000,
  });
  const folder = temporaryFolder();
  const till = await openTill(folder, secretFile(`${folder}/secrets.json`));
  await connect(till, store);
  await till.call('link.bind', await openOutlet(till));
  await till.app.stop();

  const placed: number[] = [];
  const place = (count: number): void => {
    for (let left = count; left > 0; left -= 10) {
      placed.push(...store.placeOrders(10, { statusId: 11, kind: 'plain', linesPerOrder: 2 }));
      second += 1;
    }
  };
  place(ORDERS_AT_FIRST);

  const chance = chanceFrom(20);
  const file = `${folder}/tillbridge.db`;
  let killed = 0;
  while (killed < KILLS) {
    // A fast machine may have had all of them before the last kill: there is always something to pull.
    place(ORDERS_A_ROUND);
    if ((await pullAndKill(folder, chance.next() * 300)) === 'killed') killed += 1;
    const db = openConnection(file, { readonly: true });
    expectNoOrderBehindTheCursor(db, store, placed);
    db.close();
  }
  expect(await startTillbridge(folder, ['sync', '--once']).ended()).toBe(0);
  const db = openConnection(file, { readonly: true });
  expect(db.pragma('integrity_check')).toBe('ok');
  const sales = db.all<{ id: number; total: number }>('SELECT order_id AS id, total FROM sales');
  expect(sales).toHaveLength(placed.length);
  expect(new Map(sales.map((sale) => [sale.id, sale.total]))).toEqual(
    new Map(placed.map((id) => [id, amounts(store.order(id).total_inc_tax)])),
  );
  const sold = new Map<string, number>();
  for (const line of placed.flatMap((id) => store.order(id).products)) {
    const name = `${line.product_id}:${line.variant_id ?? 0}`;
    if (line.type === 'physical') sold.set(name, (sold.get(name) ?? 0) + line.quantity);
  }
  expectTheLedgerToAddUp(db, sold);
  db.close();
});
