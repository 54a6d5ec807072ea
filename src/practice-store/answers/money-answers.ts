import { isoInstant } from '../instants.ts';
import { jsonMoney, money } from '../money.ts';
import type { Order, Refund, Transaction } from '../orders/order.ts';
import type { Charge, OrderMoney } from '../orders/order-money.ts';

/** A V3 transaction; its order id is text, its amount a number (bigcommerce.md §8.1). */
export const transactionAnswer = (order: Order, each: Transaction) => ({
  id: each.id,
  order_id: String(order.id),
  event: each.event,
  method: each.method,
  amount: jsonMoney(each.amount),
  currency: order.currency.code,
  gateway: each.gateway,
  gateway_transaction_id: `practice_${each.id}`,
  status: each.ok ? 'ok' : 'error',
  test: true,
  fraud_review: false,
  reference_transaction_id: each.referenceId,
  date_created: isoInstant(each.at),
  avs_result: {},
  cvv_result: {},
  ...details(order, each),
});

const details = (order: Order, { method, id }: Transaction) => {
  switch (method) {
    case 'credit_card':
      return {
        credit_card: { card_type: id % 2 === 0 ? 'visa' : 'mastercard', card_iin: '424242', card_last4: '4242' },
      };
    case 'store_credit':
      return { store_credit: { remaining_balance: 0 } };
    case 'gift_certificate':
      return {
        gift_certificate: {
          code: `GC-${order.id}`,
          original_balance: jsonMoney(order.giftCertificate),
          starting_balance: jsonMoney(order.giftCertificate),
          remaining_balance: 0,
          status: 'expired',
        },
      };
    case 'electronic_wallet':
      return {};
  }
};

/** A V3 refund (bigcommerce.md §8.2). A refund of tax alone has no items. */
export const refundAnswer = (order: Order, refund: Refund) => ({
  id: refund.id,
  order_id: order.id,
  user_id: 0,
  created: isoInstant(refund.at),
  reason: refund.reason,
  total_amount: jsonMoney(refund.total),
  total_tax: jsonMoney(refund.tax),
  uses_merchant_override_values: false,
  items: refund.items.map((item) => ({
    item_type: item.type,
    item_id: item.itemId,
    reason: refund.reason,
    ...(item.quantity === null ? {} : { quantity: item.quantity }),
    requested_amount: item.type === 'PRODUCT' ? null : jsonMoney(item.amount),
    adjustments: [],
  })),
  payments: [
    {
      id: refund.payment.id,
      provider_id: refund.payment.providerId,
      amount: jsonMoney(refund.total),
      offline: refund.payment.offline,
      is_declined: refund.payment.declined,
      declined_message: refund.payment.declined ? 'The gateway refused the refund.' : '',
      transaction_id: refund.payment.transactionId === null ? '' : String(refund.payment.transactionId),
    },
  ],
});

/** Coupons used on the order (bigcommerce.md §3.6). */
export const couponAnswers = (order: Order) =>
  order.discounts
    .filter((each) => each.kind === 'coupon')
    .map((coupon) => ({
      id: coupon.id,
      coupon_id: coupon.id + 1_000,
      order_id: order.id,
      code: coupon.code,
      amount: money(coupon.face),
      type: coupon.couponType,
      discount: money(coupon.amount),
    }));

/** The taxes of lines and charges; only `details=true` says which line each belongs to. */
export const taxAnswers = (order: Order, amounts: OrderMoney, withDetails: boolean) => {
  const row = (tax: number, type: string, lineId: number, addressId: number) =>
    tax === 0 ? [] : [{ tax, type, lineId, addressId }];
  const charged = (type: string, charges: readonly Charge[]) =>
    charges.flatMap((charge, index) => row(charge.tax, type, 0, order.addresses[index]?.id ?? 0));
  const rows = [
    ...amounts.lines.flatMap(({ line, total }) => row(total.tax, 'item', line.id, line.addressId)),
    ...amounts.lines.flatMap(({ line, wrapping }) => row(wrapping.tax, 'gift-wrapping', line.id, line.addressId)),
    ...charged('shipping', amounts.shippingByAddress),
    ...charged('handling', amounts.handlingByAddress),
  ];
  return rows.map(({ tax, type, lineId, addressId }, index) => ({
    id: order.id * 100 + index,
    order_id: order.id,
    order_address_id: addressId,
    tax_rate_id: 1,
    sales_tax_id: '1',
    tax_class_id: type === 'shipping' || type === 'handling' ? 2 : 0,
    name: 'Tax',
    class: 'Default Tax Class',
    rate: money(order.taxRate * 100),
    priority: 1,
    priority_amount: money(tax),
    line_amount: money(tax),
    order_pickup_method_id: order.pickup?.id ?? 0,
    ...(withDetails ? { order_product_id: String(lineId), line_item_type: type } : {}),
  }));
};
