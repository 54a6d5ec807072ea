import { sumOf } from '../domain/amount.ts';
import type { Reader, SqlParams } from '../store/connection.ts';
import { fulfillmentCounts } from '../store/fulfillment-counts.ts';
import { rowOfSale, saleOfRow, searchRow, searchRowsBetween } from '../store/sale-search.ts';
import { where } from './paging.ts';

/**
 * What is found by words, of a shop with a million of them: read as far as is shown, and no further. SQLite knows nothing
 * of how many rows an index leads to here, so every index is named.
 */

/** Some fulfillments, as SQL, and the index that leads to them. */
export interface SomeFulfillments {
  readonly index: string;
  readonly are: (f: string) => string;
}

export const openOnes: SomeFulfillments = {
  index: 'fulfillments_open',
  are: (f) => `${f}.status IN ('new', 'picking', 'packed')`,
};

/** Up to so many open ones, words are looked for in exactly these: of a million matches, few are theirs. */
const FEW_OPEN = 100_000;
const openStatuses: readonly string[] = ['new', 'picking', 'packed'];

/** What work is left on is always few. */
const isFew = (db: Reader, some: SomeFulfillments): boolean =>
  some !== openOnes || countOf(db, ({ status }) => openStatuses.includes(status)) <= FEW_OPEN;

const countOf = (db: Reader, fits: (counted: ReturnType<typeof fulfillmentCounts>[number]) => boolean): number =>
  sumOf(fulfillmentCounts(db).filter(fits), ({ count }) => count);

/** Whether a match of the search index is of a sale with one of some fulfillments. */
const isOf = ({ index, are }: SomeFulfillments, saleKey: string): string =>
  `${saleKey} IN (SELECT o.sale_key FROM fulfillments o INDEXED BY ${index} WHERE ${are('o')})`;

/** Which of some fulfillments (`f`) have sales with the words `:pattern`. Found in any order, for a list that has its own. */
export const hasWords = (db: Reader, some: SomeFulfillments): string => {
  const matching = where(['sale_search MATCH :pattern', isFew(db, some) && isOf(some, saleOfRow('sale_search.rowid'))]);
  return `f.fulfillment_key IN (SELECT w.fulfillment_key FROM fulfillments w INDEXED BY ${some.index}
            WHERE ${some.are('w')} AND w.sale_key IN (SELECT ${saleOfRow('rowid')} FROM sale_search ${matching}))`;
};

/** Whether one sale (`s`) has the words `:pattern`. */
export const saleHasWords = `EXISTS (SELECT 1 FROM sale_search WHERE sale_search MATCH :pattern AND rowid = ${rowOfSale('s')})`;

interface Found {
  readonly fulfillmentKey: number;
  readonly placedAt: number;
}

/** Up to so many of a type, the newest are looked for among exactly these. */
const FEW_OF_TYPE = 5_000;
const ofType: SomeFulfillments = { index: 'fulfillments_by_type', are: (f) => `${f}.type = :type` };

interface Search {
  readonly params: SqlParams;
  readonly type: string | undefined;
  /** Where the page before ended, and the condition to come after it. */
  readonly after: { readonly value: string | number; readonly condition: string } | undefined;
  readonly most: number;
}

/** The newest that are found. The search index knows days, not instants: the last day is read to its end, then sorted. */
export const newestFound = <T extends Found>(db: Reader, columns: string, search: Search): T[] => {
  const few = search.type !== undefined && countOf(db, ({ type }) => type === search.type) <= FEW_OF_TYPE;
  const { last } = searchRowsBetween(0, search.after ? Number(search.after.value) : LAST_INSTANT);
  const found = db.iterate<T>(
    `SELECT ${columns} FROM sale_search
      CROSS JOIN fulfillments f INDEXED BY fulfillments_by_sale ON f.sale_key = ${saleOfRow('sale_search.rowid')}
      CROSS JOIN sales s ON s.sale_key = f.sale_key
     ${where([
       'sale_search MATCH :pattern',
       'sale_search.rowid <= CAST(:lastRow AS INTEGER)',
       few && isOf(ofType, saleOfRow('sale_search.rowid')),
       search.type !== undefined && 'f.type = :type',
       search.after?.condition,
     ])}
     ORDER BY sale_search.rowid DESC`,
    { ...search.params, lastRow: last },
  );
  const rows: T[] = [];
  for (const row of found) {
    const nth = rows[search.most - 1];
    if (nth && searchRow(row.placedAt, 0) !== searchRow(nth.placedAt, 0)) break;
    rows.push(row);
  }
  rows.sort((one, other) => other.placedAt - one.placedAt || other.fulfillmentKey - one.fulfillmentKey);
  return rows.slice(0, search.most);
};

const LAST_INSTANT = Date.UTC(10_000, 0, 1);

/** Found ones are counted no further. */
const MOST_COUNTED = 5_000;
/** Of the newest matches so many are looked at: for all in a large index, for what is open in a small one. */
const MOST_READ = 20_000;
const MOST_READ_FOR_OPEN = 60_000;

interface FoundCount {
  /** A status that is open, with how many have it; or `all`, of at most `MOST_COUNTED`; or `matches`, that were read. */
  readonly status: string;
  readonly count: number;
}

/** How many are found of each status that is open, and of all; of some type where one is named. */
export const countFound = (db: Reader, params: SqlParams, type: string | undefined) => {
  const typeFits = type !== undefined && 'f.type = :type';
  const counts = db.all<FoundCount>(
    `WITH found AS MATERIALIZED (
       SELECT ${saleOfRow('rowid')} AS sale_key FROM sale_search WHERE sale_search MATCH :pattern
        ORDER BY sale_search.rowid DESC LIMIT ${MOST_READ_FOR_OPEN + 1})
     SELECT 'matches' AS status, count(*) AS count FROM found
     UNION ALL
     SELECT 'all', count(*) FROM (
       SELECT 1 FROM (SELECT sale_key FROM found LIMIT ${MOST_READ}) newest
         CROSS JOIN fulfillments f INDEXED BY fulfillments_by_sale ON f.sale_key = newest.sale_key ${where([typeFits])} LIMIT ${MOST_COUNTED + 1})
     UNION ALL
     SELECT f.status, count(*)
       FROM found CROSS JOIN fulfillments f INDEXED BY ${openOnes.index} ON f.sale_key = found.sale_key
      ${where([isFew(db, openOnes) && isOf(openOnes, 'found.sale_key'), openOnes.are('f'), typeFits])} GROUP BY f.status`,
    params,
  );
  const of = (wanted: string): number => counts.find(({ status }) => status === wanted)?.count ?? 0;
  const open = { new: of('new'), in_progress: of('picking'), packed: of('packed') };
  return {
    ...open,
    // What has been open for long may be further back than all were looked at.
    all: Math.min(Math.max(of('all'), open.new + open.in_progress + open.packed), MOST_COUNTED),
    isMore: of('all') > MOST_COUNTED || of('matches') > MOST_READ,
    isMoreOpen: of('matches') > MOST_READ_FOR_OPEN,
  };
};
