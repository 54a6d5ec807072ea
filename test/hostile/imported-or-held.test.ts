import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { exact, sum } from '../money/exact.ts';
import { openLinkedTill, openStore, type Till } from '../support/linked-till.ts';
import { changed, fieldOf, type Path, placesIn } from './change-field.ts';
import { hostileValues } from './hostile-values.ts';
import { listed, oneOfEach, type Row, telling } from './listed-orders.ts';

interface Poisoned {
  readonly orderId: number;
  readonly path: Path;
  readonly row: Row;
}

const said = ({ path, row }: Poisoned): string => {
  const value = path.reduce<unknown>((at, key) => (typeof at === 'object' && at ? Reflect.get(at, key) : at), row);
  return `${path.join('.')} = ${String(JSON.stringify(value)).slice(0, 60)}`;
};

/** The lines that a row carries, wherever they go. */
const linesOf = (row: Row): unknown[] => {
  const places = JSON.parse(JSON.stringify(row.consignments ?? {})) as Record<string, unknown>;
  const lists = [places.shipping, places.pickups, places.downloads].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  return lists.flatMap((place: { line_items?: unknown }) => (Array.isArray(place?.line_items) ? place.line_items : []));
};

/** BigCommerce answers with these rows, and says the same of their lines when asked for them alone. */
const answerWith = (store: PracticeStore, rows: readonly Row[], poisoned: readonly Poisoned[]): void => {
  store.script({ kind: 'answer', status: 200, body: rows, match: { path: /^\/v2\/orders$/ } });
  for (const { orderId, path, row } of poisoned.filter((each) => each.path.includes('line_items'))) {
    const lines = linesOf(row);
    if (lines.length === 0 || path.at(-1) === 'line_items') continue;
    const match = { path: new RegExp(`^/v2/orders/${orderId}/products$`) };
    store.script({ kind: 'answer', status: 200, body: lines, match, times: Number.POSITIVE_INFINITY });
  }
};

/** Half a letter arrives as the sign for one. */
const wholeLetters = (row: Row): unknown =>
  JSON.parse(JSON.stringify(row), (_key, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));

const harmless = new Set(['pending', 'from_this_till', 'archived', 'before_link', 'unmapped_status']);

/** What is wrong with how a poisoned order ended; null when it is here with the right sums, or its field is named. */
const complaint = async (till: Till, { orderId, path, row }: Poisoned): Promise<string | null> => {
  const field = String(path.findLast((key) => typeof key === 'string'));
  if (field === 'id' && path.length === 1) return null;
  const why = await till.call('orders.why', { orderId });
  if (harmless.has(why.reason)) return null;
  if (why.reason === 'held') return why.message.includes(field) ? null : `held for another reason: ${why.message}`;
  if (why.reason !== 'imported') return `${why.reason}: ${why.message}`;
  const sale = await till.reply('sales.get', { orderId });
  if (!sale.ok) return `its sale does not open: ${sale.fault.code}`;
  const { total, lines } = await till.call('sales.get', { orderId });
  if (sum(lines.map((line) => exact(line.total.amount))) !== exact(total.amount)) return 'its lines do not add up';
  const opened = await till.reply('fulfillments.list', { orderId });
  if (!opened.ok) return `its fulfillment does not open: ${opened.fault.code}`;
  return field === 'total_inc_tax' || exact(total.amount) === exact(row.total_inc_tax) ? null : 'another total';
};

const screens: readonly (readonly [string, object])[] = [
  ['sales.list', { limit: 250 }],
  ['sales.summary', {}],
  ['fulfillments.list', { limit: 250 }],
  ['fulfillments.counts', {}],
  ['stock.list', { limit: 250 }],
  ['products.list', { limit: 250 }],
  ['customers.list', { limit: 250 }],
  ['orders.held', {}],
];

/** Every screen still opens after what was imported. */
const closedScreens = async (till: Till): Promise<string[]> => {
  const replies = await Promise.all(
    screens.map(async ([name, input]) => ({ name, reply: await till.reply(name, input) })),
  );
  return replies.flatMap(({ name, reply }) => (reply.ok ? [] : [`${name}: ${reply.fault.code}`]));
};

const heldJson = (till: Till): Map<string, unknown> => {
  const db = openConnection(join(till.folder, 'tillbridge.db'), { readonly: true });
  const rows = db.all<{ orderId: string; raw: string }>('SELECT order_id AS orderId, raw FROM held_orders');
  db.close();
  return new Map(rows.map(({ orderId, raw }) => [orderId, JSON.parse(raw)]));
};

