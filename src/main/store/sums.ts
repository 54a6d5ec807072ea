import type { Reader, Writer } from './connection.ts';

/**
 * The arithmetic of our own rows, by SQL alone: it shares nothing with what imports an order, so that a mistake there
 * does not prove itself right (N5).
 */

/** A sale whose sums are not what they must be. Amounts are ten-thousandths of `currency`. */
export interface WrongSum {
  readonly saleKey: number;
  /** Null for a sale without an order. */
  readonly orderId: number | null;
  readonly currency: string;
  readonly is: number;
  readonly mustBe: number;
}

/** Sales whose lines do not sum to their total (R34). */
export const wrongLineTotals = (db: Reader): WrongSum[] =>
  db.all<WrongSum>(
    `SELECT s.sale_key AS saleKey, s.order_id AS orderId, s.currency, coalesce(sum(l.total), 0) AS "is", s.total AS mustBe
       FROM sales s LEFT JOIN sale_lines l USING (sale_key)
      GROUP BY s.sale_key HAVING coalesce(sum(l.total), 0) <> s.total OR coalesce(sum(l.tax), 0) <> s.tax`,
  );

/** Sales that were paid more than they cost, or are voided and still paid. `mustBe` is the most they may be paid. */
export const wrongPayments = (db: Reader): WrongSum[] =>
  db.all<WrongSum>(
    `SELECT s.sale_key AS saleKey, s.order_id AS orderId, s.currency, sum(p.amount) AS "is",
            iif(s.sale_status = 'voided', 0, s.total) AS mustBe
       FROM sales s JOIN payments p USING (sale_key)
      WHERE p.voided = 0 AND s.source = 'online'
      GROUP BY s.sale_key HAVING sum(p.amount) > iif(s.sale_status = 'voided', 0, s.total)`,
  );

export interface WrongStock {
  readonly saleKey: number;
  readonly orderId: number | null;
  readonly sku: string;
  /** Pieces that the ledger took for the line. */
  readonly taken: number;
  readonly mustBe: number;
}

/**
 * Lines of online sales whose movements do not sum to what was sold and not returned, at nothing for a voided sale.
 * Lines that moved nothing are not judged: whether goods are on a shelf, only their order says.
 */
export const wrongStockOfSales = (db: Reader): WrongStock[] =>
  db.all<WrongStock>(
    `SELECT m.saleKey, s.order_id AS orderId, p.sku, m.taken,
            iif(s.sale_status = 'voided' OR l.product_key IS NULL, 0, l.quantity - l.returned) AS mustBe
       FROM (SELECT sale_key AS saleKey, line_id AS lineId, product_key AS productKey, -sum(quantity) AS taken
               FROM stock_movements WHERE sale_key IS NOT NULL GROUP BY sale_key, line_id, product_key) m
       JOIN sales s ON s.sale_key = m.saleKey AND s.source = 'online'
       JOIN products p ON p.product_key = m.productKey
       LEFT JOIN sale_lines l ON l.sale_key = m.saleKey AND l.line_id = m.lineId AND l.product_key = m.productKey
      WHERE m.taken <> iif(s.sale_status = 'voided' OR l.product_key IS NULL, 0, l.quantity - l.returned)`,
  );

export interface WrongOnHand {
  readonly outletKey: number;
  readonly productKey: number;
  readonly onHand: number;
  /** What the ledger sums to. */
  readonly sum: number;
  readonly knownSince: number | null;
  /** When the first movement was made here; null while only web orders moved it. */
  readonly madeHereAt: number | null;
}

const sumsOfLedger = `SELECT outlet_key AS outletKey, product_key AS productKey, sum(quantity) AS sum,
    min(moved_at) FILTER (WHERE cause_kind NOT IN ('sale', 'return', 'void', 'unvoid', 'edit')) AS madeHereAt
  FROM stock_movements GROUP BY product_key, outlet_key`;

/** Figures that are not the sum of their movements (design law 2), or known without anybody having moved them here. */
export const wrongOnHand = (db: Reader): WrongOnHand[] =>
  db.all<WrongOnHand>(
    `SELECT coalesce(h.outlet_key, m.outletKey) AS outletKey, coalesce(h.product_key, m.productKey) AS productKey,
            coalesce(h.on_hand, 0) AS onHand, coalesce(m.sum, 0) AS sum, h.known_since AS knownSince, m.madeHereAt
       FROM stock_on_hand h
       FULL JOIN (${sumsOfLedger}) m ON m.outletKey = h.outlet_key AND m.productKey = h.product_key
      WHERE coalesce(h.on_hand, 0) <> coalesce(m.sum, 0) OR (h.known_since IS NULL) <> (m.madeHereAt IS NULL)`,
  );

/** Makes on hand what the ledger sums to. */
export const correctOnHand = (db: Writer, outletKey: number, productKey: number): void => {
  db.run(
    `INSERT INTO stock_on_hand (outlet_key, product_key, on_hand, known_since)
       SELECT :outletKey, :productKey, coalesce(sum(quantity), 0),
              min(moved_at) FILTER (WHERE cause_kind NOT IN ('sale', 'return', 'void', 'unvoid', 'edit'))
         FROM stock_movements WHERE outlet_key = :outletKey AND product_key = :productKey
     ON CONFLICT DO UPDATE SET on_hand = excluded.on_hand,
       known_since = iif(excluded.known_since IS NULL, NULL, coalesce(known_since, excluded.known_since))`,
    { outletKey, productKey },
  );
};

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
