import type { BigTill } from './big-till.ts';
import { fulfillmentsBy, rowsOf } from './by-hand.ts';
import { both, PAGE, type Question, sampleOf } from './questions.ts';

const saleKey = '(sale_search.rowid & 67108863)';
const matchesOfOpen = `sale_search CROSS JOIN fulfillments f INDEXED BY fulfillments_open ON f.sale_key = ${saleKey}
   AND f.status IN ('new', 'picking', 'packed')`;

/** What screens ask besides while somebody types, of a customer's first name or a word of a product in turn. */
export const typedQuestionsOf = ({ ask, database }: BigTill): Question[] => {
  const some = sampleOf(database);
  const typed = (at: number): string =>
    (at % 2 === 0 ? some.sale(at).customerName.match(/\p{L}+/gu)?.[0] : undefined) ?? some.sale(at).word;
  const search = (at: number) => ({ search: typed(at), limit: PAGE });
  const pattern = (at: number) => ({ pattern: `"${typed(at)}"*` });
  const productsFound = rowsOf(
    database,
    `SELECT p.*, l.* FROM product_search CROSS JOIN products p ON p.product_key = product_search.rowid
       LEFT JOIN product_links l ON l.product_key = p.product_key AND l.subject = 'variant'
      WHERE product_search MATCH :pattern ORDER BY p.name, p.product_key LIMIT 51`,
  );
  const stockFound = rowsOf(
    database,
    `SELECT p.*, h.on_hand, h.known_since FROM product_search CROSS JOIN products p ON p.product_key = product_search.rowid
       LEFT JOIN stock_on_hand h ON h.product_key = p.product_key AND h.outlet_key = 1
      WHERE product_search MATCH :pattern AND p.stocked = 1 ORDER BY p.name, p.product_key LIMIT 51`,
  );
  const customersFound = rowsOf(
    database,
    `SELECT c.* FROM customer_search CROSS JOIN customers c ON c.customer_key = customer_search.rowid
      WHERE customer_search MATCH :pattern ORDER BY customer_search.rowid DESC LIMIT 51`,
  );
  return [
    both(
      'text: fulfillments to pick',
      50,
      (at) => ask('fulfillments.list', { segment: 'new', ...search(at) }),
      fulfillmentsBy(
        database,
        "sale_search MATCH :pattern AND f.status = 'new'",
        'f.alarm DESC, f.placed_at, f.fulfillment_key',
        `${matchesOfOpen} CROSS JOIN sales s ON s.sale_key = f.sale_key`,
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
        `SELECT f.status, count(*) FROM ${matchesOfOpen} WHERE sale_search MATCH :pattern GROUP BY 1
         UNION ALL SELECT 'all', count(*) FROM (
           SELECT 1 FROM sale_search CROSS JOIN fulfillments f INDEXED BY fulfillments_by_sale ON f.sale_key = ${saleKey}
            WHERE sale_search MATCH :pattern LIMIT 5001)`,
      ),
      pattern,
    ),
    both('text: customers', 50, (at) => ask('customers.list', search(at)), customersFound, pattern),
    both('text: products', 50, (at) => ask('products.list', search(at)), productsFound, pattern),
    both('text: stock', 50, (at) => ask('stock.list', search(at)), stockFound, pattern),
    both(
      'the queue, first page',
      null,
      () => ask('outbox.list', { limit: PAGE }),
      rowsOf(database, "SELECT * FROM outbox_entries WHERE state IN ('pending', 'sending', 'parked') LIMIT 51"),
      () => ({}),
    ),
  ];
};
