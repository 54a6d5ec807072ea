import { expect, test } from 'vitest';
import type { DifferenceView } from '../../src/contract/proof.ts';
import type { Connection, SqlValue } from '../../src/main/store/connection.ts';
import { type BusyShop, everyTable, openBusyShop } from './busy-shop.ts';
import { type Drift, draftOf, placeOf, skuOf } from './drift.ts';
import { silentChanges } from './silent-changes.ts';
import { tamperedRows } from './tampered-rows.ts';

const drifts: readonly Drift[] = [...tamperedRows, ...silentChanges];

interface Planted {
  readonly drift: Drift;
  readonly orderId: number;
}

/** Places an order for each drift, pulls, plants all of them at once, and pulls again: none is merely new. */
const plantAll = async (shop: BusyShop): Promise<Planted[]> => {
  const { store, till } = shop;
  const planted = drifts.map((drift, place) => ({ drift, orderId: store.placeOrder(draftOf(place, drift)) }));
  await till.call('sync.now', {});
  shop.later(60_000);
  withPlaces(shop, planted, ({ drift }, place) => drift.before?.(place));
  await till.call('sync.now', {});
  shop.later(7_200_000);
  store.refund(store.placeOrder({}));
  await till.call('sync.now', {});
  withPlaces(shop, planted, ({ drift }, place) => drift.plant(place));
  await till.call('sync.now', {});
  return planted;
};

const withPlaces = (
  shop: BusyShop,
  planted: readonly Planted[],
  act: (each: Planted, place: ReturnType<typeof placeOf>) => void,
) =>
  shop.tamper((db) => {
    for (const each of planted) act(each, placeOf(shop, db, each.orderId));
  });

type DifferenceRow = Readonly<Record<string, SqlValue>>;

const rowsOfDifferences = (db: Connection, found: readonly DifferenceView[]): DifferenceRow[] =>
  db.all<DifferenceRow>(
    'SELECT * FROM proof_differences WHERE difference_id IN (SELECT value FROM json_each(:ids)) ORDER BY difference_key',
    { ids: JSON.stringify(found.map((each) => each.differenceId)) },
  );

const putBack = (db: Connection, rows: readonly DifferenceRow[]) => {
  for (const row of rows) {
    const columns = Object.keys(row);
    db.run(`INSERT INTO proof_differences (${columns}) VALUES (${columns.map((column) => `:${column}`)})`, row);
  }
};

test(`${drifts.length} kinds of drift are all found among hundreds of orders, none invented, and each repair done twice is done once (N5)`, async () => {
  const shop = await openBusyShop(200);
  const { till } = shop;
  expect((await till.call('proof.run', {})).differences).toEqual([]);
  const planted = await plantAll(shop);
  const { differences } = await till.call('proof.run', {});
  const wrong = new Set(planted.map(({ orderId }) => String(orderId)));
  expect(differences.filter((each) => each.orderId !== null && !wrong.has(each.orderId))).toEqual([]);
  for (const { drift, orderId } of planted) {
    const found = differences.filter((each) => each.orderId === String(orderId));
    expect
      .soft(
        found.map((each) => each.kind),
        drift.name,
      )
      .toContain(drift.kind);
    for (const each of found) expect.soft(each.ours, `${drift.name}: ${each.kind}`).not.toBe(each.theirs);
  }
  const rows = shop.tamper((db) => rowsOfDifferences(db, differences));
  for (const { drift, orderId } of planted) {
    const found = differences.filter((each) => each.orderId === String(orderId));
    for (const { differenceId } of found) await till.call('proof.repair', { differenceId });
    expect
      .soft(
        shop.tamper((db) => rowsOfDifferences(db, found)),
        `${drift.name} is put right`,
      )
      .toEqual([]);
  }
  expect((await till.call('proof.repair', {})).left).toEqual([]);
  const once = shop.tamper((db) => {
    const tables = everyTable(db);
    putBack(db, rows);
    return tables;
  });
  expect(await till.call('proof.repair', {})).toEqual({ repaired: differences.length, left: [] });
  expect(changedTables(once, shop.tamper(everyTable))).toEqual([]);
  expect((await till.call('proof.run', {})).differences).toEqual([]);
  planted.forEach(({ drift, orderId }, place) => {
    expect
      .soft(
        shop.tamper((db) => onHand(db, skuOf(place, 'A'))),
        `stock after: ${drift.name}`,
      )
      .toBe(0 - soldOf(shop, orderId));
  });
  for (const table of ['sale_lines', 'payments', 'stock_movements', 'fulfillments', 'returns']) {
    const orphans = `SELECT sale_key FROM ${table} WHERE sale_key NOT IN (SELECT sale_key FROM sales)`;
    expect
      .soft(
        shop.tamper((db) => db.all(orphans)),
        `rows of ${table} without a sale`,
      )
      .toEqual([]);
  }
}, 60_000);

const onHand = (db: Connection, sku: string): number | undefined =>
  db.get<{ onHand: number }>(
    'SELECT on_hand AS onHand FROM stock_on_hand JOIN products USING (product_key) WHERE sku = :sku',
    { sku },
  )?.onHand;

/** Pieces of the first line that left the shelf for good, by BigCommerce alone. */
const soldOf = ({ store }: BusyShop, orderId: number): number => {
  const { products, refunds, status_id: statusId } = store.order(orderId);
  const [line] = products;
  if (!line || statusId === 5) return 0;
  const back = refunds.flatMap((refund) => refund.items).filter((item) => item.item_id === line.id);
  return line.quantity - back.reduce((sum, item) => sum + (item.quantity ?? 0), 0);
};

const changedTables = (before: Record<string, unknown[]>, after: Record<string, unknown[]>): string[] =>
  Object.keys(before).filter((table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]));
