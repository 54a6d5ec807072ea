import { rfc2822 } from '../instants.ts';
import { type Amount, money } from '../money.ts';
import type { Order } from '../orders/order.ts';
import { type Charge, type OrderMoney, orderMoney } from '../orders/order-money.ts';
import { systemLabelOf } from '../orders/order-status.ts';
import { exchangeRateOf } from '../shop/currencies.ts';
import { type Shop, statusLabelOf } from '../shop/shop.ts';
import { addressAnswer } from './address-answer.ts';
import { consignmentsAnswer } from './consignments-answer.ts';
import { linkTo } from './link.ts';

/** What a request for orders wants besides the orders themselves (bigcommerce.md §3.2). */
export interface Sideload {
  readonly consignments: boolean;
  readonly lines: boolean;
  readonly fees: boolean;
  /** The supported shape; without it the answer is the old list of one. */
  readonly asObject: boolean;
}

export const noSideload: Sideload = { consignments: false, lines: false, fees: false, asObject: false };

/** One order as V2 gives it (bigcommerce.md §3.3), with fields that no client needs, as the real one has them. */
export const orderAnswer = (shop: Shop, order: Order, sideload: Sideload) => {
  const amounts = orderMoney(order);
  return {
    id: order.id,
    ...header(shop, order),
    ...totals(order, amounts),
    ...payment(shop, order),
    ...origin(order),
    billing_address: { ...addressAnswer(order.billing, order.email), form_fields: [] },
    ...resources(shop, order, amounts, sideload),
  };
};

const header = (shop: Shop, order: Order) => ({
  customer_id: order.customerId,
  date_created: rfc2822(order.createdAt),
  date_modified: rfc2822(order.modifiedAt),
  date_shipped: order.shippedAt === 0 ? '' : rfc2822(order.shippedAt),
  status_id: order.statusId,
  status: systemLabelOf(order.statusId),
  custom_status: statusLabelOf(shop, order.statusId),
  items_total: order.lines.reduce((sum, line) => sum + line.quantity, 0),
  items_shipped: order.lines.reduce((sum, line) => sum + line.shipped, 0),
  staff_notes: order.staffNotes,
  customer_message: order.customerMessage,
  is_deleted: order.archived,
});

const totals = (order: Order, amounts: OrderMoney) => ({
  ...three('subtotal', amounts.subtotal),
  ...cost('shipping', sumOfBase(order.addresses.map((each) => each.cost)), amounts.shipping),
  shipping_cost_tax_class_id: 2,
  ...cost('handling', sumOfBase(order.addresses.map((each) => each.handling)), amounts.handling),
  handling_cost_tax_class_id: 2,
  ...cost('wrapping', sumOfBase(order.lines.map((each) => each.wrapping)), amounts.wrapping),
  wrapping_cost_tax_class_id: 3,
  ...three('total', amounts.total),
  discount_amount: money(amounts.discount),
  coupon_discount: money(amounts.couponDiscount),
  store_credit_amount: money(order.storeCredit),
  gift_certificate_amount: money(order.giftCertificate),
  // Always 0, whatever was refunded (bigcommerce.md §0.8).
  refunded_amount: '0.0000',
  is_tax_inclusive_pricing: order.taxInclusive,
});

const three = <N extends string>(name: N, { ex, inc, tax }: Charge) =>
  ({ [`${name}_ex_tax`]: money(ex), [`${name}_inc_tax`]: money(inc), [`${name}_tax`]: money(tax) }) as Record<
    `${N}_ex_tax` | `${N}_inc_tax` | `${N}_tax`,
    string
  >;

const cost = <N extends string>(name: N, base: Amount, charge: Charge) => ({
  ...({ [`base_${name}_cost`]: money(base) } as Record<`base_${N}_cost`, string>),
  ...three(`${name}_cost`, charge),
});

const sumOfBase = (amounts: readonly Amount[]): Amount => amounts.reduce((sum, amount) => sum + amount, 0);

const payment = (shop: Shop, order: Order) => ({
  payment_method: order.paymentMethod,
  payment_provider_id: order.paymentProvider,
  payment_status: order.paymentStatus,
  currency_id: order.displayCurrency.id,
  currency_code: order.displayCurrency.code,
  currency_exchange_rate: `${money(exchangeRateOf(order.currency, order.displayCurrency))}000000`,
  default_currency_id: order.currency.id,
  default_currency_code: order.currency.code,
  store_default_currency_code: shop.settings.currency.code,
  store_default_to_transactional_exchange_rate: `${money(order.exchangeRate)}000000`,
  credit_card_type: null,
});

const origin = (order: Order) => ({
  order_is_digital: order.lines.every((line) => line.kind === 'digital'),
  order_source: order.source,
  channel_id: order.channelId,
  external_source: order.externalSource,
  external_id: null,
  external_order_id: order.externalOrderId,
  external_merchant_id: null,
  cart_id: `0e5c7a11-practice-${String(order.id).padStart(8, '0')}`,
  shipping_address_count: order.addresses.length,
  tax_provider_id: 'BasicTaxProvider',
  customer_locale: 'en',
  ip_address: `198.51.100.${order.id % 254}`,
  ip_address_v6: '',
  geoip_country: order.billing.country,
  geoip_country_iso2: order.billing.countryIso2,
  ebay_order_id: '0',
  is_email_opt_in: order.id % 3 === 0,
});

const resources = (shop: Shop, order: Order, amounts: OrderMoney, sideload: Sideload) => {
  const link = (name: string) => linkTo(shop.settings.storeHash, `/orders/${order.id}/${name}`);
  return {
    fees: sideload.fees ? feeRows(order, amounts) : link('fees'),
    consignments: consignmentsField(shop, order, amounts, sideload) ?? link('consignments'),
    products: link('products'),
    shipping_addresses: link('shipping_addresses'),
    coupons: link('coupons'),
  };
};

const consignmentsField = (shop: Shop, order: Order, amounts: OrderMoney, sideload: Sideload) => {
  if (!sideload.consignments) return null;
  const answer = consignmentsAnswer(shop.settings.storeHash, order, amounts, sideload.lines);
  return sideload.asObject ? answer : [answer];
};

/** Charges of the order as a whole (bigcommerce.md §3.6). */
export const feeRows = (order: Order, amounts: OrderMoney) =>
  order.fees.map((fee, index) => ({
    id: fee.id,
    type: 'custom_fee',
    display_name_customer: fee.name,
    display_name_merchant: fee.name,
    source: 'AA',
    base_cost: money(fee.amount),
    cost_ex_tax: money(amounts.fees[index]?.ex ?? 0),
    cost_inc_tax: money(amounts.fees[index]?.inc ?? 0),
    cost_tax: money(amounts.fees[index]?.tax ?? 0),
    tax_class_id: null,
  }));
