import { type FulfillmentLine, type FulfillmentStatus, isOpen } from '../domain/fulfillment-plan.ts';
import type { LineChange } from '../domain/fulfillment-work.ts';
import { commitNew, countCommitted, type SoldGoods } from './committed-stock.ts';
import type { Reader, Writer } from './connection.ts';
import { countFulfillment } from './fulfillment-counts.ts';
import { insertInto, insertKeyed } from './insert.ts';
import type { SaleLineRecord } from './sales.ts';

export interface FulfillmentRecord {
  readonly fulfillmentId: string;
  readonly saleKey: number;
  readonly consignmentId: string;
  readonly type: 'delivery' | 'pickup';
  readonly digital: number;
  readonly status: FulfillmentStatus;
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
  /** Pieces that belong back on the shelf (R64, R72). */
  readonly putBack: number;
}

/** What staff decided about a fulfillment as a whole; an import leaves it alone. Instants are UTC ms. */
export interface FulfillmentCare {
  readonly startedAt: number | null;
  readonly assignedTo: string | null;
  /** Since when it waits for its customer; null where it does not. */
  readonly readyAt: number | null;
  readonly shelfCode: string | null;
  /** Why it cannot be fulfilled. */
  readonly stuckReason: string | null;
}

export interface StoredFulfillment extends FulfillmentRecord, FulfillmentCare {
  readonly fulfillmentKey: number;
  readonly version: number;
}

const selectFulfillment = `
  SELECT fulfillment_key AS fulfillmentKey, fulfillment_id AS fulfillmentId, sale_key AS saleKey,
         consignment_id AS consignmentId, type, digital, status, alarm, version, placed_at AS placedAt,
         item_count AS itemCount, method, recipient_name AS recipientName, recipient_address AS recipientAddress,
         recipient_phone AS recipientPhone, recipient_email AS recipientEmail, put_back AS putBack,
         started_at AS startedAt, assigned_to AS assignedTo, ready_at AS readyAt, shelf_code AS shelfCode,
         stuck_reason AS stuckReason
    FROM fulfillments`;

export const fulfillmentsOfSale = (db: Reader, saleKey: number): StoredFulfillment[] =>
  db.all<StoredFulfillment>(`${selectFulfillment} WHERE sale_key = :saleKey ORDER BY fulfillment_key`, { saleKey });

export const fulfillmentById = (db: Reader, fulfillmentId: string): StoredFulfillment | undefined =>
  db.get<StoredFulfillment>(`${selectFulfillment} WHERE fulfillment_id = :fulfillmentId`, { fulfillmentId });

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
    putBack: 'put_back',
  },
  ['sales'],
);

export const insertFulfillment = (
  db: Writer,
  record: FulfillmentRecord,
  lines: readonly FulfillmentLine[],
  goods: SoldGoods,
): void => {
  countFulfillment(db, record, 1);
  commitNew(db, goods, record.status, lines);
  insertFulfillmentLines(db, insertRecord(db, { ...record, version: 1 }), lines);
};

/**
 * Writes what an order says of a fulfillment, raises its version, and counts it as what it is now. Where it is not packed
 * any more, nobody is waited for.
 */
