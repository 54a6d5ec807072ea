import type { Reader } from './connection.ts';
import { newestMovementKey } from './opening-figures.ts';

/** What a link keeps while it is ended (R81): products that are linked to a variant there, and sales of its orders. */
export const keptByLink = (db: Reader, linkKey: number): { readonly products: number; readonly sales: number } => ({
  products: countOf(
    db,
    "SELECT count(DISTINCT product_key) AS count FROM product_links WHERE link_key = :linkKey AND subject = 'variant'",
    { linkKey },
  ),
  sales: countOf(db, 'SELECT count(*) AS count FROM sales WHERE link_key = :linkKey', { linkKey }),
});

/** How many products there are, and how far the stock ledger has come. */
export const extentOf = (db: Reader): { readonly products: number; readonly lastMovementKey: number } => ({
  products: countOf(db, 'SELECT count(*) AS count FROM products'),
  lastMovementKey: newestMovementKey(db),
});

const countOf = (db: Reader, sql: string, params: { readonly linkKey?: number } = {}): number =>
  db.get<{ count: number }>(sql, params)?.count ?? 0;
