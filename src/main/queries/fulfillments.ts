import type { Contract } from '../../contract/contract.ts';
import { Refusal } from '../../contract/fault.ts';
import type { FulfillmentRowView, FulfillmentView } from '../../contract/fulfillments.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { Reader, SqlParams } from '../store/connection.ts';
import { pageOf, positionOf, searchPattern, where } from './paging.ts';
import { timelineOf } from './sale-detail.ts';
import { instantView, moneyView } from './views.ts';

interface FulfillmentRow {
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
  readonly customerName: string;
  readonly total: number;
  readonly currency: string;
  readonly saleStatus: FulfillmentRowView['saleStatus'];
  readonly paymentState: FulfillmentRowView['paymentState'];
  readonly onHold: number;
  readonly bigcommerceStatusId: number | null;
  readonly bigcommerceStatus: string | null;
}

const columns = `
  f.fulfillment_key AS fulfillmentKey, f.sale_key AS saleKey, f.fulfillment_id AS fulfillmentId, s.sale_id AS saleId,
  s.order_id AS orderId, s.receipt_number AS receiptNumber, f.type, f.status, f.version, f.digital, f.alarm,
  f.placed_at AS placedAt, f.item_count AS itemCount, s.customer_name AS customerName, s.total, s.currency,
  s.sale_status AS saleStatus, s.payment_state AS paymentState, s.on_hold AS onHold,
  s.bigcommerce_status_id AS bigcommerceStatusId, s.bigcommerce_status AS bigcommerceStatus`;

const source = 'FROM fulfillments f JOIN sales s ON s.sale_key = f.sale_key';

/** Which statuses a segment of the screen shows; `all` shows every one. */
const segments = { new: 'new', in_progress: 'picking', packed: 'packed', all: null } as const;

interface Filter {
  readonly type?: FulfillmentRowView['type'] | undefined;
  readonly search?: string | undefined;
  readonly orderId?: string | undefined;
}

/** Null when what was typed holds nothing that could be found. */
const conditionsOf = (filter: Filter): { conditions: (string | false)[]; params: SqlParams } | null => {
  const pattern = filter.search?.trim() ? searchPattern(filter.search) : undefined;
  if (pattern === null) return null;
  return {
    conditions: [
      filter.type !== undefined && 'f.type = :type',
      filter.orderId !== undefined && 's.order_id = :orderId',
      pattern !== undefined && 'f.sale_key IN (SELECT rowid FROM sale_search WHERE sale_search MATCH :pattern)',
    ],
    params: {
      ...(filter.type === undefined ? {} : { type: filter.type }),
      ...(filter.orderId === undefined ? {} : { orderId: Number(filter.orderId) }),
      ...(pattern === undefined ? {} : { pattern }),
    },
  };
};

interface ListInput extends Filter {
  readonly segment: keyof typeof segments;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Open goods: those of a last one first, for the next order may find none, then the oldest, which wait longest (N6). */
const openOrder = {
  by: 'f.alarm DESC, f.placed_at, f.fulfillment_key',
  after: `(f.alarm < :afterLead OR
           f.alarm = :afterLead AND (f.placed_at, f.fulfillment_key) > (:afterValue, :afterKey))`,
} as const;

/** Everything together: newest first. */
const allOrder = {
  by: 'f.placed_at DESC, f.fulfillment_key DESC',
  after: '(f.placed_at, f.fulfillment_key) < (:afterValue, :afterKey)',
} as const;

export const listFulfillments = (
  db: Reader,
  { segment, cursor, limit, ...filter }: ListInput,
): OutputOf<Contract['fulfillments.list']> => {
  const found = conditionsOf(filter);
  if (!found) return { rows: [], nextCursor: null };
  const status = segments[segment];
  const order = status === null ? allOrder : openOrder;
  const after = cursor === undefined ? undefined : positionOf(cursor);
  const rows = db.all<FulfillmentRow>(
    `SELECT ${columns} ${source}
     ${where([...found.conditions, status !== null && 'f.status = :status', after && order.after])}
     ORDER BY ${order.by} LIMIT :limit`,
    {
      ...found.params,
      ...(status === null ? {} : { status }),
      ...(after ? { afterValue: after.value, afterKey: after.key } : {}),
      ...(after && status !== null ? { afterLead: after.lead ?? 0 } : {}),
      limit: limit + 1,
    },
  );
  return pageOf(
    rows,
    limit,
    (row) => ({ value: row.placedAt, key: row.fulfillmentKey, lead: status === null ? undefined : row.alarm }),
    (row) => rowView(db, row),
  );
};

export const countFulfillments = (db: Reader, filter: Filter): OutputOf<Contract['fulfillments.counts']> => {
  const found = conditionsOf(filter);
  const rows = found
    ? db.all<{ status: string; count: number }>(
        `SELECT f.status, count(*) AS count ${source} ${where(found.conditions)} GROUP BY f.status`,
        found.params,
      )
    : [];
  const of = (status: string) => rows.find((row) => row.status === status)?.count ?? 0;
  return {
    new: of('new'),
    in_progress: of('picking'),
    packed: of('packed'),
    all: rows.reduce((sum, row) => sum + row.count, 0),
  };
};

interface Recipient {
  readonly method: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly customerMessage: string;
  readonly staffNotes: string;
}

/** One fulfillment with its address, lines and timeline. Throws `not_found`. */
export const getFulfillment = (db: Reader, fulfillmentId: string): FulfillmentView => {
  const row = db.get<FulfillmentRow & Recipient>(
    `SELECT ${columns}, f.method, f.recipient_name AS name, f.recipient_address AS address,
            f.recipient_phone AS phone, f.recipient_email AS email, s.customer_message AS customerMessage,
            s.staff_notes AS staffNotes
     ${source} WHERE f.fulfillment_id = :fulfillmentId`,
    { fulfillmentId },
  );
  if (!row) throw new Refusal('not_found');
  return {
    ...rowView(db, row),
    recipient: {
      name: row.name,
      addressLines: row.address.split('\n').filter(Boolean),
      phone: row.phone,
      email: row.email,
    },
    method: row.method,
    customerMessage: row.customerMessage,
    staffNotes: row.staffNotes,
    timeline: timelineOf(db, row.saleKey),
  };
};

const rowView = (db: Reader, row: FulfillmentRow): FulfillmentRowView => ({
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
  bigcommerceStatusId: row.bigcommerceStatusId,
  bigcommerceStatus: row.bigcommerceStatus,
  lines: db.all(
    `SELECT fl.line_id AS lineId, p.product_id AS productId, l.sku, l.name, l.options, l.bin,
            fl.ordered, fl.picked, fl.packed, fl.fulfilled,
            max(0, fl.picked - CASE f.status WHEN 'cancelled' THEN fl.fulfilled ELSE fl.ordered END) AS putBack
       FROM fulfillment_lines fl
       JOIN fulfillments f ON f.fulfillment_key = fl.fulfillment_key
       JOIN sale_lines l ON l.sale_key = :saleKey AND l.line_id = fl.line_id
       LEFT JOIN products p ON p.product_key = l.product_key
      WHERE fl.fulfillment_key = :fulfillmentKey ORDER BY fl.position`,
    { saleKey: row.saleKey, fulfillmentKey: row.fulfillmentKey },
  ),
});
