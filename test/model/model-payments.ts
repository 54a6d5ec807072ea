import { sum, units, type WebOrder, type WebRefund } from './web-order.ts';

export interface ModelPayment {
  readonly method: string;
  readonly amount: number;
}

/** What BigCommerce's own words about the payment say; silence is left to the status (bigcommerce.md §8.1). */
const words: Readonly<Record<string, boolean>> = {
  captured: true,
  paid: true,
  refunded: true,
  'partially refunded': true,
  authorized: false,
  'capture pending': false,
  declined: false,
  'held for review': false,
  pending: false,
  void: false,
  'void pending': false,
};

/** Statuses that an order reaches once its money is in; 4, 13 and 14 are what happens to paid orders afterwards. */
const paidStatuses = new Set([2, 3, 8, 9, 10, 11, 4, 13, 14]);

/** Whether the order's main tender came in: by the payment's own words, else by the status. */
const mainTenderIn = (order: WebOrder): boolean => words[order.payment_status] ?? paidStatuses.has(order.status_id);

/** Each tender by itself (R23). */
export const tendersOf = (order: WebOrder): ModelPayment[] => {
  const credit = units(order.store_credit_amount);
  const certificate = units(order.gift_certificate_amount);
  const main = mainTenderIn(order) ? Math.max(0, units(order.total_inc_tax) - credit - certificate) : 0;
  return [
    { method: 'store credit', amount: credit },
    { method: 'gift certificate', amount: certificate },
    { method: order.payment_method.toLowerCase(), amount: main },
  ].filter(({ amount }) => amount > 0);
};

export interface ModelReturn {
  readonly amount: number;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
}

/** A refund gives back its quantities, and the money that was not declined (R65–R66, bigcommerce.md §8.2). */
export const returnOf = (refund: WebRefund): ModelReturn => ({
  amount: units(refund.total_amount) - sum(refund.payments.map((each) => (each.is_declined ? units(each.amount) : 0))),
  lines: refund.items
    .filter((item) => item.item_type === 'PRODUCT')
    .map((item) => ({ lineId: String(item.item_id), quantity: item.quantity ?? 0 })),
});

export const paymentState = (total: number, paid: number, refunded: number): string => {
  if (refunded > 0) return refunded >= paid ? 'refunded' : 'part_refunded';
  if (paid >= total) return 'paid';
  return paid > 0 ? 'part_paid' : 'unpaid';
};
