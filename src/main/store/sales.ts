import { countCommitted, recommit } from './committed-stock.ts';
import type { Reader, Writer } from './connection.ts';
import { insertInto, insertKeyed } from './insert.ts';
import { type CountedSale, countSale } from './sale-counts.ts';
import { moveSearchRow, removeWords } from './sale-search.ts';

/** A sale's own row. Amounts are ten-thousandths of `currency`; instants are UTC ms. */
export interface SaleRecord {
  readonly saleId: string;
  readonly source: 'online' | 'in_store';
  readonly linkKey: number;
  readonly orderId: number;
  readonly receiptNumber: string;
  readonly saleStatus: 'closed' | 'voided';
  readonly paymentState: string;
  readonly fulfillmentStatus: string | null;
  readonly onHold: number;
  /** 1 when BigCommerce has archived the order or does not know it any more; the sale stays (R73). */
  readonly archived: number;
  readonly bigcommerceStatusId: number;
  readonly bigcommerceStatus: string;
  readonly outletKey: number;
  readonly registerKey: number;
  readonly customerKey: number | null;
  readonly customerName: string;
  readonly customerEmail: string;
  readonly customerPhone: string;
  readonly customerMessage: string;
  readonly staffNotes: string;
  readonly currency: string;
  readonly total: number;
  readonly tax: number;
  /** What was given back, by returns that belong to it. */
  readonly refunded: number;
  readonly itemCount: number;
  readonly soldAt: number;
  readonly soldDay: string;
  readonly importedAt: number;
  readonly orderModifiedAt: number;
  /** Raised by every change; part of the cause of later stock movements. */
  readonly revision: number;
}

/** The fields of a sale that only BigCommerce fills. */
type FromBigCommerce = 'linkKey' | 'orderId' | 'bigcommerceStatusId' | 'bigcommerceStatus' | 'orderModifiedAt';

/** A sale made in the shop: no order, no link, nothing that BigCommerce could be told as an order (R31). */
export type InStoreSaleRecord = Omit<SaleRecord, FromBigCommerce> & { readonly [F in FromBigCommerce]: null };

export interface StoredSale extends SaleRecord {
  readonly saleKey: number;
}

export interface SaleLineRecord {
  readonly lineId: string;
  readonly kind: string;
  readonly productKey: number | null;
  readonly sku: string;
  readonly name: string;
  readonly options: string;
  readonly bin: string;
  /** The EAN or UPC on the article; empty where there is none. */
  readonly barcode: string;
  readonly quantity: number;
  readonly returned: number;
  readonly total: number;
  readonly tax: number;
  readonly parentLineId: string | null;
}

/** Column of each field, so that a field is named once. */
const columns: Readonly<Record<keyof SaleRecord, string>> = {
  saleId: 'sale_id',
  source: 'source',
  linkKey: 'link_key',
  orderId: 'order_id',
  receiptNumber: 'receipt_number',
  saleStatus: 'sale_status',
  paymentState: 'payment_state',
  fulfillmentStatus: 'fulfillment_status',
  onHold: 'on_hold',
  archived: 'archived',
  bigcommerceStatusId: 'bigcommerce_status_id',
  bigcommerceStatus: 'bigcommerce_status',
  outletKey: 'outlet_key',
  registerKey: 'register_key',
  customerKey: 'customer_key',
  customerName: 'customer_name',
  customerEmail: 'customer_email',
  customerPhone: 'customer_phone',
  customerMessage: 'customer_message',
  staffNotes: 'staff_notes',
  currency: 'currency',
  total: 'total',
  tax: 'tax',
  refunded: 'refunded',
  itemCount: 'item_count',
  soldAt: 'sold_at',
  soldDay: 'sold_day',
  importedAt: 'imported_at',
  orderModifiedAt: 'order_modified_at',
  revision: 'revision',
};

export const saleFields = Object.keys(columns) as (keyof SaleRecord)[];