export const updateFulfillment = (
  db: Writer,
  fulfillmentKey: number,
  record: FulfillmentRecord,
  lines: readonly FulfillmentLine[],
): void => {
  const { type, status, alarm, itemCount, method, putBack } = record;
  const { recipientName, recipientAddress, recipientPhone, recipientEmail } = record;
  recount(db, fulfillmentKey, record);
  countCommitted(db, 'fulfillment', fulfillmentKey, -1);
  db.run(
    `UPDATE fulfillments
        SET type = :type, status = :status, alarm = :alarm, version = version + 1, item_count = :itemCount, method = :method,
            recipient_name = :recipientName, recipient_address = :recipientAddress, recipient_phone = :recipientPhone,
            recipient_email = :recipientEmail, put_back = :putBack,
            ready_at = CASE WHEN :status = 'packed' THEN ready_at END
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
      putBack,
    },
  );
  db.run('DELETE FROM fulfillment_lines WHERE fulfillment_key = :fulfillmentKey', { fulfillmentKey });
  insertFulfillmentLines(db, fulfillmentKey, lines);
  countCommitted(db, 'fulfillment', fulfillmentKey, 1);
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

/** Counts a fulfillment as what it is from now on, before it is written. Returns the status it had. */
const recount = (
  db: Writer,
  fulfillmentKey: number,
  now: { readonly status: string; readonly type?: string },
): FulfillmentStatus | undefined => {
  const before = db.get<{ status: FulfillmentStatus; type: string }>(
    'SELECT status, type FROM fulfillments WHERE fulfillment_key = :fulfillmentKey',
    { fulfillmentKey },
  );
  if (!before) return undefined;
  countFulfillment(db, before, -1);
  countFulfillment(db, { status: now.status, type: now.type ?? before.type }, 1);
  return before.status;
};

/** Before the fulfillments of a sale go. */
export const countOutFulfillments = (db: Writer, saleKey: number): void => {
  countCommitted(db, 'sale', saleKey, -1);
  for (const each of fulfillmentsOfSale(db, saleKey)) countFulfillment(db, each, -1);
};

/** What a step of staff leaves a fulfillment at. */
export interface WorkedOn extends FulfillmentCare {
  readonly status: FulfillmentStatus;
  readonly alarm: number;
  readonly putBack: number;
}

/** Writes what a step of staff changed, raises the version, and counts it as what it is now. */
export const workOnFulfillment = (
  db: Writer,
  fulfillmentKey: number,
  worked: WorkedOn,
  changed: readonly LineChange[],
): void => {
  const { status, alarm, putBack, startedAt, assignedTo, readyAt, shelfCode, stuckReason } = worked;
  const before = recount(db, fulfillmentKey, worked);
  // Nothing leaves with what is only picked or packed.
  const leaves = changed.some(({ fulfilled }) => fulfilled !== 0);
  const recommits = leaves || (before !== undefined && isOpen(before) !== isOpen(status));
  if (recommits) countCommitted(db, 'fulfillment', fulfillmentKey, -1);
  db.run(
    `UPDATE fulfillments
        SET status = :status, alarm = :alarm, put_back = :putBack, version = version + 1, started_at = :startedAt,
            assigned_to = :assignedTo, ready_at = :readyAt, shelf_code = :shelfCode, stuck_reason = :stuckReason
      WHERE fulfillment_key = :fulfillmentKey`,
    { fulfillmentKey, status, alarm, putBack, startedAt, assignedTo, readyAt, shelfCode, stuckReason },
  );
  for (const { lineId, picked, packed, fulfilled } of changed) {
    db.run(
      `UPDATE fulfillment_lines
          SET picked = picked + :picked, packed = packed + :packed, fulfilled = fulfilled + :fulfilled
        WHERE fulfillment_key = :fulfillmentKey AND line_id = :lineId`,
      { fulfillmentKey, lineId, picked, packed, fulfilled },
    );
  }
  if (recommits) countCommitted(db, 'fulfillment', fulfillmentKey, 1);
};

/** What a line of an order is, kept when an edit removes it while pieces of it are picked (R72). */
export const keepRemovedLine = (db: Writer, saleKey: number, line: RemovedLine): void => {
  db.run(
    `INSERT OR REPLACE INTO removed_lines (sale_key, line_id, product_key, sku, name, options, bin, barcode)
     VALUES (:saleKey, :lineId, :productKey, :sku, :name, :options, :bin, :barcode)`,
    { ...line, saleKey },
  );
};

export type RemovedLine = Pick<
  SaleLineRecord,
  'lineId' | 'productKey' | 'sku' | 'name' | 'options' | 'bin' | 'barcode'
>;
