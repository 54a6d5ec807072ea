import type { Reader, Writer } from './connection.ts';
import { replaceInOrder } from './insert.ts';

/**
 * The words that sales are found by. A row's number is its sale's day and key in one: the newest sales come last, and are
 * found first by reading the index backwards. Within a day the numbers lie close together, which keeps the index small.
 * There is room for 67 million sales.
 */
const SALES = 2 ** 26;
const DAY_MS = 86_400_000;

/** `soldAt` is UTC ms, and the day here UTC's, so that the order of days is that of instants in every time zone. */
export const searchRow = (soldAt: number, saleKey: number): number => Math.floor(soldAt / DAY_MS) * SALES + saleKey;

/** The numbers of all rows from the day of one instant (UTC ms) to that of another, both included. */
export const searchRowsBetween = (from: number, to: number): { readonly first: number; readonly last: number } => ({
  first: searchRow(from, 0),
  last: searchRow(to, SALES - 1),
});

/** The key of the sale of a row, as SQL; the row as a column, such as `found.rowid`. */
export const saleOfRow = (row: string): string => `(${row} & ${SALES - 1})`;

/** The row of a sale, as SQL; the sale as the name of its table. */
export const rowOfSale = (sale: string): string => `(${sale}.sold_at / ${DAY_MS} * ${SALES} + ${sale}.sale_key)`;

const writeWords = replaceInOrder<{ readonly row: number; readonly words: string }>('sale_search', {
  row: 'rowid',
  words: 'words',
});

/** Writes the words that a sale is found by, in place of those it was found by before. */
export const indexSale = (db: Writer, saleKey: number, soldAt: number, words: string): void =>
  writeWords(db, { row: searchRow(soldAt, saleKey), words });

export const removeWords = (db: Writer, saleKey: number, soldAt: number): void => {
  db.run('DELETE FROM sale_search WHERE rowid = CAST(:row AS INTEGER)', { row: searchRow(soldAt, saleKey) });
};

/** A sale that was sold on another day than was thought is to be indexed anew; its old row goes. */
export const moveSearchRow = (db: Writer, saleKey: number, from: number, to: number): void => {
  if (searchRow(from, saleKey) !== searchRow(to, saleKey)) removeWords(db, saleKey, from);
};

/** Runs of words of a length that FTS5 merges into a longer one by itself; 0: none. */
const RUNS_MERGED = 4;
/** So many pages are merged with each transaction, where somebody waits for its end. */
const FEW_PAGES = 16;

const order = (db: Writer, what: 'automerge' | 'merge', value: number): void =>
  void db.run('INSERT INTO sale_search (sale_search, rank) VALUES (:what, CAST(:value AS INTEGER))', { what, value });

const mergedByItself = (db: Reader): number =>
  db.get<{ runs: number }>("SELECT v AS runs FROM sale_search_config WHERE k = 'automerge'")?.runs ?? RUNS_MERGED;

/**
 * Ends what a transaction wrote for the search. FTS5 keeps the words of each transaction as a run of their own, and by
 * itself merges some hundred pages of runs at once whenever it has written 64: best for thousands of sales, and up to a
 * hundred milliseconds for whoever waits. Where somebody does, a few pages are merged each time instead.
 */
export const settleWords = (db: Writer, isAwaited: boolean): void => {
  const runs = isAwaited ? 0 : RUNS_MERGED;
  if (mergedByItself(db) !== runs) order(db, 'automerge', runs);
  if (isAwaited) order(db, 'merge', FEW_PAGES);
};
