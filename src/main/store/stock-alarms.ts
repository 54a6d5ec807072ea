import type { Reader, Writer } from './connection.ts';

/** A product that an import took to its floor or below, and for which sale (N6). */
export interface RaisedAlarm {
  readonly alarmId: string;
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  /** What the sale left. */
  readonly onHand: number;
  readonly orderId: number | null;
}

interface AlarmRecord {
  readonly alarmId: string;
  readonly outletKey: number;
  readonly productKey: number;
  readonly saleKey: number;
  readonly onHand: number;
  readonly floor: number;
  /** UTC ms. */
  readonly raisedAt: number;
}

/** The floors of some products. */
export const floorsOf = (db: Reader, productKeys: readonly number[]): ReadonlyMap<number, number> =>
  new Map(
    db
      .all<{ productKey: number; floor: number }>(
        `SELECT product_key AS productKey, floor FROM products
          WHERE product_key IN (SELECT value FROM json_each(:keys))`,
        { keys: JSON.stringify(productKeys) },
      )
      .map(({ productKey, floor }) => [productKey, floor]),
  );

/**
 * Lets the sale's open fulfillments that hold the product lead the pick queue. False when there is none: then nothing is
 * left to pick.
 */
export const leadPickQueue = (db: Writer, saleKey: number, productKey: number): boolean =>
  db.run(
    `UPDATE fulfillments SET alarm = 1
      WHERE sale_key = :saleKey AND status IN ('new', 'picking', 'packed')
        AND EXISTS (SELECT 1 FROM fulfillment_lines fl
                      JOIN sale_lines l ON l.sale_key = :saleKey AND l.line_id = fl.line_id
                     WHERE fl.fulfillment_key = fulfillments.fulfillment_key
                       AND l.product_key = :productKey AND fl.ordered > fl.fulfilled)`,
    { saleKey, productKey },
  ).changes > 0;

/** Records an alarm. One that nobody has seen yet is brought to the latest figure instead. */
export const raiseAlarm = (db: Writer, alarm: AlarmRecord): RaisedAlarm | undefined => {
  db.run(
    `INSERT INTO stock_alarms (alarm_id, outlet_key, product_key, sale_key, on_hand, floor, raised_at)
     VALUES (:alarmId, :outletKey, :productKey, :saleKey, :onHand, :floor, :raisedAt)
     ON CONFLICT (product_key, sale_key) WHERE seen_at IS NULL
     DO UPDATE SET on_hand = :onHand, floor = :floor, raised_at = :raisedAt`,
    { ...alarm },
  );
  return db.get<RaisedAlarm>(
    `SELECT a.alarm_id AS alarmId, p.product_id AS productId, p.sku, p.name, a.on_hand AS onHand, s.order_id AS orderId
       FROM stock_alarms a
       JOIN products p ON p.product_key = a.product_key
       JOIN sales s ON s.sale_key = a.sale_key
      WHERE a.sale_key = :saleKey AND a.product_key = :productKey AND a.seen_at IS NULL`,
    { saleKey: alarm.saleKey, productKey: alarm.productKey },
  );
};

/** Takes one alarm off the list, or all when none is named. */
export const markAlarmsSeen = (db: Writer, alarmId: string | null, seenAt: number): void => {
  db.run(
    'UPDATE stock_alarms SET seen_at = :seenAt WHERE seen_at IS NULL AND (:alarmId IS NULL OR alarm_id = :alarmId)',
    {
      alarmId,
      seenAt,
    },
  );
};
