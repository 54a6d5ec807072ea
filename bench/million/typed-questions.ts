import type { BigTill } from './big-till.ts';
import { type Ask, fulfillmentsBy, rowsOf } from './by-hand.ts';
import { alone, both, PAGE, type Question, sampleOf } from './questions.ts';

const saleKey = '(sale_search.rowid & 67108863)';
const open = "('new', 'picking', 'packed')";
const salesWithOpen = `(SELECT o.sale_key FROM fulfillments o INDEXED BY fulfillments_open WHERE o.status IN ${open})`;

/** What screens ask besides while somebody types, of a customer's first name or a word of a product in turn. */
export const typedQuestionsOf = ({ ask, database }: BigTill): Question[] => {
  const some = sampleOf(database);
  const typed = (at: number): string =>
    (at % 2 === 0 ? some.sale(at).customerName.match(/\p{L}+/gu)?.[0] : undefined) ?? some.sale(at).word;
  const search = (at: number) => ({ search: typed(at), limit: PAGE });
  const pattern = (at: number) => ({ pattern: `"${typed(at)}"*` });
  const customersFound = rowsOf(
    database,
    `SELECT c.* FROM customer_search CROSS JOIN customers c ON c.customer_key = customer_search.rowid
      WHERE customer_search MATCH :pattern ORDER BY customer_search.rowid DESC LIMIT 51`,
  );
  /** Sums of the latest 5,000 that are found: as many as the app adds up. */
  const addedUp = (by: string, condition = ''): Ask =>
    rowsOf(
      database,
      `SELECT ${by}, count(*), sum(iif(sale_status = 'voided', 0, total)), sum(iif(sale_status = 'voided', 0, refunded + max(0, -total)))
         FROM (SELECT s.sold_day, s.currency, s.sale_status, s.total, s.refunded
                 FROM sale_search CROSS JOIN sales s ON s.sale_key = ${saleKey}
                WHERE sale_search MATCH :pattern ${condition} ORDER BY sale_search.rowid DESC LIMIT 5001)
        GROUP BY ${by}`,
    );
  const ofStatus = { bigcommerceStatusId: 11 };
  const rowsOfStatus = `AND +sale_search.rowid IN (
    SELECT k.sold_at / 86400000 * 67108864 + k.sale_key
      FROM sale_cells c CROSS JOIN sales k INDEXED BY sales_by_cell ON k.cell_key = c.cell_key
     WHERE c.cell_key & 1048575 IN (SELECT kind_key FROM sale_kinds WHERE bigcommerce_status_id = 11))`;
  return [
    both(
      'text: what sales come to',
      50,
      (at) => ask('sales.summary', { search: typed(at) }),
      addedUp('currency'),
      pattern,
    ),
    both(
      'text: what sales of a status come to',
      50,
      (at) => ask('sales.summary', { search: typed(at), ...ofStatus }),
      addedUp('currency', rowsOfStatus),
      pattern,
    ),
    both(
      'text: what sales come to, day by day',
      50,
      (at) => ask('sales.days', { search: typed(at), most: 400 }),
      addedUp('sold_day, currency'),
      pattern,
    ),
    both(
      'text: fulfillments to pick',
      50,
      (at) => ask('fulfillments.list', { segment: 'new', ...search(at) }),
      fulfillmentsBy(
        database,
        `f.status = 'new' AND f.fulfillment_key IN (
           SELECT w.fulfillment_key FROM fulfillments w INDEXED BY fulfillments_open
            WHERE w.status IN ${open} AND w.sale_key IN (
              SELECT ${saleKey} FROM sale_search WHERE sale_search MATCH :pattern AND ${saleKey} IN ${salesWithOpen}))`,
        'f.alarm DESC, f.placed_at, f.fulfillment_key',
        'fulfillments f INDEXED BY fulfillments_by_status CROSS JOIN sales s ON s.sale_key = f.sale_key',
      ),
      pattern,
    ),
    both(
      'text: all fulfillments',
      50,
      (at) => ask('fulfillments.list', { segment: 'all', ...search(at) }),
      fulfillmentsBy(
        database,
        'sale_search MATCH :pattern',
        'sale_search.rowid DESC',
        `sale_search CROSS JOIN fulfillments f INDEXED BY fulfillments_by_sale ON f.sale_key = ${saleKey}
           CROSS JOIN sales s ON s.sale_key = f.sale_key`,
      ),
      pattern,
    ),
    both(
      'text: how many fulfillments, by status',
      50,
      (at) => ask('fulfillments.counts', { search: typed(at) }),
      rowsOf(
        database,
        `WITH found AS MATERIALIZED (
           SELECT ${saleKey} AS sale_key FROM sale_search WHERE sale_search MATCH :pattern ORDER BY rowid DESC LIMIT 60001)
         SELECT 'matches', count(*) FROM found
         UNION ALL SELECT 'all', count(*) FROM (
           SELECT 1 FROM (SELECT sale_key FROM found LIMIT 20000) newest
             CROSS JOIN fulfillments f INDEXED BY fulfillments_by_sale ON f.sale_key = newest.sale_key LIMIT 5001)
         UNION ALL SELECT f.status, count(*) FROM found CROSS JOIN fulfillments f INDEXED BY fulfillments_open ON f.sale_key = found.sale_key
          WHERE f.status IN ${open} AND found.sale_key IN ${salesWithOpen}
          GROUP BY 1`,
      ),
      pattern,
    ),
    both('text: customers', 50, (at) => ask('customers.list', search(at)), customersFound, pattern),
    alone('text: products', 50, (at) => ask('products.list', search(at))),
    alone('text: stock', 50, (at) => ask('stock.list', search(at))),
  ];
};
