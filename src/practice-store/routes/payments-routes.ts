import { refundAnswer, transactionAnswer } from '../answers/money-answers.ts';
import { parseInstant } from '../instants.ts';
import type { Order, Refund } from '../orders/order.ts';
import type { Shop } from '../shop/shop.ts';
import type { Api, ApiContext } from '../wire/api.ts';
import { numbersIn, pagedV3 } from '../wire/paging.ts';
import { notFound, Refusal } from '../wire/refusal.ts';
import { foundOrder } from './found-order.ts';

interface Row {
  readonly order: Order;
  readonly refund: Refund;
}

/** Transactions of an order, refunds of one order and of the whole store (bigcommerce.md §8). Reading only. */
export const paymentsRoutes = (api: Api, shop: Shop): void => {
  api.get('/v3/orders/payment_actions/refunds', (c) => {
    const rows = refundsOf(shop).filter(refundTest(c));
    return pagedV3(c, rows, ({ order, refund }) => refundAnswer(order, refund));
  });

  api.get('/v3/orders/payment_actions/refunds/:refund', (c) => {
    const row = refundsOf(shop).find(({ refund }) => refund.id === Number(c.req.param('refund')));
    if (row === undefined) throw notFound();
    return c.json({ data: refundAnswer(row.order, row.refund), meta: {} });
  });

  api.get('/v3/orders/:id/payment_actions/refunds', (c) => {
    const order = foundOrder(shop, c);
    return c.json({ data: order.refunds.map((refund) => refundAnswer(order, refund)), meta: {} });
  });

  api.get('/v3/orders/:id/transactions', (c) => {
    const order = foundOrder(shop, c);
    if (order.transactions.length === 0) return c.body(null, 204);
    return pagedV3(c, order.transactions, (each) => transactionAnswer(order, each));
  });
};

/** All refunds of the store in the order of their ids. */
const refundsOf = (shop: Shop): Row[] =>
  [...shop.refunded]
    .flatMap((order) => order.refunds.map((refund) => ({ order, refund })))
    .sort((one, other) => one.refund.id - other.refund.id);

const refundTest = (c: ApiContext): ((row: Row) => boolean) => {
  const orderIds = numbersIn(c, 'order_id:in');
  const ids = numbersIn(c, 'id:in');
  const from = instantIn(c, 'created:min') ?? Number.NEGATIVE_INFINITY;
  const to = instantIn(c, 'created:max') ?? Number.POSITIVE_INFINITY;
  return ({ order, refund }) =>
    (orderIds?.has(order.id) ?? true) &&
    (ids?.has(refund.id) ?? true) &&
    refund.at * 1000 >= from &&
    refund.at * 1000 <= to;
};

const instantIn = (c: ApiContext, name: string): number | null => {
  const text = c.req.query(name);
  if (text === undefined) return null;
  const instant = parseInstant(text);
  if (instant === null) throw new Refusal(422, `The filter '${name}' is not an instant.`);
  return instant;
};
