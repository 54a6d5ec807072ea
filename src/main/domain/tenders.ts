import type { Amount } from './amount.ts';
import type { Order } from './order.ts';
import type { OrderStatus } from './order-status.ts';

/** One means of payment on an order; each becomes a payment of its own (R23). */
export interface Tender {
  readonly tender: 'store_credit' | 'gift_certificate' | 'payment';
  readonly method: string;
  readonly amount: Amount;
}

/** Money is promised, refused or taken back, whatever the order's status says (bigcommerce.md §8.1). */
const notTaken = new Set(['authorized', 'capture pending', 'declined', 'held for review', 'void', 'void pending']);

/** Money was taken although the status does not say so. */
const taken = new Set(['captured', 'paid', 'refunded', 'partially refunded']);

const isPaid = (order: Order, status: OrderStatus): boolean => {
  const paymentStatus = order.paymentStatus.toLowerCase();
  // An empty payment status is common on manual and offline orders, so it says nothing: the status decides.
  return status.paid ? !notTaken.has(paymentStatus) : taken.has(paymentStatus);
};

/** What has been paid on an order by its latest state; empty for an unpaid one (R21–R23). */
export const tendersOf = (order: Order, status: OrderStatus): Tender[] => {
  if (status.sale !== 'closed') return [];
  const rest = order.total - order.storeCredit - order.giftCertificate;
  const tenders: Tender[] = [
    { tender: 'store_credit', method: 'Store credit', amount: order.storeCredit },
    { tender: 'gift_certificate', method: 'Gift certificate', amount: order.giftCertificate },
    {
      tender: 'payment',
      method: order.paymentMethod || 'Online payment',
      amount: isPaid(order, status) ? Math.max(rest, 0) : 0,
    },
  ];
  return tenders.filter((each) => each.amount !== 0);
};

export type PaymentState = 'unpaid' | 'part_paid' | 'paid' | 'refunded' | 'part_refunded';

/** Amounts are ten-thousandths of one currency. */
export const paymentStateOf = (total: Amount, paid: Amount, givenBack: Amount): PaymentState => {
  if (givenBack > 0) return givenBack >= paid ? 'refunded' : 'part_refunded';
  if (paid >= total) return 'paid';
  return paid > 0 ? 'part_paid' : 'unpaid';
};

/** Of a sale in the shop. A negative total is money to give back: `refunded` once all of it was. */
export const inStorePaymentState = (total: Amount, paid: Amount): PaymentState =>
  total >= 0 || paid === 0 ? paymentStateOf(Math.abs(total), paid, 0) : paymentStateOf(0, -total, -paid);
