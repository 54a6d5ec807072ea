import { KIND_OF_CELL } from '../domain/sale-cell.ts';
import { allCommitted, recountCommitted } from './committed-stock.ts';
import type { Reader, Writer } from './connection.ts';

/** What kept counts say and what counting again finds, where that is not the same. */
export interface CountDifference {
  readonly of: 'days of sales' | 'kinds of sales' | 'fulfillments' | 'committed stock';
  readonly kept: number;
  readonly counted: number;
}

/** Every sum that is kept beside what it counts, and the same counted again; both with the same columns. */
const pairs: readonly (readonly [of: CountDifference['of'], kept: string, counted: string])[] = [
  [
    'days of sales',
    'SELECT cell_key, count, total, returned FROM sale_cells',
    `SELECT cell_key, count(*), sum(total), sum(refunded + max(0, -total)) FROM sales INDEXED BY sales_by_cell
      GROUP BY cell_key`,
  ],
  [
    'kinds of sales',
    'SELECT kind_key, count, total, returned FROM sale_kinds',
    `SELECT cell_key & ${KIND_OF_CELL}, sum(count), sum(total), sum(returned) FROM sale_cells GROUP BY 1`,
  ],
  [
    'fulfillments',
    'SELECT status, type, count FROM fulfillment_counts',
    'SELECT status, type, count(*) FROM fulfillments INDEXED BY fulfillments_by_status GROUP BY status, type',
  ],
  ['committed stock', 'SELECT outlet_key, product_key, pieces FROM stock_committed', allCommitted],
];

/**
 * Every kept count that is not what is counted. None in a sound database. Reads no table, but the indexes that hold what
 * is counted, and the lines of open fulfillments; takes no lock.
 */
export const checkCounts = (db: Reader): CountDifference[] =>
  pairs.flatMap(([of, kept, counted]) => {
    const found = db.get<Omit<CountDifference, 'of'>>(
      `WITH kept AS MATERIALIZED (${kept}), counted AS MATERIALIZED (${counted})
       SELECT (SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted)) AS kept,
              (SELECT count(*) FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept)) AS counted`,
    );
    return found && found.kept + found.counted > 0 ? [{ of, ...found }] : [];
  });

const facts = [
  'currency',
  'sale_status',
  'payment_state',
  'fulfillment_status',
  'bigcommerce_status_id',
  'source',
  'outlet_key',
  'register_key',
];
const hasReturn = '(s.refunded > 0 OR s.total < 0)';
const factsOfSale = [...facts.map((fact) => `s.${fact}`), hasReturn].join(', ');

/** The kind that a sale's own row tells, and the cell of it and its day. */
const kindOfSale = `SELECT k.kind_key FROM sale_kinds k
  WHERE ${facts.map((fact) => `k.${fact} IS s.${fact}`).join(' AND ')} AND k.has_return = ${hasReturn}`;
const cellOfSale = `(unixepoch(s.sold_day) / 86400 + 1) * ${KIND_OF_CELL + 1} + (${kindOfSale})`;

/** Sales that are counted as something else than their own row says. Reads every sale. */
export const countMisplaced = (db: Reader): number =>
  db.get<{ count: number }>(`SELECT count(*) AS count FROM sales s WHERE s.cell_key IS NOT ${cellOfSale}`)?.count ?? 0;

/**
 * Counts everything again, where anything is not what is counted; thoroughly, also where a sale is counted as something
 * else than it is. The write lock is taken only then. Returns whether that was so.
 */
export const putCountsRight = (db: Writer, look: 'quickly' | 'thoroughly'): boolean => {
  const isWrong = checkCounts(db).length > 0 || (look === 'thoroughly' && countMisplaced(db) > 0);
  if (isWrong) {
    db.transaction(() => {
      for (const statement of recount) db.run(statement);
    });
  }
  return isWrong;
};

const recount: readonly string[] = [
  `INSERT INTO sale_kinds (${facts.join(', ')}, has_return, count, total, returned)
   SELECT ${factsOfSale}, 0, 0, 0 FROM sales s WHERE NOT EXISTS (${kindOfSale}) GROUP BY ${factsOfSale}`,
  `UPDATE sales AS s SET cell_key = ${cellOfSale} WHERE s.cell_key IS NOT ${cellOfSale}`,
  'DELETE FROM sale_cells',
  `INSERT INTO sale_cells (cell_key, count, total, returned)
   SELECT cell_key, count(*), sum(total), sum(refunded + max(0, -total)) FROM sales GROUP BY cell_key`,
  `UPDATE sale_kinds SET (count, total, returned) = (
     SELECT coalesce(sum(c.count), 0), coalesce(sum(c.total), 0), coalesce(sum(c.returned), 0) FROM sale_cells c
      WHERE (c.cell_key & ${KIND_OF_CELL}) = kind_key)`,
  'DELETE FROM sale_kinds WHERE count = 0',
  'DELETE FROM fulfillment_counts',
  `INSERT INTO fulfillment_counts (status, type, count)
   SELECT status, type, count(*) FROM fulfillments GROUP BY status, type`,
  ...recountCommitted,
];
