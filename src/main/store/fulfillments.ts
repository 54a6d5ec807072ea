import type { FulfillmentLine } from '../domain/fulfillment-plan.ts';
import type { Reader, Writer } from './connection.ts';
import { insertInto, insertKeyed } from './insert.ts';

export interface FulfillmentRecord {
  readonly fulfillmentId: string;
  readonly saleKey: number;
  readonly consignmentId: string;
  readonly type: 'delivery' | 'pickup';
  readonly digital: number;
  readonly status: string;
  /** 1 while it is open and its sale took the last of something (N6). */
  readonly alarm: number;
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
            consignment_id AS consignmentId, type, digital, status, alarm, version, placed_at AS placedAt,
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

const insertRecord = insertKeyed<FulfillmentRecord & { readonly version: number }>(
  'fulfillments',
  'fulfillment_key',
  {
    fulfillmentId: 'fulfillment_id',
    saleKey: 'sale_key',
    consignmentId: 'consignment_id',
    type: 'type',
    digital: 'digital',
    status: 'status',
    alarm: 'alarm',
    version: 'version',
    placedAt: 'placed_at',
    itemCount: 'item_count',
    method: 'method',
    recipientName: 'recipient_name',
    recipientAddress: 'recipient_address',
    recipientPhone: 'recipient_phone',
    recipientEmail: 'recipient_email',
  },
  ['sales'],
);

export const insertFulfillment = (db: Writer, record: FulfillmentRecord, lines: readonly FulfillmentLine[]): void =>
  insertFulfillmentLines(db, insertRecord(db, { ...record, version: 1 }), lines);

/** Writes a fulfillment's latest state and raises its version. */
export const updateFulfillment = (
  db: Writer,
  fulfillmentKey: number,
  record: FulfillmentRecord,
  lines: readonly FulfillmentLine[],
): void => {
  const { type, status, alarm, itemCount, method, recipientName, recipientAddress, recipientPhone, recipientEmail } =
    record;
  db.run(
    `UPDATE fulfillments
        SET type = :type, status = :status, alarm = :alarm, version = version + 1, item_count = :itemCount, method = :method,
            recipient_name = :recipientName, recipient_address = :recipientAddress, recipient_phone = :recipientPhone,
            recipient_email = :recipientEmail
      WHERE fulfillment_key = :fulfillmentKey`,
    {
      fulfillmentKey,
      type,
      status,
      alarm,
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

const insertFulfillmentLine = insertInto<
  FulfillmentLine & { readonly fulfillmentKey: number; readonly position: number }
>(
  'fulfillment_lines',
  {
    fulfillmentKey: 'fulfillment_key',
    position: 'position',
    lineId: 'line_id',
    ordered: 'ordered',
    picked: 'picked',
    packed: 'packed',
    fulfilled: 'fulfilled',
  },
  ['fulfillments'],
);

const insertFulfillmentLines = (db: Writer, fulfillmentKey: number, lines: readonly FulfillmentLine[]): void => {
  lines.forEach((line, position) => {
    insertFulfillmentLine(db, { ...line, fulfillmentKey, position });
  });
};
