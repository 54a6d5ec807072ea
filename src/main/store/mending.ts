import type { Refund } from '../domain/order.ts';
import { recommit, recountCommitted } from './committed-stock.ts';
import type { Reader, Writer } from './connection.ts';
import { insertRefund } from './refunds.ts';
import type { ReturnRecord } from './returns.ts';

/** Rows that no import changes any more, put right: only for the repair of a difference (N5). */

/** Replaces what is kept of refunds; `gone` are those that BigCommerce does not have. */
export const replaceRefunds = (
  db: Writer,
  linkKey: number,
  refunds: readonly Refund[],
  gone: readonly number[],
): void => {
  for (const refundId of [...refunds.map((refund) => refund.refundId), ...gone]) {
    db.run('DELETE FROM refund_items WHERE link_key = :linkKey AND refund_id = :refundId', { linkKey, refundId });
    db.run('DELETE FROM refunds WHERE link_key = :linkKey AND refund_id = :refundId', { linkKey, refundId });
  }
  for (const refund of refunds) insertRefund(db, linkKey, refund);
};

export const returnsOfSale = (db: Reader, saleKey: number): ReturnRecord[] =>
  db.all<ReturnRecord>(
    `SELECT sale_key AS saleKey, refund_id AS refundId, return_id AS returnId, amount, reason, returned_at AS returnedAt
       FROM returns WHERE sale_key = :saleKey ORDER BY refund_id`,
    { saleKey },
  );

export const correctReturn = (db: Writer, saleKey: number, { refundId, amount, reason, at }: Refund): void => {
  db.run(
    `UPDATE returns SET amount = :amount, reason = :reason, returned_at = :at
      WHERE sale_key = :saleKey AND refund_id = :refundId`,
    { saleKey, refundId, amount, reason, at },
  );
};

export const removeReturn = (db: Writer, saleKey: number, refundId: number): void => {
  db.run('DELETE FROM returns WHERE sale_key = :saleKey AND refund_id = :refundId', { saleKey, refundId });
};

/** What the rows of a sale say of its past; the sale's own row may be wrong about it. */
export interface SalePast {
  /** The highest revision that a payment or a movement of the sale carries. */
  readonly revision: number;
  /** Only a sale that was ever closed has payments, movements or fulfillments. */
  readonly wasClosed: boolean;
}

export const pastOfSale = (db: Reader, saleKey: number): SalePast => {
  const row = db.get<{ paid: number | null; moved: number | null; movements: number; fulfillments: number }>(
    `SELECT (SELECT max(revision) FROM payments WHERE sale_key = :saleKey) AS paid,
            (SELECT max(cause_id) FROM stock_movements
              WHERE sale_key = :saleKey AND cause_kind IN ('void', 'unvoid', 'edit')) AS moved,
            EXISTS (SELECT 1 FROM stock_movements WHERE sale_key = :saleKey) AS movements,
            EXISTS (SELECT 1 FROM fulfillments WHERE sale_key = :saleKey) AS fulfillments`,
    { saleKey },
  );
  return {
    revision: Math.max(row?.paid ?? 0, Number(row?.moved ?? 0)),
    wasClosed: row?.fulfillments === 1 || row?.movements === 1 || row?.paid != null,
  };
};

/** The e-mail address by which a customer is known; null when there is none, or no such customer. */
export const emailOfCustomer = (db: Reader, customerKey: number): string | null =>
  db.get<{ fold: string | null }>('SELECT email_fold AS fold FROM customers WHERE customer_key = :customerKey', {
    customerKey,
  })?.fold ?? null;

/** Where a lost sale was recorded, by the rows that are left of it. */
export interface LostSale {
  readonly saleKey: number;
  readonly outletKey: number | null;
  readonly registerKey: number | null;
}

const tablesOfSales = ['sale_lines', 'stock_movements', 'payments', 'fulfillments'];

const selectLostKeys = `SELECT sale_key AS saleKey FROM (
  ${tablesOfSales.map((table) => `SELECT sale_key FROM ${table}`).join(' UNION ')})
  WHERE sale_key IS NOT NULL AND sale_key NOT IN (SELECT sale_key FROM sales)`;

/** Sales whose own row is gone while rows of theirs are here, by the line ids that these still name. */
export const lostSales = (db: Reader): ReadonlyMap<string, LostSale> => {
  const lost = db.all<{ saleKey: number }>(selectLostKeys).map(({ saleKey }) => lostSale(db, saleKey));
  return new Map(lost.flatMap((sale) => lineIdsLeft(db, sale.saleKey).map((lineId) => [lineId, sale])));
};

const lostSale = (db: Reader, saleKey: number): LostSale => {
  const place = db.get<Omit<LostSale, 'saleKey'>>(
    `SELECT outlet_key AS outletKey, register_key AS registerKey FROM payments WHERE sale_key = :saleKey
     UNION ALL
     SELECT outlet_key, register_key FROM stock_movements WHERE sale_key = :saleKey`,
    { saleKey },
  );
  return { outletKey: null, registerKey: null, ...place, saleKey };
};

const lineIdsLeft = (db: Reader, saleKey: number): string[] =>
  db
    .all<{ lineId: string }>(
      `SELECT line_id AS lineId FROM sale_lines WHERE sale_key = :saleKey
       UNION SELECT line_id FROM stock_movements WHERE sale_key = :saleKey
       UNION SELECT l.line_id FROM fulfillments f JOIN fulfillment_lines l USING (fulfillment_key)
              WHERE f.sale_key = :saleKey`,
      { saleKey },
    )
    .map((row) => row.lineId);

/** Gives a sale's row the key that its other rows carry. Whether these were counted meanwhile, nobody knows. */
export const rekeySale = (db: Writer, from: number, to: number): void => {
  db.run('UPDATE sales SET sale_key = :to WHERE sale_key = :from', { from, to });
  for (const statement of recountCommitted) db.run(statement);
};

/** What a sale's movements sum to, where that is not nothing. */
export interface MovedBySale {
  readonly outletKey: number;
  readonly registerKey: number | null;
  readonly productKey: number;
  readonly lineId: string;
  readonly quantity: number;
}

export const movedBySale = (db: Reader, saleKey: number): MovedBySale[] =>
  db.all<MovedBySale>(
    `SELECT outlet_key AS outletKey, register_key AS registerKey, product_key AS productKey, line_id AS lineId,
            sum(quantity) AS quantity
       FROM stock_movements WHERE sale_key = :saleKey
      GROUP BY outlet_key, product_key, line_id HAVING sum(quantity) <> 0`,
    { saleKey },
  );

/**
 * Gives a sale's lines the products that the ledger took for them, where those have the line's SKU and the line's own has
 * not: an import leaves a line with the product it was sold as, so nothing else would put it right.
 */
export const correctLineProducts = (db: Writer, saleKey: number): void =>
  recommit(db, 'sale', saleKey, () => void db.run(correctProducts, { saleKey }));

const correctProducts = `UPDATE sale_lines SET product_key = moved.product_key
       FROM (SELECT line_id, min(product_key) AS product_key FROM stock_movements
              WHERE sale_key = :saleKey GROUP BY line_id HAVING count(DISTINCT product_key) = 1) moved
      WHERE sale_lines.sale_key = :saleKey AND sale_lines.line_id = moved.line_id
        AND (SELECT sku_fold FROM products p WHERE p.product_key = moved.product_key) = lower(trim(sku))
        AND (SELECT sku_fold FROM products p WHERE p.product_key = sale_lines.product_key) IS NOT lower(trim(sku))`;
