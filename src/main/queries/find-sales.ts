import { sumOf } from '../domain/amount.ts';
import { cellsUntil, firstCellAround, firstInstantOf, lastInstantOf } from '../domain/sale-cell.ts';
import type { Reader, SqlParams } from '../store/connection.ts';
import { isOfKinds } from '../store/sale-counts.ts';
import { rowOfSale, saleOfRow, searchRow, searchRowsBetween } from '../store/sale-search.ts';
import {
  type CellCount,
  cellFits,
  cellParams,
  cellsUpTo,
  countedDays,
  kindOfCell,
  kindParams,
} from './counted-days.ts';
import { where } from './paging.ts';
import type { Range, SaleQuestion } from './sale-filter.ts';

/**
 * Sales that fit a question, newest first, read by the index that leads to them soonest:
 *
 *     words typed        the search index, day by day backwards
 *     a customer         that customer's sales
 *     a rare amount      the sales of that amount
 *     kinds, most fit    by time: the next few fit anyway
 *     kinds, few fit     by their cells: the counts say on which days there are any
 *     anything else      by time
 *
 * So a page costs what is on it, not what is in the shop, whatever is combined.
 */
export interface Place {
  /** UTC ms. */
  readonly soldAt: number;
  readonly saleKey: number;
}

export interface Wanted {
  /** Columns of `s`, and of what `joins` adds to it; `soldAt` and `saleKey` among them. */
  readonly columns: string;
  readonly joins: string;
  /** Only what comes after it. */
  readonly after: Place | undefined;
  readonly most: number;
}

export const findSales = <T extends Place>(db: Reader, question: SaleQuestion, wanted: Wanted): T[] => {
  if (question.kinds?.count === 0) return [];
  if (question.pattern !== null) return bySearch(db, question, wanted);
  if (question.customerKey !== null) return fromIndex(db, question, wanted, 'sales_by_customer');
  if (isRareAmount(db, question.totals)) return fromIndex(db, question, wanted, 'sales_by_total');
  return question.kinds === null || mostFit(db, question, wanted)
    ? byTime(db, question, wanted)
    : byCells(db, question, wanted);
};

type Conditions = readonly (string | false | undefined)[];

/** All that is asked, said of the sale itself. */
const saleFits = (question: SaleQuestion, { after }: Wanted): Conditions => [
  ...cellFits(question, 's.cell_key'),
  ...inRange('s.sold_at', 'Instant', question.instants),
  ...inRange('s.total', 'Total', question.totals),
  question.customerKey !== null && 's.customer_key = :customerKey',
  after && '(s.sold_at, s.sale_key) < (:afterAt, :afterKey)',
];

const saleParams = (question: SaleQuestion, { after }: Wanted): SqlParams => ({
  ...cellParams(question),
  ...rangeParams('Instant', question.instants),
  ...rangeParams('Total', question.totals),
  ...(question.customerKey === null ? {} : { customerKey: question.customerKey }),
  ...(after ? { afterAt: after.soldAt, afterKey: after.saleKey } : {}),
});

const inRange = (column: string, name: string, { from, to }: Range): Conditions => [
  from !== null && `${column} >= :from${name}`,
  to !== null && `${column} <= :to${name}`,
];

const rangeParams = (name: string, { from, to }: Range): SqlParams => ({
  ...(from === null ? {} : { [`from${name}`]: from }),
  ...(to === null ? {} : { [`to${name}`]: to }),
});

const newestFirst = 'ORDER BY s.sold_at DESC, s.sale_key DESC LIMIT :most';

type SaleIndex = 'sales_by_time' | 'sales_by_customer' | 'sales_by_total';

const fromIndex = <T>(
  db: Reader,
  question: SaleQuestion,
  wanted: Wanted,
  index: SaleIndex,
  also: { readonly conditions: Conditions; readonly params: SqlParams } = { conditions: [], params: {} },
): T[] =>
  db.all<T>(
    `SELECT ${wanted.columns} FROM sales s INDEXED BY ${index} ${wanted.joins}
     ${where([...saleFits(question, wanted), ...also.conditions])} ${newestFirst}`,
    { ...saleParams(question, wanted), ...also.params, most: wanted.most },
  );

