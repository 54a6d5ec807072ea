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

type Header = Omit<Printable, 'lines'> & { readonly fulfillmentKey: number };

/** Undefined when there is no such fulfillment. */
export const printableOf = (db: Reader, fulfillmentId: string): Printable | undefined =>
  printablesOf(db, [fulfillmentId]).get(fulfillmentId);

/** Some fulfillments by their identity, with two statements; one that is not here is left out. */
export const printablesOf = (db: Reader, fulfillmentIds: readonly string[]): ReadonlyMap<string, Printable> => {
  const headers = db.all<Header>(
    `SELECT f.fulfillment_key AS fulfillmentKey, f.fulfillment_id AS fulfillmentId,
            s.order_id AS orderId, s.receipt_number AS receiptNumber, f.type, f.status, f.digital,
            f.placed_at AS placedAt, f.method, f.recipient_name AS recipientName,
            f.recipient_address AS recipientAddress, f.recipient_phone AS recipientPhone,
            s.customer_name AS customerName, s.customer_message AS customerMessage, s.staff_notes AS staffNotes,
            s.sale_status AS saleStatus, s.payment_state AS paymentState, s.on_hold AS onHold
       FROM json_each(:fulfillmentIds) wanted
       CROSS JOIN fulfillments f ON f.fulfillment_id = wanted.value
       CROSS JOIN sales s ON s.sale_key = f.sale_key`,
    { fulfillmentIds: JSON.stringify(fulfillmentIds) },
  );
  const lines = linesOf(
    db,
    headers.map(({ fulfillmentKey }) => fulfillmentKey),
  );
  return new Map(
    headers.map(({ fulfillmentKey, ...header }) => [
      header.fulfillmentId,
      { ...header, lines: lines.get(fulfillmentKey) ?? [] },
    ]),
  );
};

const linesOf = (db: Reader, fulfillmentKeys: readonly number[]): ReadonlyMap<number, PrintableLine[]> =>
  Map.groupBy(
    db.all<PrintableLine & { readonly fulfillmentKey: number }>(
      `SELECT fl.fulfillment_key AS fulfillmentKey, fl.line_id AS lineId, l.product_key AS productKey, l.sku, l.name,
              l.options, l.bin, l.barcode, fl.ordered, fl.picked, fl.packed, fl.fulfilled
         FROM json_each(:fulfillmentKeys) wanted
         CROSS JOIN fulfillments f ON f.fulfillment_key = wanted.value
         CROSS JOIN fulfillment_lines fl ON fl.fulfillment_key = f.fulfillment_key
         CROSS JOIN sale_lines l ON l.sale_key = f.sale_key AND l.line_id = fl.line_id
        ORDER BY fl.fulfillment_key, fl.position`,
      { fulfillmentKeys: JSON.stringify(fulfillmentKeys) },
    ),
    ({ fulfillmentKey }) => fulfillmentKey,
  );