const selectSale = `SELECT sale_key AS saleKey, ${saleFields.map((field) => `${columns[field]} AS ${field}`).join(', ')} FROM sales`;
const updateSaleSql = `UPDATE sales SET cell_key = :cellKey,
  ${saleFields.map((field) => `${columns[field]} = :${field}`).join(', ')} WHERE sale_key = :saleKey`;

export const saleOfOrder = (db: Reader, linkKey: number, orderId: number): StoredSale | undefined =>
  db.get<StoredSale>(`${selectSale} WHERE link_key = :linkKey AND order_id = :orderId`, { linkKey, orderId });

export const saleById = (db: Reader, saleId: string): StoredSale | undefined =>
  db.get<StoredSale>(`${selectSale} WHERE sale_id = :saleId`, { saleId });

export const saleByKey = (db: Reader, saleKey: number): StoredSale | undefined =>
  db.get<StoredSale>(`${selectSale} WHERE sale_key = :saleKey`, { saleKey });

/** Sales of a link's orders whose numbers lie between two, both included. */
export const salesBetween = (db: Reader, linkKey: number, from: number, to: number): StoredSale[] =>
  db.all<StoredSale>(`${selectSale} WHERE link_key = :linkKey AND order_id BETWEEN :from AND :to ORDER BY order_id`, {
    linkKey,
    from,
    to,
  });

/** The lowest order number above one and up to another that has a sale. */
export const nextSaleBefore = (db: Reader, linkKey: number, above: number, upTo: number): number | undefined =>
  db.get<{ orderId: number | null }>(
    'SELECT min(order_id) AS orderId FROM sales WHERE link_key = :linkKey AND order_id > :above AND order_id <= :upTo',
    { linkKey, above, upTo },
  )?.orderId ?? undefined;

/** When the earliest order of a link was placed (UTC ms). */
export const earliestOrder = (db: Reader, linkKey: number): number | null =>
  db.get<{ soldAt: number | null }>('SELECT min(sold_at) AS soldAt FROM sales WHERE link_key = :linkKey', { linkKey })
    ?.soldAt ?? null;

/** The highest order number that became a sale; null while there is none. */
export const newestOrderId = (db: Reader, linkKey: number): number | null =>
  db.get<{ newest: number | null }>('SELECT max(order_id) AS newest FROM sales WHERE link_key = :linkKey', { linkKey })
    ?.newest ?? null;

export const salesOfOrders = (db: Reader, linkKey: number, orderIds: readonly number[]): StoredSale[] =>
  db.all<StoredSale>(`${selectSale} WHERE link_key = :linkKey AND order_id IN (SELECT value FROM json_each(:ids))`, {
    linkKey,
    ids: JSON.stringify(orderIds),
  });

const insertRecord = insertKeyed<(SaleRecord | InStoreSaleRecord) & { readonly cellKey: number }>(
  'sales',
  'sale_key',
  { ...columns, cellKey: 'cell_key' },
  ['customers'],
);

/** Writes a sale and counts it. Returns its key. */
export const insertSale = (db: Writer, sale: SaleRecord | InStoreSaleRecord): number =>
  insertRecord(db, { ...sale, cellKey: countSale(db, sale, 1) });

export const saleExists = (db: Reader, saleId: string): boolean =>
  db.get('SELECT 1 FROM sales WHERE sale_id = :saleId', { saleId }) !== undefined;

interface SaleBefore extends CountedSale {
  readonly soldAt: number;
  readonly cellKey: number;
}

const selectBefore = `SELECT currency, sale_status AS saleStatus, payment_state AS paymentState,
    fulfillment_status AS fulfillmentStatus, bigcommerce_status_id AS bigcommerceStatusId, source,
    outlet_key AS outletKey, register_key AS registerKey, sold_day AS soldDay, total, refunded, sold_at AS soldAt,
    cell_key AS cellKey
  FROM sales WHERE sale_key = :saleKey`;

/** Counts a sale out; where it is not to go, it is written and counted in again. */
const countOut = (db: Writer, saleKey: number): SaleBefore | undefined => {
  const before = db.get<SaleBefore>(selectBefore, { saleKey });
  // A row that somebody else wrote belongs to no cell: it was never counted.
  if (before && before.cellKey !== 0) countSale(db, before, -1);
  return before;
};