/** A period of days as one of instants, a little too long: the days themselves are looked at besides. */
const instantsOf = ({ cells, instants }: SaleQuestion): Range => ({
  from: instants.from ?? (cells.from === null ? null : firstInstantOf(cells.from)),
  to: instants.to ?? (cells.to === null ? null : lastInstantOf(cells.to)),
});

const byTime = <T>(db: Reader, question: SaleQuestion, wanted: Wanted): T[] => {
  const { from, to } = instantsOf(question);
  // With two ends at the top SQLite might begin at the wrong one.
  const period = { from, to: wanted.after ? null : to };
  return fromIndex(db, question, wanted, 'sales_by_time', {
    conditions: inRange('s.sold_at', 'Period', period),
    params: rangeParams('Period', period),
  });
};

const FEW_OF_AMOUNT = 2_000;

const isRareAmount = (db: Reader, totals: Range, few = FEW_OF_AMOUNT): boolean => {
  if (totals.from === null && totals.to === null) return false;
  const found = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM sales s INDEXED BY sales_by_total
       ${where(inRange('s.total', 'Total', totals))} LIMIT ${few})`,
    rangeParams('Total', totals),
  );
  return (found?.count ?? 0) < few;
};

/** Past every cell. */
const NO_CELL = Number.MAX_SAFE_INTEGER;

/** From which cell on sales may come after a place. */
const cellAt = (place: Place | undefined): number =>
  place === undefined ? NO_CELL : cellsUntil(new Date(place.soldAt + DAY_MS).toISOString().slice(0, 10));

const DAY_MS = 86_400_000;
const CELLS_LOOKED_AT = 40;
const LEAST_THAT_FIT = 1 / 20;

/** Whether so many of the next sales fit that reading by time finds a page soon. */
const mostFit = (db: Reader, question: SaleQuestion, { after, most }: Wanted): boolean => {
  const upTo = { ...question, kinds: null, cells: cellsUpTo(question, cellAt(after)) };
  const found = db.get<{ next: number; fit: number }>(
    `SELECT coalesce(sum(count), 0) AS next, coalesce(sum(iif(${isOfKinds(kindOfCell('cell_key'))} AND cell_key < :sure, count, 0)), 0) AS fit
       FROM (SELECT cell_key, count FROM sale_cells ${where(cellFits(upTo, 'cell_key'))}
              ORDER BY cell_key DESC LIMIT ${CELLS_LOOKED_AT})`,
    {
      ...cellParams(upTo),
      ...kindParams(question.kinds),
      // The days around the place itself may be over.
      sure: after ? firstCellAround(after.soldAt) : NO_CELL,
    },
  );
  return found !== undefined && found.fit >= most && found.fit >= LEAST_THAT_FIT * found.next;
};

const countOf = (cells: readonly CellCount[]): number => sumOf(cells, ({ count }) => count);

const byCells = <T extends Place>(db: Reader, question: SaleQuestion, wanted: Wanted): T[] => {
  const rows: T[] = [];
  const waiting: CellCount[] = [];
  const readWaiting = () => {
    const cells = JSON.stringify(waiting.splice(0).map(({ cellKey }) => cellKey));
    rows.push(...ofCells<T>(db, question, wanted, cells));
    rows.sort(laterFirst);
  };
  for (const cells of countedDays(db, question, cellAt(wanted.after))) {
    const last = rows[wanted.most - 1];
    const [cell] = cells;
    // Days of different time zones overlap, so a day before may still hold a later sale.
    if (last && cell && lastInstantOf(cell.cellKey) < last.soldAt) break;
    waiting.push(...cells);
    if (rows.length + countOf(waiting) >= wanted.most) readWaiting();
  }
  if (waiting.length > 0) readWaiting();
  return rows.slice(0, wanted.most);
};

const ofCells = <T>(db: Reader, question: SaleQuestion, wanted: Wanted, cells: string): T[] =>
  db.all<T>(
    `SELECT ${wanted.columns} FROM json_each(:cells) c
      CROSS JOIN sales s INDEXED BY sales_by_cell ON s.cell_key = c.value ${wanted.joins}
     ${where(saleFits({ ...question, kinds: null }, wanted))} ${newestFirst}`,
    { ...saleParams({ ...question, kinds: null }, wanted), cells, most: wanted.most },
  );

const laterFirst = (one: Place, other: Place): number => other.soldAt - one.soldAt || other.saleKey - one.saleKey;

/**
 * Up to so many sales that fit, the search index is asked for exactly these: to look at every sale with the words costs ten
 * times as much. Whoever adds up thousands would look at most of them, so for him more are still few.
 */
const fewAmongFound = ({ most }: Wanted): number => Math.max(40_000, 30 * most);

/** The rows of the search index of all sales that fit, as SQL; false where these are not few. */
const fewRows = (db: Reader, question: SaleQuestion, wanted: Wanted): string | false => {
  const few = fewAmongFound(wanted);
  if (question.customerKey !== null) {
    return `SELECT ${rowOfSale('k')} FROM sales k INDEXED BY sales_by_customer WHERE k.customer_key = :customerKey`;
  }
  if (question.kinds !== null && question.kinds.count <= few) return rowsOfKinds(question);
  if (isRareAmount(db, question.totals, few)) {
    return `SELECT ${rowOfSale('k')} FROM sales k INDEXED BY sales_by_total ${where(inRange('k.total', 'Total', question.totals))}`;
  }
  return false;
};

/** The search index knows the days of sales, not their instants: the last day is read to its end, then put in order. */
const bySearch = <T extends Place>(db: Reader, question: SaleQuestion, wanted: Wanted): T[] => {
  const { from, to } = instantsOf(question);
  const { first, last } = searchRowsBetween(from ?? 0, wanted.after?.soldAt ?? to ?? LAST_INSTANT);
  const few = fewRows(db, question, wanted);
  const search = {
    sql: `SELECT ${wanted.columns} FROM sale_search
      CROSS JOIN sales s ON s.sale_key = ${saleOfRow('sale_search.rowid')} ${wanted.joins}
     ${where([
       'sale_search MATCH :pattern',
       // Bound numbers are not whole ones to SQLite, and those no range of the search index.
       'sale_search.rowid BETWEEN CAST(:firstRow AS INTEGER) AND CAST(:lastRow AS INTEGER)',
       few && `+sale_search.rowid IN (${few})`,
       ...saleFits(question, wanted),
     ])}
     ORDER BY sale_search.rowid DESC`,
    params: { ...saleParams(question, wanted), pattern: question.pattern, firstRow: Math.max(0, first), lastRow: last },
  };
  const rows: T[] = [];
  for (const row of wanted.most > A_PAGE ? manyFound<T>(db, search, wanted.most) : oneByOne<T>(db, search)) {
    const nth = rows[wanted.most - 1];
    if (nth && searchRow(row.soldAt, 0) !== searchRow(nth.soldAt, 0)) break;
    rows.push(row);
  }
  return rows.sort(laterFirst).slice(0, wanted.most);
};

interface Search {
  readonly sql: string;
  readonly params: SqlParams;
}

const oneByOne = <T>(db: Reader, { sql, params }: Search): Iterable<T> => db.iterate<T>(sql, params);

const A_PAGE = 1_000;

/** Thousands of rows cost half as much at once; what is left of their last day is searched for after them. */
function* manyFound<T extends Place>(db: Reader, { sql, params }: Search, most: number): Iterable<T> {
  const rows = db.all<T>(`${sql} LIMIT :most`, { ...params, most });
  yield* rows;
  const last = rows[most - 1];
  if (last) yield* oneByOne<T>(db, { sql, params: { ...params, lastRow: searchRow(last.soldAt, last.saleKey) - 1 } });
}

const LAST_INSTANT = Date.UTC(10_000, 0, 1);

const rowsOfKinds = (question: SaleQuestion): string =>
  `SELECT ${rowOfSale('k')} FROM sale_cells c CROSS JOIN sales k INDEXED BY sales_by_cell ON k.cell_key = c.cell_key
   ${where(cellFits(question, 'c.cell_key'))}`;
