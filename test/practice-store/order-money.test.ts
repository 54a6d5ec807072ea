import { expect, test } from 'vitest';
import { kindWeights } from '../../src/practice-store/orders/order-kinds.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { openStore } from './open-store.ts';

type Snapshot = ReturnType<PracticeStore['order']>;

/** Ten-thousandths, read digit by digit. */
const exact = (decimal: string): bigint => {
  if (!/^-?\d+\.\d{4}$/.test(decimal)) throw new Error(`"${decimal}" is not money with four decimals.`);
  return BigInt(decimal.replace('.', ''));
};

const sum = (decimals: readonly string[]): bigint => decimals.reduce((all, each) => all + exact(each), 0n);

/** The total as §0.6 and §0.7 of bigcommerce.md compute it from the side of tax that is exact. */
const totalOf = (order: Snapshot): bigint => {
  const discounts = exact(order.discount_amount) + exact(order.coupon_discount);
  const fees = order.fees;
  if (order.is_tax_inclusive_pricing) {
    const charges = [order.shipping_cost_inc_tax, order.handling_cost_inc_tax, order.wrapping_cost_inc_tax];
    const lines = order.products.map((line) => line.total_inc_tax);
    return sum([...lines, ...charges, ...fees.map((fee) => fee.cost_inc_tax)]) - discounts;
  }
  const charges = [order.shipping_cost_ex_tax, order.handling_cost_ex_tax, order.wrapping_cost_ex_tax];
  const lines = order.products.map((line) => line.total_ex_tax);
  return sum([...lines, ...charges, ...fees.map((fee) => fee.cost_ex_tax)]) - discounts + exact(order.total_tax);
};

const taxOf = (order: Snapshot): bigint =>
  sum([
    ...order.products.map((line) => line.total_tax),
    order.shipping_cost_tax,
    order.handling_cost_tax,
    order.wrapping_cost_tax,
    ...order.fees.map((fee) => fee.cost_tax),
  ]);

/** Both sides of every identity, so that one comparison shows which of them is broken. */
const checkMoney = (order: Snapshot): void => {
  const total = exact(order.total_inc_tax);
  const discounts = exact(order.discount_amount) + exact(order.coupon_discount);
  const applied = order.products.flatMap((line) => line.applied_discounts.map((each) => each.amount));
  expect({
    id: order.id,
    total,
    tax: exact(order.total_tax),
    sides: exact(order.total_ex_tax) + exact(order.total_tax),
    wrapping: sum(order.products.map((line) => line.wrapping_cost_inc_tax)),
    discounts: sum(applied),
    coupons: sum(order.coupons.map((each) => each.discount)),
    costsSomething: total > 0n,
  }).toEqual({
    id: order.id,
    total: totalOf(order),
    tax: taxOf(order),
    sides: total,
    wrapping: exact(order.wrapping_cost_inc_tax),
    discounts,
    coupons: exact(order.coupon_discount),
    costsSomething: true,
  });
};

test('2,000 orders of all kinds add up to the last decimal, with tax in the prices and without (R34)', async () => {
  const store = await openStore({ seed: 11 });
  const orders = store.placeOrders(2_000, { spreadOverDays: 60 }).map((id) => store.order(id));
  for (const order of orders) checkMoney(order);
  expect(orders.some((order) => order.is_tax_inclusive_pricing)).toBe(true);
  expect(orders.some((order) => !order.is_tax_inclusive_pricing)).toBe(true);
  expect(new Set(orders.map((order) => order.status_id)).size).toBe(15);
});

for (const taxInclusive of [true, false]) {
  test(`every kind of order adds up in a shop whose prices ${taxInclusive ? 'contain' : 'are without'} tax`, async () => {
    const store = await openStore({ taxInclusive });
    for (const [kind] of kindWeights) {
      for (const id of store.placeOrders(12, { kind, statusId: 11 })) checkMoney(store.order(id));
    }
  });
}

test('what was captured, with store credit and gift certificates, is what the order costs (R23)', async () => {
  const store = await openStore({ seed: 4 });
  const paid = store.placeOrders(300, { statusId: 11 }).map((id) => store.order(id));
  const throughGateway = paid.filter((order) => ['Credit Card', 'PayPal'].includes(order.payment_method));
  for (const order of throughGateway) {
    const taken = order.transactions.reduce((all, each) => all + BigInt(Math.round(each.amount * 10_000)), 0n);
    expect(taken).toBe(exact(order.total_inc_tax));
  }
  expect(throughGateway.some((order) => order.transactions.length > 1)).toBe(true);
  expect(
    paid.filter((order) => order.payment_method === 'Cash on Delivery').every((o) => o.transactions.length === 0),
  ).toBe(true);
});

test('a fully refunded order gave everything back, and its own refund fields still say nothing (bigcommerce.md §0.8)', async () => {
  const store = await openStore({ seed: 6 });
  for (const [kind] of kindWeights) {
    const [id = 0] = store.placeOrders(1, { kind, statusId: 4 });
    const order = store.order(id);
    const back = order.refunds.reduce((all, each) => all + BigInt(Math.round(each.total_amount * 10_000)), 0n);
    expect([kind, back]).toEqual([kind, exact(order.total_inc_tax)]);
    expect(order.refunded_amount).toBe('0.0000');
    expect(order.products.every((line) => line.quantity_refunded === line.quantity)).toBe(true);
  }
});

test('the worked example of a real store: tax in the prices, 100.00 taken off by hand (bigcommerce.md §3.4)', async () => {
  const store = await openStore();
  const id = store.placeOrder({
    taxInclusive: true,
    taxRate: '5.5',
    lines: [{ sku: 'x', price: '250.00', quantity: 10 }],
    discount: '100.00',
  });
  expect(store.order(id)).toMatchObject({
    subtotal_inc_tax: '2500.0000',
    discount_amount: '100.0000',
    total_ex_tax: '2274.8800',
    total_tax: '125.1200',
    total_inc_tax: '2400.0000',
    products: [{ total_inc_tax: '2500.0000', total_tax: '125.1200', discounted_total_inc_tax: '2400.0000' }],
  });
});

test('yen have no small coins, and the foreign currency is the one the shopper pays in', async () => {
  const store = await openStore();
  const [yen = 0] = store.placeOrders(1, { kind: 'yen', statusId: 11 });
  expect(store.order(yen)).toMatchObject({
    currency_code: 'JPY',
    default_currency_code: 'JPY',
    store_default_currency_code: 'USD',
    store_default_to_transactional_exchange_rate: '150.0000000000',
    total_inc_tax: expect.stringMatching(/\.0000$/),
    total_tax: expect.stringMatching(/\.0000$/),
  });
  const [shown = 0] = store.placeOrders(1, { kind: 'foreign_display', statusId: 11 });
  expect(store.order(shown)).toMatchObject({ currency_code: 'EUR', default_currency_code: 'USD' });
});

test('dinars have three decimals, and their totals use them', async () => {
  const store = await openStore({ currency: 'KWD' });
  const totals = store.placeOrders(40, { statusId: 11, kind: 'plain' }).map((id) => store.order(id).total_inc_tax);
  expect(totals.filter((total) => !/\.\d{3}0$/.test(total))).toEqual([]);
  expect(totals.some((total) => /\.\d\d[1-9]0$/.test(total))).toBe(true);
});
