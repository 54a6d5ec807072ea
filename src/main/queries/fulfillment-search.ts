import type { Reader, SqlParams } from '../store/connection.ts';
import { fulfillmentCounts } from '../store/fulfillment-counts.ts';
import { rowOfSale, saleOfRow, searchRow, searchRowsBetween } from '../store/sale-search.ts';
import { where } from './paging.ts';

/** What is found by words, of a shop with a million of them: read as far as is shown, and no further. */

export const openStatuses = ['new', 'picking', 'packed'] as const;

/** Up to so many open fulfillments, the search index is asked for exactly these. */
const FEW_OPEN = 20_000;

/**
 * Which fulfillments (`f`) have sales with the words `:pattern`, as SQL. Of some statuses only, where they are named: of
 * a million found those few are open.
 */
export const hasWords = (db: Reader, statuses: readonly string[]): string => {
  const listed = statuses.map((status) => `'${status}'`).join(', ');
  const few = statuses.length > 0 && countOf(db, statuses) <= FEW_OPEN;
  const ofThese = `SELECT ${rowOfSale('t')} FROM fulfillments w CROSS JOIN sales t ON t.sale_key = w.sale_key
                    WHERE w.status IN (${listed})`;
  return `f.sale_key IN (SELECT ${saleOfRow('rowid')} FROM sale_search
                          WHERE sale_search MATCH :pattern ${few ? `AND +rowid IN (${ofThese})` : ''})`;
};

const countOf = (db: Reader, statuses: readonly string[]): number =>
  fulfillmentCounts(db).reduce((sum, { status, count }) => (statuses.includes(status) ? sum + count : sum), 0);

/** A statement over `f` and `s` that begins with what was found. */
const fromFound = `FROM sale_search
  CROSS JOIN fulfillments f ON f.sale_key = ${saleOfRow('sale_search.rowid')}
  CROSS JOIN sales s ON s.sale_key = f.sale_key`;

interface Found {
  readonly fulfillmentKey: number;
  readonly placedAt: number;
}

interface Search {
  readonly conditions: readonly (string | false | undefined)[];
  readonly params: SqlParams;
  readonly after: { readonly value: string | number } | undefined;
  readonly most: number;
}

/** The newest that are found. The search index knows days, not instants: the last day is read to its end, then sorted. */
export const newestFound = <T extends Found>(db: Reader, columns: string, search: Search): T[] => {
  const { last } = searchRowsBetween(0, search.after ? Number(search.after.value) : LAST_INSTANT);
  const found = db.iterate<T>(
    `SELECT ${columns} ${fromFound}
     ${where(['sale_search MATCH :pattern', 'sale_search.rowid <= CAST(:lastRow AS INTEGER)', ...search.conditions])}
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

/** How many are found, at most `MOST_COUNTED`, and whether there are more. */
export const countFound = (db: Reader, { conditions, params }: Pick<Search, 'conditions' | 'params'>) => {
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM (
       SELECT 1 ${fromFound} ${where(['sale_search MATCH :pattern', ...conditions])} LIMIT ${MOST_COUNTED + 1})`,
    params,
  );
  const count = row?.count ?? 0;
  return { all: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED };
};
