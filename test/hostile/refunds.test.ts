import { expect, test } from 'vitest';
import { z } from 'zod';
import { readRefund } from '../../src/main/bigcommerce/refunds.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';
import { changed, type Path } from './change-field.ts';
import { hostileValues } from './hostile-values.ts';

const feedPath = '/v3/orders/payment_actions/refunds';
const feed = { path: /payment_actions\/refunds$/ };

const refundsOf = async (store: PracticeStore): Promise<unknown[]> => {
  const headers = { 'X-Auth-Token': store.token, connection: 'close' };
  const answer = await fetch(`${store.baseUrl}${feedPath}?limit=250`, { headers });
  return z.object({ data: z.array(z.unknown()) }).parse(await answer.json()).data;
};

/** One piece of the first line comes back. */
const refundOne = (store: PracticeStore, orderId: number): void => {
  store.refund(orderId, { items: [{ lineId: store.order(orderId).products[0]?.id ?? 0, quantity: 1 }] });
};

const places: readonly Path[] = [
  ...['id', 'order_id', 'created', 'reason', 'total_amount', 'items', 'payments'].map((name) => [name]),
  ...['item_type', 'item_id', 'quantity'].map((name) => ['items', 0, name]),
  ...['amount', 'is_declined'].map((name) => ['payments', 0, name]),
];

test('a refund with any field changed is read, or its field is named; nothing throws (F5)', async () => {
  const store = await openStore();
  const orderId = store.placeOrder({ lines: [{ sku: 'LAMP', price: '10.00', quantity: 3 }] });
  refundOne(store, orderId);
  const [refund] = await refundsOf(store);
  const complaints = places.flatMap((path) =>
    hostileValues.flatMap((value) => {
      const read = readRefund(changed(refund, path, value));
      const field = String(path.findLast((key) => typeof key === 'string'));
      if (read.kind === 'unreadable') return read.why.includes(field) ? [] : [`${path.join('.')}: ${read.why}`];
      return Number.isSafeInteger(read.refund.amount)
        ? []
        : [`${path.join('.')}: an amount beyond what a number can say`];
    }),
  );
  expect(complaints).toEqual([]);
});

test('refunds that are not understood are held beside their orders; the good ones of the same page count (F5, R65)', async () => {
  const store = await openStore();
  const till = await openLinkedTill(store);
  const ids = Array.from({ length: 12 }, () =>
    store.placeOrder({ lines: [{ sku: 'LAMP', price: '10.00', quantity: 3 }] }),
  );
  await till.call('sync.now', {});
  for (const id of ids) refundOne(store, id);
  const refunds = await refundsOf(store);
  const body = {
    data: refunds.map((refund, at) =>
      at < places.length - 2 ? changed(refund, places[at] ?? [], { url: 7 }) : refund,
    ),
  };
  store.script({ kind: 'answer', status: 200, body, match: feed });
  expect(await till.reply('sync.now', {})).toMatchObject({ ok: true });
  const { rows } = await till.call('orders.held', {});
  expect(rows.length).toBeGreaterThan(7);
  expect(rows.every((row) => row.reason === 'unreadable_refund' && row.message !== '')).toBe(true);
  const good = await till.call('sales.get', { orderId: ids.at(-1) ?? 0 });
  expect(good.returns).toMatchObject([{ lines: [{ quantity: 1 }] }]);
  expect(await till.reply('sales.list', {})).toMatchObject({ ok: true });
});