/** Writes a sale's latest state, and counts it as what it is now instead of what it was. */
export const updateSale = (db: Writer, saleKey: number, sale: SaleRecord | InStoreSaleRecord): void => {
  const before = countOut(db, saleKey);
  const moves = before !== undefined && before.outletKey !== sale.outletKey;
  if (moves) countCommitted(db, 'sale', saleKey, -1);
  db.run(updateSaleSql, { ...sale, cellKey: countSale(db, sale, 1), saleKey });
  if (moves) countCommitted(db, 'sale', saleKey, 1);
  if (before) moveSearchRow(db, saleKey, before.soldAt, sale.soldAt);
};

/** The fulfillment status of a sale, the least advanced of its fulfillments. */
export const setFulfillmentStatus = (db: Writer, saleKey: number, fulfillmentStatus: string | null): void => {
  const before = countOut(db, saleKey);
  if (!before) return;
  const cellKey = countSale(db, { ...before, fulfillmentStatus }, 1);
  db.run('UPDATE sales SET fulfillment_status = :fulfillmentStatus, cell_key = :cellKey WHERE sale_key = :saleKey', {
    saleKey,
    fulfillmentStatus,
    cellKey,
  });
};

/** Removes a sale's own row, its words, and itself from what is counted. Its other rows are to be gone. */
export const removeSale = (db: Writer, saleKey: number): void => {
  const before = countOut(db, saleKey);
  if (before) removeWords(db, saleKey, before.soldAt);
  db.run('DELETE FROM sales WHERE sale_key = :saleKey', { saleKey });
};

export const linesOfSale = (db: Reader, saleKey: number): SaleLineRecord[] =>
  db.all<SaleLineRecord>(
    `SELECT line_id AS lineId, kind, product_key AS productKey, sku, name, options, bin, barcode, quantity, returned, total, tax,
            parent_line_id AS parentLineId
       FROM sale_lines WHERE sale_key = :saleKey ORDER BY position`,
    { saleKey },
  );

const insertLine = insertInto<SaleLineRecord & { readonly saleKey: number; readonly position: number }>(
  'sale_lines',
  {
    saleKey: 'sale_key',
    position: 'position',
    lineId: 'line_id',
    kind: 'kind',
    productKey: 'product_key',
    sku: 'sku',
    name: 'name',
    options: 'options',
    bin: 'bin',
    barcode: 'barcode',
    quantity: 'quantity',
    returned: 'returned',
    total: 'total',
    tax: 'tax',
    parentLineId: 'parent_line_id',
  },
  ['sales'],
);

export const insertLines = (db: Writer, saleKey: number, lines: readonly SaleLineRecord[]): void => {
  lines.forEach((line, position) => {
    insertLine(db, { ...line, saleKey, position });
  });
};

/** Writes what a sale's lines are now, and what is committed by them. */
export const replaceLines = (db: Writer, saleKey: number, lines: readonly SaleLineRecord[]): void =>
  recommit(db, 'sale', saleKey, () => {
    db.run('DELETE FROM sale_lines WHERE sale_key = :saleKey', { saleKey });
    insertLines(db, saleKey, lines);
  });

export interface SaleEvent {
  readonly eventId: string;
  readonly saleKey: number;
  readonly registerKey: number;
  readonly happenedAt: number;
  /** A sentence. */
  readonly detail: string;
}

export const recordEvent = insertInto<SaleEvent>(
  'sale_events',
  {
    eventId: 'event_id',
    saleKey: 'sale_key',
    registerKey: 'register_key',
    happenedAt: 'happened_at',
    detail: 'detail',
  },
  ['sales'],
);

/** Says something in the timeline of a sale, on the sale's own register. */
export const tellTimeline = (db: Writer, event: Omit<SaleEvent, 'registerKey'>): void => {
  const sale = saleByKey(db, event.saleKey);
  if (sale) recordEvent(db, { ...event, registerKey: sale.registerKey });
};