/** The fields that are read, each with the place among `telling` of an order that has it. */
const fieldsOf = (rows: readonly Row[]): (readonly [string, number])[] => [
  ...new Map(rows.flatMap((row, kind) => placesIn(row).map((path) => [fieldOf(path), kind] as const))),
];

/** An order of its own for each poisoning: a field and a value. */
const poison = async (
  store: PracticeStore,
  wanted: readonly { readonly field: string; readonly kind: number; readonly value: unknown }[],
): Promise<{ readonly good: Row[]; readonly poisoned: Poisoned[] }> => {
  const good = oneOfEach(store);
  const ids = wanted.flatMap(({ kind }) => store.placeOrders(1, { kind: telling[kind], statusId: 11 }));
  const rows = new Map((await listed(store, [...good, ...ids])).map((row) => [row.id, row]));
  const rowOf = (id: number): Row => rows.get(id) ?? { id, total_inc_tax: '' };
  const poisoned = wanted.flatMap(({ field, value }, index) => {
    const row = rowOf(ids[index] ?? 0);
    const path = placesIn(row).find((each) => fieldOf(each) === field);
    return path ? [{ orderId: row.id, path, row: changed(row, path, value) }] : [];
  });
  return { good: good.map(rowOf), poisoned };
};

/** Lets a page of good and poisoned orders arrive; answers with everything that went wrong. */
const arrive = async (store: PracticeStore, till: Till, wanted: Parameters<typeof poison>[1]): Promise<string[]> => {
  const { good, poisoned } = await poison(store, wanted);
  answerWith(store, [...good, ...poisoned.map((each) => each.row)], poisoned);
  const pulled = await till.reply('sync.now', {});
  store.clearScript();
  if (!pulled.ok) return [`a pull failed: ${pulled.fault.message}`, ...poisoned.map(said)];
  const reasons = await Promise.all(good.map(({ id }) => till.call('orders.why', { orderId: id })));
  const held = heldJson(till);
  const complaints: (string | null)[] = [
    reasons.every(({ reason }) => reason === 'imported') ? null : 'a good order is not here',
    ...(await closedScreens(till)),
  ];
  for (const each of poisoned) {
    const found = await complaint(till, each);
    complaints.push(found && `${said(each)}: ${found}`);
    const whole = wholeLetters(each.row);
    expect(held.get(String(each.orderId)) ?? whole).toEqual(whole);
  }
  return complaints.filter((each) => each !== null);
};

/** What one order alone could keep whole screens from opening with: sums, texts and days beyond what they show. */
const tooMuch: readonly (readonly [string, unknown])[] = [
  ['consignments.shipping.line_items.quantity', 2 ** 53 - 1],
  ['consignments.shipping.line_items.quantity', 2 ** 53 - 1],
  ['consignments.shipping.line_items.quantity_shipped', 2 ** 53 - 1],
  ['fees.id', 'x'.repeat(200)],
  ['fees.display_name_merchant', 'x'.repeat(100_000)],
  ['date_created', 'Sat, 01 Jan 12000 00:00:00 +0000'],
  ['total_inc_tax', '900719925474.0991'],
  ['total_inc_tax', '900719925474.0991'],
];

describe('pages with poisoned orders (F5, R58)', () => {
  test('each is here with the right sums or held whole, its field named; the good ones go in, every screen opens', async () => {
    const store = await openStore({ seed: 6, quota: { requests: Number.POSITIVE_INFINITY, windowMs: 1 } });
    const till = await openLinkedTill(store);
    const fields = fieldsOf(await listed(store, oneOfEach(store)));
    expect(fields.length).toBeGreaterThan(90);
    const wanted = fields.flatMap(([field, kind], index) =>
      [0, 7, 16, 23, 31, 40, 49].map((step) => {
        const value = hostileValues[(index + step) % hostileValues.length];
        return { field, kind, value };
      }),
    );
    const kinds = new Map(fields);
    for (const [field, value] of tooMuch) wanted.push({ field, kind: kinds.get(field) ?? 0, value });
    const complaints: string[] = [];
    while (wanted.length > 0) complaints.push(...(await arrive(store, till, wanted.splice(0, 100))));
    expect(complaints).toEqual([]);
  });
});
