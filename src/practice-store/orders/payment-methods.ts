import type { Transaction } from './order.ts';

/** How a way of paying shows on orders (bigcommerce.md §3.3 and §8.1). */
export interface PaymentMethod {
  readonly name: string;
  readonly providerId: string | null;
  readonly gateway: string;
  /** Null where the money does not pass through a gateway: such orders have no transactions of their own. */
  readonly transaction: Transaction['method'] | null;
}

const methods: readonly PaymentMethod[] = [
  { name: 'Credit Card', providerId: 'stripev3', gateway: 'stripev3', transaction: 'credit_card' },
  { name: 'PayPal', providerId: 'paypalcommerce', gateway: 'paypalcommerce', transaction: 'electronic_wallet' },
  { name: 'Cash on Delivery', providerId: 'cod', gateway: 'cod', transaction: null },
  { name: 'Bank Deposit', providerId: 'bankdeposit', gateway: 'bankdeposit', transaction: null },
  { name: 'Manual', providerId: null, gateway: '', transaction: null },
];

const byName = new Map(methods.map((each) => [each.name, each]));

/** A name that is not in the list is an offline method of the merchant's own. */
export const paymentMethodOf = (name: string): PaymentMethod =>
  byName.get(name) ?? { name, providerId: null, gateway: '', transaction: null };
