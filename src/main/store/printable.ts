import type { FulfillmentStatus } from '../domain/fulfillment-plan.ts';
import type { Reader } from './connection.ts';

export interface PrintableLine {
  readonly lineId: string;
  readonly productKey: number | null;
  readonly sku: string;
  readonly name: string;
  readonly options: string;
  readonly bin: string;
  readonly barcode: string;
  readonly ordered: number;
  readonly picked: number;
  readonly packed: number;
  readonly fulfilled: number;
}

/** A fulfillment with all that paper tells of it (R94). */
export interface Printable {
  readonly fulfillmentId: string;
  readonly orderId: number | null;
  readonly receiptNumber: string;
  readonly type: 'delivery' | 'pickup';
  readonly status: FulfillmentStatus;
  readonly digital: number;
  /** UTC ms. */
  readonly placedAt: number;
  readonly method: string;
  readonly recipientName: string;
  /** Address lines, one a line. */
  readonly recipientAddress: string;
  readonly recipientPhone: string;
  readonly customerName: string;
  readonly customerMessage: string;
  readonly staffNotes: string;
  readonly saleStatus: 'closed' | 'voided';
  readonly paymentState: string;
  readonly onHold: number;
  readonly lines: readonly PrintableLine[];
}

type Header = Omit<Printable, 'lines'> & { readonly fulfillmentKey: number; readonly saleKey: number };

/** Undefined when there is no such fulfillment. */
export const printableOf = (db: Reader, fulfillmentId: string): Printable | undefined => {
  const header = db.get<Header>(
    `SELECT f.fulfillment_key AS fulfillmentKey, f.sale_key AS saleKey, f.fulfillment_id AS fulfillmentId,
            s.order_id AS orderId, s.receipt_number AS receiptNumber, f.type, f.status, f.digital,
            f.placed_at AS placedAt, f.method, f.recipient_name AS recipientName,
            f.recipient_address AS recipientAddress, f.recipient_phone AS recipientPhone,
            s.customer_name AS customerName, s.customer_message AS customerMessage, s.staff_notes AS staffNotes,
            s.sale_status AS saleStatus, s.payment_state AS paymentState, s.on_hold AS onHold
       FROM fulfillments f JOIN sales s ON s.sale_key = f.sale_key
      WHERE f.fulfillment_id = :fulfillmentId`,
    { fulfillmentId },
  );
  if (!header) return undefined;
  const { fulfillmentKey, saleKey, ...rest } = header;
  return { ...rest, lines: linesOf(db, fulfillmentKey, saleKey) };
};

const linesOf = (db: Reader, fulfillmentKey: number, saleKey: number): PrintableLine[] =>
  db.all<PrintableLine>(
    `SELECT fl.line_id AS lineId, l.product_key AS productKey, l.sku, l.name, l.options, l.bin, l.barcode,
            fl.ordered, fl.picked, fl.packed, fl.fulfilled
       FROM fulfillment_lines fl
       JOIN sale_lines l ON l.sale_key = :saleKey AND l.line_id = fl.line_id
      WHERE fl.fulfillment_key = :fulfillmentKey ORDER BY fl.position`,
    { fulfillmentKey, saleKey },
  );
