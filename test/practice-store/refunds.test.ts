import { expect, test } from 'vitest';
import { heldClock, openStore } from './open-store.ts';

const feed = '/v3/orders/payment_actions/refunds';
const draft = {
  lines: [
    { sku: 'a', price: '10.00', quantity: 3 },
    { sku: 'b', price: '5.00' },
  ],
  shipping: '6.00',
  taxRate: '0',
};

test('a part can be given back by quantity, by amount, or as tax alone, and the feed of the store has it all', async () => {
  const store = await openStore();
  const id = store.placeOrder(draft);
  const [line] = store.order(id).products;
  store.refund(id, { items: [{ lineId: line?.id ?? 0, quantity: 2 }], reason: 'Torn' });
  store.refund(id, { amount: '2.50' });
  store.refund(id, { tax: '1.00' });
  expect(await store.rows(feed)).toMatchObject([
    {
      order_id: id,
      total_amount: 20,
      items: [{ item_type: 'PRODUCT', item_id: line?.id, quantity: 2 }],
      reason: 'Torn',
    },
    {
      order_id: id,
      total_amount: 2.5,
      total_tax: 0,
      items: [{ item_type: 'ORDER', item_id: id, requested_amount: 2.5 }],
    },
    { order_id: id, total_amount: 1, total_tax: 1, items: [] },
  ]);
  expect(store.order(id)).toMatchObject({
    status_id: 14,
    payment_status: 'partially refunded',
    refunded_amount: '0.0000',
  });
  expect(store.order(id).products[0]).toMatchObject({
    quantity_refunded: 2,
    is_refunded: false,
    refund_amount: '0.0000',
  });
});

test('the rest makes the order Refunded, charges included', async () => {
  const store = await openStore();
  const id = store.placeOrder(draft);
  store.refund(id);
  expect(store.order(id)).toMatchObject({ status_id: 4, payment_status: 'refunded' });
  expect(store.order(id).refunds[0]?.items.map((item) => item.item_type)).toEqual(['PRODUCT', 'PRODUCT', 'SHIPPING']);
  expect(store.order(id).transactions.map((each) => [each.event, each.amount])).toEqual([
    ['purchase', 41],
    ['refund', 41],
  ]);
});

test('a refund whose payment was declined is in the feed, but no money went back', async () => {
  const store = await openStore();
  const id = store.placeOrder(draft);
  store.refund(id, { amount: '3.00', declined: true });
  expect(await store.rows(feed)).toMatchObject([{ payments: [{ is_declined: true, amount: 3 }] }]);
  expect(store.order(id).transactions.map((each) => each.event)).toEqual(['purchase']);
});

test('the feed is filtered by order, id and instant, both ends in it', async () => {
  const clock = heldClock();
  const store = await openStore({ clock: clock.read });
  const [one = 0, two = 0] = store.placeOrders(2, { statusId: 11 });
  const first = store.refund(one, { amount: '1.00' });
  clock.pass(60_000);
  const second = store.refund(two, { amount: '1.00' });
  const found = async (query: string) => (await store.rows(`${feed}?${query}`)).map((row) => row.id);
  expect(await found(`order_id:in=${two}`)).toEqual([second]);
  expect(await found(`id:in=${first},${second}`)).toEqual([first, second]);
  expect(await found('created:min=2026-03-02T10:01:00Z')).toEqual([second]);
  expect(await found('created:max=2026-03-02T10:00:59Z')).toEqual([first]);
  expect(await found('created:min=2027-01-01T00:00:00Z')).toEqual([]);
  expect(await found('limit=1&page=2')).toEqual([second]);
  expect((await store.ask(`${feed}/${first}`)).body).toMatchObject({ data: { id: first, order_id: one } });
  expect(await store.rows(`/v3/orders/${two}/payment_actions/refunds`)).toMatchObject([{ id: second }]);
});

test('a refund may leave the order’s date of change alone, so that only the feed shows it (bigcommerce.md §3.5)', async () => {
  const clock = heldClock();
  const store = await openStore({ clock: clock.read });
  const id = store.placeOrder(draft);
  const before = store.order(id).date_modified;
  clock.pass(60_000);
  store.refund(id, { amount: '1.00', silent: true });
  expect(store.order(id).date_modified).toBe(before);
  expect(await store.rows(feed)).toHaveLength(1);
});

test('transactions name each tender once, offline orders have none (bigcommerce.md §8.1)', async () => {
  const store = await openStore();
  const mixed = store.placeOrder({ ...draft, storeCredit: '10.00', giftCertificate: '5.00' });
  expect(await store.rows(`/v3/orders/${mixed}/transactions`)).toMatchObject([
    { order_id: String(mixed), method: 'store_credit', amount: 10, status: 'ok' },
    { method: 'gift_certificate', amount: 5 },
    { method: 'credit_card', amount: 26, credit_card: { card_last4: '4242' } },
  ]);
  const cash = store.placeOrder({ ...draft, paymentMethod: 'Cash on Delivery' });
  expect((await store.ask(`/v3/orders/${cash}/transactions`)).status).toBe(204);
  expect(store.order(cash).payment_status).toBe('');
});

test('a payment that was only authorised is captured when it is confirmed', async () => {
  const store = await openStore();
  const id = store.placeOrder({ ...draft, statusId: 7 });
  expect(store.order(id)).toMatchObject({ payment_status: 'authorized', transactions: [{ event: 'authorization' }] });
  store.pay(id);
  store.pay(id);
  const paid = store.order(id);
  expect(paid).toMatchObject({ status_id: 11, payment_status: 'captured' });
  expect(paid.transactions.map((each) => each.event)).toEqual(['authorization', 'capture']);
  expect(paid.transactions[1]?.reference_transaction_id).toBe(paid.transactions[0]?.id);
});

test('a cancelled order keeps its money, a declined one never had it', async () => {
  const store = await openStore();
  expect(store.order(store.placeOrder({ ...draft, statusId: 5 }))).toMatchObject({
    payment_status: 'captured',
    transactions: [{ event: 'purchase', status: 'ok' }],
  });
  expect(store.order(store.placeOrder({ ...draft, statusId: 6 }))).toMatchObject({
    payment_status: 'declined',
    transactions: [{ status: 'error' }],
  });
});
