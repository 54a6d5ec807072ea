import { Refusal } from '../../contract/fault.ts';
import type { SaleView } from '../../contract/sales.ts';
import { sumOf } from '../domain/amount.ts';
import type { Reader } from '../store/connection.ts';
import { shownLink } from '../store/links.ts';
import { type SaleRow, saleColumns, saleJoins, saleRowView } from './sales-list.ts';
import { timelineOf } from './timeline.ts';
import { instantView, moneyView } from './views.ts';

interface DetailRow extends SaleRow {
  readonly customerId: string | null;
  readonly customerEmail: string;
  readonly customerPhone: string;
  readonly customerMessage: string;
  readonly staffNotes: string;
  readonly tax: number;
}

const selectDetail = `SELECT ${saleColumns}, s.tax, s.customer_email AS customerEmail, s.customer_phone AS customerPhone,
       s.customer_message AS customerMessage, s.staff_notes AS staffNotes,
       (SELECT c.customer_id FROM customers c WHERE c.customer_key = s.customer_key) AS customerId
  FROM sales s ${saleJoins}`;

type By = { readonly saleId?: string | undefined; readonly orderId?: string | undefined };

/** Another store that was linked once may have had an order of that number, too. */
const saleOfNumber = `coalesce(
  (SELECT sale_key FROM sales WHERE link_key = :linkKey AND order_id = :orderId),
  (SELECT max(sale_key) FROM sales WHERE order_id = :orderId))`;

/** One sale with everything. Throws `not_found`. */
export const getSale = (db: Reader, by: By): SaleView => {
  const row =
    by.saleId === undefined
      ? db.get<DetailRow>(`${selectDetail} WHERE s.sale_key = ${saleOfNumber}`, {
          orderId: Number(by.orderId),
          linkKey: shownLink(db)?.linkKey ?? null,
        })
      : db.get<DetailRow>(`${selectDetail} WHERE s.sale_id = :saleId`, { saleId: by.saleId });
  if (!row) throw new Refusal('not_found');
  const { currency, saleKey } = row;
  const lines = linesOf(db, saleKey);
  const payments = paymentsOf(db, saleKey);
  const returns = returnsOf(db, saleKey);
  const paid = sumOf(payments, (payment) => payment.amount);
  const refunded = sumOf(returns, (each) => each.amount);
  const money = (amount: number) => moneyView(amount, currency);
  const totalOf = (...kinds: string[]) => money(sumOf(lines, (line) => (kinds.includes(line.kind) ? line.total : 0)));
  return {
    ...saleRowView(row),
    customer: {
      customerId: row.customerId,
      name: row.customerName,
      email: row.customerEmail,
      phone: row.customerPhone,
    },
    customerMessage: row.customerMessage,
    staffNotes: row.staffNotes,
    totals: {
      items: totalOf('product'),
      charges: totalOf('shipping', 'handling', 'wrapping', 'fee', 'rounding'),
      discounts: totalOf('discount'),
      tax: money(row.tax),
      paid: money(paid),
      refunded: money(refunded),
      balanceDue: money(row.saleStatus === 'voided' ? 0 : balanceDue(row.total, paid)),
    },
    lines: lines.map((line) => ({ ...line, total: money(line.total), tax: money(line.tax) })),
    payments: payments.map(({ amount, at, ...payment }) => ({
      ...payment,
      amount: money(amount),
      at: instantView(at),
    })),
    returns: returns.map(({ refundId, amount, at, ...each }) => ({
      ...each,
      amount: money(amount),
      at: instantView(at),
      lines: returnedLinesOf(db, saleKey, refundId),
    })),
    stockMovements: movementsOf(db, saleKey).map(({ at, ...movement }) => ({ ...movement, at: instantView(at) })),
    fulfillments: db.all(
      'SELECT fulfillment_id AS fulfillmentId, type, status FROM fulfillments WHERE sale_key = :saleKey',
      { saleKey },
    ),
    timeline: timelineOf(db, saleKey),
  };
};

/** What the customer owes; negative is what the shop owes for goods that came back to the counter. */
const balanceDue = (total: number, paid: number): number =>
  total < 0 ? Math.min(0, total - paid) : Math.max(0, total - paid);

type LineView = SaleView['lines'][number];

const linesOf = (db: Reader, saleKey: number) =>
  db.all<Omit<LineView, 'total' | 'tax'> & { readonly total: number; readonly tax: number }>(
    `SELECT l.line_id AS lineId, l.kind, p.product_id AS productId, l.sku, l.name, l.options, l.quantity, l.total, l.tax,
            l.parent_line_id AS parentLineId
       FROM sale_lines l LEFT JOIN products p ON p.product_key = l.product_key
      WHERE l.sale_key = :saleKey ORDER BY l.position`,
    { saleKey },
  );

const paymentsOf = (db: Reader, saleKey: number) =>
  db.all<{ method: string; amount: number; outletId: string; registerId: string; at: number }>(
    `SELECT p.method, p.amount, o.outlet_id AS outletId, r.register_id AS registerId, p.paid_at AS at
       FROM payments p
       JOIN outlets o ON o.outlet_key = p.outlet_key
       JOIN registers r ON r.register_key = p.register_key
      WHERE p.sale_key = :saleKey AND p.voided = 0 ORDER BY p.paid_at, p.revision, p.tender`,
    { saleKey },
  );

const returnsOf = (db: Reader, saleKey: number) =>
  db.all<{ refundId: number; returnId: string; amount: number; reason: string; at: number }>(
    `SELECT refund_id AS refundId, return_id AS returnId, amount, reason, returned_at AS at
       FROM returns WHERE sale_key = :saleKey ORDER BY refund_id`,
    { saleKey },
  );

const returnedLinesOf = (db: Reader, saleKey: number, refundId: number) =>
  db.all<{ lineId: string; quantity: number }>(
    `SELECT CAST(i.line_id AS TEXT) AS lineId, i.quantity
       FROM refund_items i JOIN sales s ON s.link_key = i.link_key
      WHERE s.sale_key = :saleKey AND i.refund_id = :refundId ORDER BY i.position`,
    { saleKey, refundId },
  );

const movementsOf = (db: Reader, saleKey: number) =>
  db.all<{ productId: string; sku: string; outletId: string; quantity: number; cause: string; at: number }>(
    `SELECT p.product_id AS productId, p.sku, o.outlet_id AS outletId, m.quantity, m.cause_kind AS cause,
            m.moved_at AS at
       FROM stock_movements m
       JOIN products p ON p.product_key = m.product_key
       JOIN outlets o ON o.outlet_key = m.outlet_key
      WHERE m.sale_key = :saleKey ORDER BY m.movement_key`,
    { saleKey },
  );
