import type Database from 'better-sqlite3';
import { cellsFrom } from '../../src/main/domain/sale-cell.ts';
import { cursorOf } from '../../src/main/queries/paging.ts';
import type { BigTill } from './big-till.ts';
import {
  type Ask,
  daysCounted,
  fulfillmentsBy,
  rowsOf,
  salesBy,
  salesCounted,
  salesFound,
  saleWhole,
} from './by-hand.ts';

/** A question of P4: each time of something else, by the app and by hand. */
export interface Question {
  readonly what: string;
  /** Of `text` and `counts` an answer may take so long whatever it takes by hand (ms). */
  readonly most: number | null;
  readonly ours: readonly (() => Promise<string>)[];
  /** Empty where it is not compared. */
  readonly byHand: readonly (() => unknown)[];
}

const TIMES = 15;
export const PAGE = 50;
const DEEP_PAGE = 10_000;

const times = <T>(make: (at: number) => T): T[] => Array.from({ length: TIMES }, (_, at) => make(at));

export const both = (
  what: string,
  most: number | null,
  ours: (at: number) => Promise<string>,
  hand: Ask,
  values: (at: number) => Parameters<Ask>[0],
): Question => ({
  what,
  most,
  ours: times((at) => () => ours(at)),
  byHand: times((at) => () => JSON.stringify(hand(values(at)))),
});

/** What is held to its most alone: by hand it would be the app's own statements, one for one. */
export const alone = (what: string, most: number, ours: (at: number) => Promise<string>): Question => ({
  what,
  most,
  ours: times((at) => () => ours(at)),
  byHand: [],
});

export const questionsOf = (till: BigTill): Question[] => {
  const { ask, database } = till;
  const some = sampleOf(database);
  const search = (what: string, words: (at: number) => string): Question =>
    both(
      `text: ${what}`,
      50,
      (at) => ask('sales.list', { search: words(at), limit: PAGE }),
      salesFound(database),
      (at) => ({
        pattern: words(at)
          .split(' ')
          .map((word) => `"${word}"*`)
          .join(' '),
      }),
    );
  const none = () => ({});
  const deep = some.deepPlaces;
  const lastMonth = daysBack(some.lastDay, 30);

  return [
    both('sales, first page', null, () => ask('sales.list', { limit: PAGE }), salesBy(database, 'true'), none),
    both(
      'sales, first page of most: closed and paid',
      null,
      () => ask('sales.list', { saleStatus: 'closed', payment: 'paid', limit: PAGE }),
      salesBy(database, "s.sale_status = 'closed' AND s.payment_state = 'paid'"),
      none,
    ),
    both(
      'sales, first page of few: voided, of one month',
      null,
      () => ask('sales.list', { saleStatus: 'voided', from: lastMonth, to: some.lastDay, limit: PAGE }),
      salesBy(database, "s.sale_status = 'voided' AND s.sold_day BETWEEN :from AND :to"),
      () => ({ from: lastMonth, to: some.lastDay }),
    ),
    both(
      'sales, first page of a customer',
      null,
      (at) => ask('sales.list', { customerId: some.sale(at).customerId, limit: PAGE }),
      salesBy(database, 's.customer_key = :customerKey'),
      (at) => ({ customerKey: some.sale(at).customerKey }),
    ),
    both(
      `sales, page ${DEEP_PAGE.toLocaleString('en-US')}`,
      null,
      (at) => ask('sales.list', { cursor: cursorOf(placeAt(deep, at)), limit: PAGE }),
      salesBy(database, '(s.sold_at, s.sale_key) < (:value, :key)'),
      (at) => placeAt(deep, at),
    ),
    search("a customer's name", (at) =>
      some
        .sale(at)
        .customerName.replace(/[^\p{L} ]/gu, ' ')
        .trim(),
    ),
    search('an order number', (at) => String(some.sale(at).orderId)),
    search('a SKU', (at) =>
      some
        .sale(at)
        .sku.replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    ),
    search('a word of a product', (at) => some.sale(at).word),
    search('the first three letters of it', (at) => some.sale(at).word.slice(0, 3)),
    both('counts: all sales', 5, () => ask('sales.summary', {}), salesCounted(database, 'true'), none),
    both(
      'counts: sales of a status',
      5,
      () => ask('sales.summary', { bigcommerceStatusId: 10 }),
      salesCounted(database, 'bigcommerce_status_id = 10'),
      none,
    ),
    both(
      'counts: fulfillments by status',
      5,
      () => ask('fulfillments.counts', {}),
      rowsOf(database, 'SELECT * FROM fulfillment_counts'),
      none,
    ),
    both(
      'totals of 31 days',
      5,
      () => ask('sales.days', { to: some.lastDay, most: 31 }),
      daysCounted(database),
      () => ({ first: cellsFrom(daysBack(some.lastDay, 30)), last: cellsFrom(some.lastDay) + 1_048_575 }),
    ),
    both(
      'one sale with everything',
      null,
      (at) => ask('sales.get', { saleId: some.sale(at).saleId }),
      saleWhole(database),
      (at) => ({ saleId: some.sale(at).saleId }),
    ),
    both(
      'fulfillments to pick, first page',
      null,
      () => ask('fulfillments.list', { segment: 'new', limit: PAGE }),
      fulfillmentsBy(database, "f.status = 'new'", 'f.alarm DESC, f.placed_at, f.fulfillment_key'),
      none,
    ),
    both(
      'fulfillments, first page of all',
      null,
      () => ask('fulfillments.list', { segment: 'all', limit: PAGE }),
      fulfillmentsBy(database, 'true', 'f.placed_at DESC, f.fulfillment_key DESC'),
      none,
    ),
  ];
};

