import type { FulfillmentRowView } from '../../contract/fulfillments.ts';
import { handOverLockOf } from '../domain/hand-over-lock.ts';
import type { Reader } from '../store/connection.ts';
import { printedSlips } from './prints.ts';
import { instantView, moneyView, nullableInstant } from './views.ts';

export interface FulfillmentRow {
  readonly fulfillmentKey: number;
  readonly saleKey: number;
  readonly fulfillmentId: string;
  readonly saleId: string;
  readonly orderId: number | null;
  readonly receiptNumber: string;
  readonly type: FulfillmentRowView['type'];
  readonly status: FulfillmentRowView['status'];
  readonly version: number;
  readonly digital: number;
  readonly alarm: number;
  readonly placedAt: number;
  readonly itemCount: number;
  readonly assignedTo: string | null;
  readonly putBack: number;
  readonly stuckReason: string | null;
  readonly readyAt: number | null;
  readonly shelfCode: string | null;
  /** How many entries of it wait, and how many are parked. */
  readonly waiting: number;
  readonly parked: number;
  readonly customerName: string;
  readonly total: number;
  readonly currency: string;
  readonly saleStatus: FulfillmentRowView['saleStatus'];
  readonly paymentState: FulfillmentRowView['paymentState'];
  readonly onHold: number;
  readonly bigcommerceStatusId: number | null;
  readonly bigcommerceStatus: string | null;
}

const entries = (states: string): string =>
  `(SELECT count(*) FROM outbox_entries e WHERE e.fulfillment_key = f.fulfillment_key AND e.state IN (${states}))`;

export const fulfillmentColumns = `
  f.fulfillment_key AS fulfillmentKey, f.sale_key AS saleKey, f.fulfillment_id AS fulfillmentId, s.sale_id AS saleId,
  s.order_id AS orderId, s.receipt_number AS receiptNumber, f.type, f.status, f.version, f.digital, f.alarm,
  f.placed_at AS placedAt, f.item_count AS itemCount, f.assigned_to AS assignedTo, f.put_back AS putBack,
  f.stuck_reason AS stuckReason, f.ready_at AS readyAt, f.shelf_code AS shelfCode,
  ${entries("'pending', 'sending'")} AS waiting, ${entries("'parked'")} AS parked,
  s.customer_name AS customerName, s.total, s.currency, s.sale_status AS saleStatus, s.payment_state AS paymentState,
  s.on_hold AS onHold, s.bigcommerce_status_id AS bigcommerceStatusId, s.bigcommerce_status AS bigcommerceStatus`;

export const fulfillmentSource = 'FROM fulfillments f JOIN sales s ON s.sale_key = f.sale_key';

/** The same by an index that has them in the order wanted: SQLite knows nothing here of how many rows it leads to. */
export const fulfillmentsInOrder = (index: string): string =>
  `FROM fulfillments f INDEXED BY ${index} CROSS JOIN sales s ON s.sale_key = f.sale_key`;

export const rowView = (db: Reader, row: FulfillmentRow): FulfillmentRowView => rowOf(row, besidesOf(db, [row]));

/** Of a page's rows; what each needs besides is read with one statement for all of them. */
export const rowViews = (db: Reader, rows: readonly FulfillmentRow[]): FulfillmentRowView[] => {
  const besides = besidesOf(db, rows);
  return rows.map((row) => rowOf(row, besides));
};

/** What rows show besides their own columns. */
interface Besides {
  readonly lines: ReadonlyMap<number, FulfillmentRowView['lines']>;
  readonly slips: ReturnType<typeof printedSlips>;
}

const besidesOf = (db: Reader, rows: readonly FulfillmentRow[]): Besides => ({
  lines: linesOf(db, rows),
  slips: printedSlips(
    db,
    rows.map(({ fulfillmentId }) => fulfillmentId),
  ),
});

const rowOf = (row: FulfillmentRow, { lines, slips }: Besides): FulfillmentRowView => ({
  fulfillmentId: row.fulfillmentId,
  saleId: row.saleId,
  orderId: row.orderId === null ? null : String(row.orderId),
  receiptNumber: row.receiptNumber,
  type: row.type,
  status: row.status,
  version: row.version,
  customerName: row.customerName,
  placedAt: instantView(row.placedAt),
  itemCount: row.itemCount,
  total: moneyView(row.total, row.currency),
  saleStatus: row.saleStatus,
  paymentState: row.paymentState,
  onHold: row.onHold === 1,
  alarm: row.alarm === 1,
  digital: row.digital === 1,
  assignedTo: row.assignedTo,
  putBack: row.putBack,
  stuckReason: row.stuckReason,
  readyAt: nullableInstant(row.readyAt),
  shelfCode: row.shelfCode,
  unsent: row.parked > 0 ? 'parked' : row.waiting > 0 ? 'waiting' : null,
  lock: handOverLockOf({ paymentState: row.paymentState, onHold: row.onHold === 1 }),
  printed: slips.get(row.fulfillmentId) ?? null,
  bigcommerceStatusId: row.bigcommerceStatusId,
  bigcommerceStatus: row.bigcommerceStatus,
  lines: lines.get(row.fulfillmentKey) ?? [],
});

type LineView = FulfillmentRowView['lines'][number];

/** A line that an edit of the order removed is told from what was kept of it (R72). */
const linesOf = (db: Reader, rows: readonly FulfillmentRow[]): ReadonlyMap<number, LineView[]> => {
  const found = db.all<LineView & { readonly fulfillmentKey: number }>(
    `SELECT fl.fulfillment_key AS fulfillmentKey, fl.line_id AS lineId, p.product_id AS productId,
            coalesce(l.sku, r.sku, '') AS sku, coalesce(l.name, r.name, '') AS name,
            coalesce(l.options, r.options, '') AS options, coalesce(l.bin, r.bin, '') AS bin,
            coalesce(l.barcode, r.barcode, '') AS barcode, fl.ordered, fl.picked, fl.packed, fl.fulfilled,
            max(0, fl.picked - CASE f.status WHEN 'cancelled' THEN fl.fulfilled ELSE fl.ordered END) AS putBack
       FROM json_each(:keys) wanted
       CROSS JOIN fulfillments f ON f.fulfillment_key = wanted.value
       CROSS JOIN fulfillment_lines fl ON fl.fulfillment_key = f.fulfillment_key
       LEFT JOIN sale_lines l ON l.sale_key = f.sale_key AND l.line_id = fl.line_id
       LEFT JOIN removed_lines r ON r.sale_key = f.sale_key AND r.line_id = fl.line_id
       LEFT JOIN products p ON p.product_key = coalesce(l.product_key, r.product_key)
      ORDER BY fl.fulfillment_key, fl.position`,
    { keys: JSON.stringify(rows.map(({ fulfillmentKey }) => fulfillmentKey)) },
  );
  // What a line has besides its view stays behind where views leave the app: taking it out here costs more than reading it.
  return Map.groupBy(found, ({ fulfillmentKey }) => fulfillmentKey);
};
