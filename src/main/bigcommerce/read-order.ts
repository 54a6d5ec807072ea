import { hash } from 'node:crypto';
import type { Buyer, Order, OrderLine } from '../domain/order.ts';
import { amountOf, chargeOf, check, instantOf, required, UnreadableField } from './fields.ts';
import { type OrderDto, orderDto } from './order-dto.ts';
import { type Consignments, readConsignments } from './read-consignments.ts';
import { readLine, repeatedLineId } from './read-line.ts';

/** What a row of the order list turned out to be. */
export type ReadOrder =
  | { readonly kind: 'order'; readonly order: Order; readonly linesComplete: boolean; readonly placesComplete: boolean }
  | { readonly kind: 'unreadable'; readonly orderId: string; readonly modifiedAt: number | null; readonly why: string };

/** Reads one row of the list. Never throws for its content: what is not understood comes back as unreadable. */
export const readOrder = (raw: unknown): ReadOrder => {
  try {
    return orderFrom(check(orderDto, raw));
  } catch (error) {
    if (!(error instanceof UnreadableField)) throw error;
    return { kind: 'unreadable', orderId: idOf(raw), modifiedAt: modifiedAtOf(raw), why: error.message };
  }
};

const orderFrom = (dto: OrderDto): ReadOrder => {
  const places = readConsignments(dto.consignments ?? []);
  const lines = linesAlongside(places) ?? [];
  const total = chargeOf('total', required('total_inc_tax', dto.total_inc_tax), dto.total_ex_tax, dto.total_tax);
  const order: Order = {
    orderId: dto.id,
    statusId: dto.status_id,
    statusLabel: dto.custom_status || dto.status || '',
    placedAt: instantOf('date_created', dto.date_created),
    modifiedAt: instantOf('date_modified', dto.date_modified),
    archived: dto.is_deleted ?? false,
    currency: currencyOf(dto),
    buyer: buyerOf(dto),
    customerMessage: dto.customer_message ?? '',
    staffNotes: dto.staff_notes ?? '',
    externalSource: dto.external_source ?? '',
    taxInclusive: dto.is_tax_inclusive_pricing ?? false,
    total: total.incTax,
    totalTax: total.tax,
    ...chargesOf(dto),
    discount: amountOf('discount_amount', dto.discount_amount),
    couponDiscount: amountOf('coupon_discount', dto.coupon_discount),
    storeCredit: amountOf('store_credit_amount', dto.store_credit_amount),
    giftCertificate: amountOf('gift_certificate_amount', dto.gift_certificate_amount),
    paymentMethod: dto.payment_method ?? '',
    paymentStatus: dto.payment_status ?? '',
    lines,
    consignments: places.consignments,
  };
  const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
  return {
    kind: 'order',
    order,
    placesComplete: places.listed,
    linesComplete: places.linesWhole && lines.length > 0 && pieces >= (dto.items_total ?? 0),
  };
};

const buyerOf = ({ customer_id, billing_address: billing }: OrderDto): Buyer => ({
  bigcommerceCustomerId: customer_id ?? 0,
  name: [billing?.first_name, billing?.last_name].filter(Boolean).join(' ').trim() || billing?.company || 'Guest',
  email: (billing?.email ?? '').trim(),
  phone: billing?.phone ?? '',
});

/** Null when a line that came along is not understood, or twice: what exactly comes along is documented nowhere. */
const linesAlongside = (places: Consignments): OrderLine[] | null => {
  try {
    const lines = places.lines.map((line) => readLine(line.raw, line.consignmentId));
    return repeatedLineId(lines) === undefined ? lines : null;
  } catch (error) {
    if (error instanceof UnreadableField) return null;
    throw error;
  }
};

const chargesOf = (dto: OrderDto): Pick<Order, 'shipping' | 'handling' | 'wrapping' | 'fees'> => ({
  shipping: chargeOf('shipping_cost', dto.shipping_cost_inc_tax, dto.shipping_cost_ex_tax, dto.shipping_cost_tax),
  handling: chargeOf('handling_cost', dto.handling_cost_inc_tax, dto.handling_cost_ex_tax, dto.handling_cost_tax),
  wrapping: chargeOf('wrapping_cost', dto.wrapping_cost_inc_tax, dto.wrapping_cost_ex_tax, dto.wrapping_cost_tax),
  fees: (dto.fees ?? []).map((fee) => ({
    feeId: String(fee.id),
    name: fee.display_name_merchant || fee.display_name_customer || 'Fee',
    ...chargeOf('fees.cost', fee.cost_inc_tax, fee.cost_ex_tax, fee.cost_tax),
  })),
});

/** The transactional currency; `currency_code` is what was displayed (bigcommerce.md §3.3). */
const currencyOf = (dto: OrderDto): string => {
  const code = (dto.default_currency_code || dto.currency_code || '').toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) throw new UnreadableField('default_currency_code', code);
  return code;
};

const fieldOf = (raw: unknown, name: string): unknown =>
  typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : undefined;

const idOf = (raw: unknown): string => {
  const id = fieldOf(raw, 'id');
  if (typeof id === 'number' || typeof id === 'string') return String(id).slice(0, 40);
  // Without a number it still has to be told from the next one without.
  return `unknown-${hash('sha1', JSON.stringify(raw) ?? '').slice(0, 12)}`;
};

const modifiedAtOf = (raw: unknown): number | null => {
  const changed = fieldOf(raw, 'date_modified');
  const at = typeof changed === 'string' ? Date.parse(changed) : Number.NaN;
  return Number.isNaN(at) ? null : at;
};
