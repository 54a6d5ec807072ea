import type { Amount } from '../money.ts';
import type { Shop } from '../shop/shop.ts';
import type { Order, Transaction } from './order.ts';
import { orderMoney } from './order-money.ts';
import { type PaymentMethod, paymentMethodOf } from './payment-methods.ts';

/** What is left for the main way of paying, once store credit and gift certificates are used up. */
export const mainTender = (order: Order): Amount =>
  Math.max(0, orderMoney(order).total.inc - order.storeCredit - order.giftCertificate);

/** The shopper's money comes in: a transaction for each tender that passes through BigCommerce (R23). */
export const payOrder = (shop: Shop, order: Order, at: number): void => {
  const method = paymentMethodOf(order.paymentMethod);
  addTransactions(shop, order, at, [
    ...tender('store_credit', order.storeCredit),
    ...tender('gift_certificate', order.giftCertificate),
    ...mainTransactions(order, method),
  ]);
  order.paymentStatus = method.transaction === null ? '' : 'captured';
};

/** The gateway holds the money and waits for the merchant to take it. */
export const authoriseOrder = (shop: Shop, order: Order, at: number, paymentStatus: string): void => {
  const method = paymentMethodOf(order.paymentMethod);
  order.paymentStatus = paymentStatus;
  if (method.transaction === null) return;
  addTransactions(shop, order, at, [
    { ...part(method.transaction, mainTender(order), method.gateway), event: 'authorization' },
  ]);
};

/** The gateway refused. */
export const declineOrder = (shop: Shop, order: Order, at: number): void => {
  const method = paymentMethodOf(order.paymentMethod);
  order.paymentStatus = 'declined';
  if (method.transaction === null) return;
  addTransactions(shop, order, at, [{ ...part(method.transaction, mainTender(order), method.gateway), ok: false }]);
};

/** Records money going back through the gateway; the id of the transaction, or null for an offline method. */
export const returnMoney = (shop: Shop, order: Order, at: number, amount: Amount): number | null => {
  const method = paymentMethodOf(order.paymentMethod);
  if (method.transaction === null) return null;
  const taken = order.transactions.find((each) => each.event !== 'refund' && each.method === method.transaction);
  const back = {
    ...part(method.transaction, amount, method.gateway),
    event: 'refund' as const,
    referenceId: taken?.id ?? null,
  };
  addTransactions(shop, order, at, [back]);
  return order.transactions.at(-1)?.id ?? null;
};

type Part = Omit<Transaction, 'id' | 'at'>;

const part = (method: Transaction['method'], amount: Amount, gateway: string): Part => ({
  event: 'purchase',
  method,
  amount,
  ok: true,
  gateway,
  referenceId: null,
});

const tender = (method: Transaction['method'], amount: Amount): Part[] =>
  amount > 0 ? [part(method, amount, 'bigcommerce')] : [];

const mainTransactions = (order: Order, method: PaymentMethod): Part[] => {
  const amount = mainTender(order);
  if (method.transaction === null || amount === 0) return [];
  const authorised = order.transactions.find((each) => each.event === 'authorization' && each.ok);
  const paid = part(method.transaction, amount, method.gateway);
  return authorised === undefined ? [paid] : [{ ...paid, event: 'capture', referenceId: authorised.id }];
};

const addTransactions = (shop: Shop, order: Order, at: number, parts: readonly Part[]): void => {
  if (parts.length === 0) return;
  const added = parts.map((each): Transaction => ({ ...each, id: shop.ids.transaction.next(), at }));
  order.transactions = [...order.transactions, ...added];
};
