import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { Reader } from '../store/connection.ts';
import { instantView } from './views.ts';

/** Nobody reads more; the older ones follow as these are seen. */
const MOST_SHOWN = 200;

interface AlarmRow {
  readonly alarmId: string;
  readonly raisedAt: number;
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly onHand: number;
  readonly floor: number;
  readonly saleId: string;
  readonly orderId: number | null;
  readonly fulfillmentId: string | null;
}

/** The alarms that nobody has seen, newest first, each with the open fulfillment of its sale that it lets lead (N6). */
export const listAlarms = (db: Reader): OutputOf<Contract['stock.alarms']> => ({
  rows: db
    .all<AlarmRow>(
      `SELECT a.alarm_id AS alarmId, a.raised_at AS raisedAt, p.product_id AS productId, p.sku, p.name,
              a.on_hand AS onHand, a.floor, s.sale_id AS saleId, s.order_id AS orderId,
              (SELECT f.fulfillment_id FROM fulfillments f
                 JOIN fulfillment_lines fl ON fl.fulfillment_key = f.fulfillment_key
                 JOIN sale_lines l ON l.sale_key = a.sale_key AND l.line_id = fl.line_id
                WHERE f.sale_key = a.sale_key AND f.alarm = 1 AND l.product_key = a.product_key LIMIT 1) AS fulfillmentId
         FROM stock_alarms a
         JOIN products p ON p.product_key = a.product_key
         JOIN sales s ON s.sale_key = a.sale_key
        WHERE a.seen_at IS NULL
        ORDER BY a.raised_at DESC, a.alarm_key DESC LIMIT :limit`,
      { limit: MOST_SHOWN },
    )
    .map(({ raisedAt, orderId, ...row }) => ({
      ...row,
      at: instantView(raisedAt),
      orderId: orderId === null ? null : String(orderId),
    })),
});
