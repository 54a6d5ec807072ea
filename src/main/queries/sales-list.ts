import type { SaleFilter, SaleRowView } from '../../contract/sales.ts';
import type { Reader } from '../store/connection.ts';
import { findSales, type Place } from './find-sales.ts';
import { pageOf, positionOf } from './paging.ts';
import { saleQuestion } from './sale-filter.ts';
import { instantView, moneyView } from './views.ts';

export interface SaleRow extends Place {
  readonly saleId: string;
  readonly receiptNumber: string;
  readonly orderId: number | null;
  readonly source: SaleRowView['source'];
  readonly saleStatus: SaleRowView['saleStatus'];
  readonly bigcommerceStatusId: number | null;
  readonly bigcommerceStatus: string | null;
  readonly paymentState: SaleRowView['paymentState'];
  readonly fulfillmentStatus: SaleRowView['fulfillmentStatus'];
  readonly onHold: number;
  readonly archived: number;
  readonly soldDay: string;
  readonly importedAt: number;
  readonly outletId: string;
  readonly registerId: string;
  readonly customerName: string;
  readonly itemCount: number;
  readonly total: number;
  readonly refunded: number;
  readonly currency: string;
}

/** The columns of a `SaleRow`, and what they are read from besides the sale itself. */
export const saleColumns = `
       s.sale_key AS saleKey, s.sale_id AS saleId, s.receipt_number AS receiptNumber, s.order_id AS orderId, s.source,
       s.sale_status AS saleStatus, s.bigcommerce_status_id AS bigcommerceStatusId,
       s.bigcommerce_status AS bigcommerceStatus, s.payment_state AS paymentState,
       s.fulfillment_status AS fulfillmentStatus, s.on_hold AS onHold, s.archived, s.sold_at AS soldAt, s.sold_day AS soldDay,
       s.imported_at AS importedAt, o.outlet_id AS outletId, r.register_id AS registerId,
       s.customer_name AS customerName, s.item_count AS itemCount, s.total, s.refunded, s.currency`;
export const saleJoins = `
  CROSS JOIN outlets o ON o.outlet_key = s.outlet_key
  CROSS JOIN registers r ON r.register_key = s.register_key`;

export const saleRowView = (row: SaleRow): SaleRowView => ({
  saleId: row.saleId,
  receiptNumber: row.receiptNumber,
  orderId: row.orderId === null ? null : String(row.orderId),
  source: row.source,
  saleStatus: row.saleStatus,
  bigcommerceStatusId: row.bigcommerceStatusId,
  bigcommerceStatus: row.bigcommerceStatus,
  paymentState: row.paymentState,
  fulfillmentStatus: row.fulfillmentStatus,
  onHold: row.onHold === 1,
  archived: row.archived === 1,
  soldAt: instantView(row.soldAt),
  soldDay: row.soldDay,
  importedAt: instantView(row.importedAt),
  outletId: row.outletId,
  registerId: row.registerId,
  customerName: row.customerName,
  itemCount: row.itemCount,
  total: moneyView(row.total, row.currency),
  refunded: moneyView(row.refunded, row.currency),
});

type ListInput = SaleFilter & { readonly cursor?: string | undefined; readonly limit: number };

export const listSales = (db: Reader, { cursor, limit, ...filter }: ListInput) => {
  const question = saleQuestion(db, filter);
  if (!question) return { rows: [], nextCursor: null };
  const rows = findSales<SaleRow>(db, question, {
    columns: saleColumns,
    joins: saleJoins,
    after: placeAfter(cursor),
    most: limit + 1,
  });
  return pageOf(rows, limit, (row) => ({ value: row.soldAt, key: row.saleKey }), saleRowView);
};

/** Where the page before ended; undefined on the first one. Throws `invalid_input`. */
export const placeAfter = (cursor: string | undefined): Place | undefined => {
  if (cursor === undefined) return undefined;
  const { value, key } = positionOf(cursor);
  return { soldAt: Number(value), saleKey: key };
};
