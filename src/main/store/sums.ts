import type { Reader } from './connection.ts';

/**
 * The arithmetic of our own rows, by SQL alone: it shares nothing with what imports an order, so that a mistake there
 * does not prove itself right (N5).
 */

/** A sale whose sums are not what they must be. Amounts are ten-thousandths of `currency`. */
export interface WrongSum {
  readonly saleKey: number;
  readonly orderId: number;
  readonly currency: string;
  readonly is: number;
  readonly mustBe: number;
}

/** Online sales whose lines do not sum to their total, or their tax not to its tax (R34). */
export const wrongLineTotals = (db: Reader, linkKey: number): WrongSum[] =>
  db.all<WrongSum>(
    `SELECT s.sale_key AS saleKey, s.order_id AS orderId, s.currency, coalesce(sum(l.total), 0) AS "is", s.total AS mustBe
       FROM sales s LEFT JOIN sale_lines l USING (sale_key) WHERE s.link_key = :linkKey
      GROUP BY s.sale_key HAVING coalesce(sum(l.total), 0) <> s.total OR coalesce(sum(l.tax), 0) <> s.tax`,
    { linkKey },
  );

/**
 * Online sales whose payment is more than what store credit and gift certificates leave of the total, or that are voided
 * and still paid. `is` is all that was paid, `mustBe` the most that may have been.
 */
export const wrongPayments = (db: Reader, linkKey: number): WrongSum[] =>
  db.all<WrongSum>(
    `SELECT saleKey, orderId, currency, payment + credit AS "is", iif(voided, 0, max(total, credit)) AS mustBe
       FROM (SELECT s.sale_key AS saleKey, s.order_id AS orderId, s.currency, s.total, s.sale_status = 'voided' AS voided,
                    sum(iif(p.tender = 'payment', p.amount, 0)) AS payment,
                    sum(iif(p.tender = 'payment', 0, p.amount)) AS credit
               FROM sales s JOIN payments p USING (sale_key)
              WHERE p.voided = 0 AND s.link_key = :linkKey GROUP BY s.sale_key)
      WHERE iif(voided, payment <> 0 OR credit <> 0, payment > max(0, total - credit))`,
    { linkKey },
  );

export interface WrongStock {
  readonly saleKey: number;
  readonly orderId: number;
  readonly sku: string;
  /** Pieces that the ledger took for the line. */
  readonly taken: number;
  readonly mustBe: number;
}

/**
 * Lines of online sales whose movements do not sum to what was sold and not returned, at nothing for a voided sale.
 * Lines that moved nothing are not judged, nor bundles: whether goods are on a shelf, only their order says.
 */
export const wrongStockOfSales = (db: Reader, linkKey: number): WrongStock[] =>
  db.all<WrongStock>(
    `SELECT m.saleKey, s.order_id AS orderId, p.sku, m.taken,
            iif(s.sale_status = 'voided' OR l.product_key IS NULL, 0, l.quantity - l.returned) AS mustBe
       FROM (SELECT sale_key AS saleKey, line_id AS lineId, product_key AS productKey, -sum(quantity) AS taken
               FROM stock_movements WHERE sale_key IS NOT NULL GROUP BY sale_key, line_id, product_key) m
       JOIN sales s ON s.sale_key = m.saleKey AND s.link_key = :linkKey
       JOIN products p ON p.product_key = m.productKey AND p.stocked = 1
       LEFT JOIN sale_lines l ON l.sale_key = m.saleKey AND l.line_id = m.lineId AND l.product_key = m.productKey
      WHERE m.taken <> iif(s.sale_status = 'voided' OR l.product_key IS NULL, 0, l.quantity - l.returned)
        AND NOT EXISTS (SELECT 1 FROM sale_lines part WHERE part.sale_key = m.saleKey AND part.parent_line_id = m.lineId)`,
    { linkKey },
  );

/** Sales of web orders that belong to no link, and still count: copies of what is recorded once already. */
export interface StraySale {
  readonly saleKey: number;
  readonly orderId: number | null;
  readonly total: number;
  readonly currency: string;
}

export const straySales = (db: Reader): StraySale[] =>
  db.all<StraySale>(
    `SELECT sale_key AS saleKey, order_id AS orderId, total, currency FROM sales s
      WHERE source = 'online' AND (link_key IS NULL OR link_key NOT IN (SELECT link_key FROM links))
        AND (sale_status = 'closed'
             OR EXISTS (SELECT 1 FROM payments p WHERE p.sale_key = s.sale_key AND voided = 0)
             OR EXISTS (SELECT 1 FROM stock_movements m WHERE m.sale_key = s.sale_key
                         GROUP BY line_id, product_key, outlet_key HAVING sum(quantity) <> 0))`,
  );
