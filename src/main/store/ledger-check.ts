import type { Reader, Writer } from './connection.ts';
import { markToPush } from './products-to-push.ts';
import { movementsThatCount } from './staff-movements.ts';

/** A figure that is not the sum of its movements. */
export interface LedgerDifference {
  readonly outletKey: number;
  readonly outletId: string;
  readonly productKey: number;
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  /** What `stock_on_hand` says, and what the movements say; the movements are right. */
  readonly onHand: number;
  readonly sum: number;
}

/**
 * Every outlet's product whose on hand is not what its movements add up to (N2). None in a sound database. Reads the
 * whole ledger, by one index, without a lock.
 */
export const checkLedger = (db: Reader): LedgerDifference[] =>
  db.all<LedgerDifference>(
    `WITH figures AS (
       SELECT outlet_key, product_key, on_hand, 0 AS quantity FROM stock_on_hand
        UNION ALL
       SELECT outlet_key, product_key, 0, sum(quantity) FROM stock_movements GROUP BY product_key, outlet_key
     ), sums AS (
       SELECT outlet_key, product_key, sum(on_hand) AS on_hand, sum(quantity) AS quantity
         FROM figures GROUP BY product_key, outlet_key HAVING sum(on_hand) <> sum(quantity)
     )
     SELECT o.outlet_key AS outletKey, o.outlet_id AS outletId, p.product_key AS productKey, p.product_id AS productId,
            p.sku, p.name, s.on_hand AS onHand, s.quantity AS sum
       FROM sums s
       JOIN outlets o ON o.outlet_key = s.outlet_key
       JOIN products p ON p.product_key = s.product_key
      ORDER BY p.name, p.product_key, o.outlet_key`,
  );

/**
 * Puts every figure right that is not its movements' sum, and keeps what it said before. The write lock is taken only
 * when there is something to put right. Only the figures that `concerns` picks. `now` is UTC ms. Returns what was put
 * right.
 */
export const putLedgerRight = (
  db: Writer,
  now: number,
  concerns: (difference: LedgerDifference) => boolean = () => true,
): LedgerDifference[] => {
  if (!checkLedger(db).some(concerns)) return [];
  return db.transaction(() => {
    const differences = checkLedger(db).filter(concerns);
    for (const { outletKey, productKey, onHand, sum } of differences) {
      const key = { outletKey, productKey, sum };
      db.run(
        `INSERT INTO stock_on_hand (outlet_key, product_key, on_hand, known_since)
         VALUES (:outletKey, :productKey, :sum, (SELECT min(m.moved_at) FROM ${movementsThatCount}))
         ON CONFLICT DO UPDATE SET on_hand = :sum`,
        key,
      );
      db.run(
        `INSERT INTO stock_put_right (outlet_key, product_key, figure, sum, put_right_at)
         VALUES (:outletKey, :productKey, :onHand, :sum, :now)`,
        { ...key, onHand, now },
      );
    }
    markToPush(
      db,
      differences.map((difference) => difference.productKey),
    );
    return differences;
  });
};

/** When a figure was last put right, and what it said before; undefined when it never was. */
export const lastPutRight = (db: Reader, key: { readonly outletKey: number; readonly productKey: number }) =>
  db.get<{ readonly at: number; readonly figure: number }>(
    `SELECT put_right_at AS at, figure FROM stock_put_right
      WHERE outlet_key = :outletKey AND product_key = :productKey ORDER BY put_right_key DESC LIMIT 1`,
    { ...key },
  );
