import type { FulfillmentLine } from '../domain/fulfillment-plan.ts';
import type { Reader, Writer } from './connection.ts';

export interface FulfillmentRecord {
  readonly fulfillmentId: string;
  readonly saleKey: number;
  readonly consignmentId: string;
  readonly type: 'delivery' | 'pickup';
  readonly digital: number;
  readonly status: string;
  readonly placedAt: number;
  readonly itemCount: number;
  readonly method: string;
  readonly recipientName: string;
  /** Address lines, one a line. */
  readonly recipientAddress: string;
  readonly recipientPhone: string;
  readonly recipientEmail: string;
}

export interface StoredFulfillment extends FulfillmentRecord {
  readonly fulfillmentKey: number;
  readonly version: number;
}

export const fulfillmentsOfSale = (db: Reader, saleKey: number): StoredFulfillment[] =>
  db.all<StoredFulfillment>(
    `SELECT fulfillment_key AS fulfillmentKey, fulfillment_id AS fulfillmentId, sale_key AS saleKey,
            consignment_id AS consignmentId, type, digital, status, version, placed_at AS placedAt,
            item_count AS itemCount, method, recipient_name AS recipientName, recipient_address AS recipientAddress,
            recipient_phone AS recipientPhone, recipient_email AS recipientEmail
       FROM fulfillments WHERE sale_key = :saleKey ORDER BY fulfillment_key`,
    { saleKey },
  );

export const linesOfFulfillment = (db: Reader, fulfillmentKey: number): FulfillmentLine[] =>
  db.all<FulfillmentLine>(
    `SELECT line_id AS lineId, ordered, picked, packed, fulfilled
       FROM fulfillment_lines WHERE fulfillment_key = :fulfillmentKey ORDER BY position`,
    { fulfillmentKey },
  );

export const insertFulfillment = (db: Writer, record: FulfillmentRecord, lines: readonly FulfillmentLine[]): void => {
  const { lastKey } = db.run(
    `INSERT INTO fulfillments (fulfillment_id, sale_key, consignment_id, type, digital, status, version, placed_at,
                               item_count, method, recipient_name, recipient_address, recipient_phone, recipient_email)
     VALUES (:fulfillmentId, :saleKey, :consignmentId, :type, :digital, :status, 1, :placedAt,
             :itemCount, :method, :recipientName, :recipientAddress, :recipientPhone, :recipientEmail)`,
    { ...record },
  );
  insertFulfillmentLines(db, lastKey, lines);
};

/** Writes a fulfillment's latest state and raises its version. */
export const updateFulfillment = (
  db: Writer,
  fulfillmentKey: number,
  record: FulfillmentRecord,
  lines: readonly FulfillmentLine[],
): void => {
  const { type, status, itemCount, method, recipientName, recipientAddress, recipientPhone, recipientEmail } = record;
  db.run(
    `UPDATE fulfillments
        SET type = :type, status = :status, version = version + 1, item_count = :itemCount, method = :method,
            recipient_name = :recipientName, recipient_address = :recipientAddress, recipient_phone = :recipientPhone,
            recipient_email = :recipientEmail
      WHERE fulfillment_key = :fulfillmentKey`,
    {
      fulfillmentKey,
      type,
      status,
      itemCount,
      method,
      recipientName,
      recipientAddress,
      recipientPhone,
      recipientEmail,
    },
  );
  db.run('DELETE FROM fulfillment_lines WHERE fulfillment_key = :fulfillmentKey', { fulfillmentKey });
  insertFulfillmentLines(db, fulfillmentKey, lines);
};

const insertFulfillmentLines = (db: Writer, fulfillmentKey: number, lines: readonly FulfillmentLine[]): void => {
  lines.forEach((line, position) => {
    db.run(
      `INSERT INTO fulfillment_lines (fulfillment_key, position, line_id, ordered, picked, packed, fulfilled)
       VALUES (:fulfillmentKey, :position, :lineId, :ordered, :picked, :packed, :fulfilled)`,
      { fulfillmentKey, position, ...line },
    );
  });
};