const DAY_MS = 86_400_000;

const daysBack = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);

interface SampleSale {
  readonly saleId: string;
  readonly orderId: number;
  readonly customerName: string;
  readonly customerId: string;
  readonly customerKey: number;
  readonly sku: string;
  /** The longest of a product's name. */
  readonly word: string;
}

type Place = {
  readonly value: number;
  readonly key: number;
};

const placeAt = (places: readonly Place[], at: number): Place => places[at % places.length] ?? { value: 0, key: 0 };

/** Sales from all over the shop, and the places where its 10,000th pages begin. */
export const sampleOf = (database: Database.Database) => {
  const { newest, lastDay } = database
    .prepare('SELECT max(sale_key) AS newest, max(sold_day) AS lastDay FROM sales')
    .get() as { newest: number; lastDay: string };
  const one = database.prepare<[number]>(
    `SELECT s.sale_id AS saleId, s.order_id AS orderId, s.customer_name AS customerName, c.customer_id AS customerId,
            s.customer_key AS customerKey, l.sku, l.name
       FROM sales s JOIN customers c ON c.customer_key = s.customer_key
       JOIN sale_lines l ON l.sale_key = s.sale_key AND l.kind = 'product' AND l.sku <> ''
      WHERE s.sale_key >= ? LIMIT 1`,
  );
  const sales = Array.from({ length: TIMES }, (_, at) => {
    const { name, ...sale } = one.get(1 + Math.floor((newest * at) / (TIMES + 1))) as SampleSale & { name: string };
    const words = name.match(/\p{L}+/gu) ?? ['a'];
    return { ...sale, word: words.toSorted((one, other) => other.length - one.length)[0] ?? 'a' };
  });
  const first = sales[0];
  if (!first) throw new Error('There is no sale.');
  const deepPlaces = database
    .prepare<[number, number]>(
      `SELECT sold_at AS value, sale_key AS key FROM sales ORDER BY sold_at DESC, sale_key DESC LIMIT ? OFFSET ?`,
    )
    .all(TIMES, Math.min(PAGE * DEEP_PAGE, Math.floor(newest / 2))) as Place[];
  return { lastDay, deepPlaces, sale: (at: number): SampleSale => sales[at % sales.length] ?? first };
};
