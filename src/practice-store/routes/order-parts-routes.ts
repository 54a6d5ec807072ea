import { consignmentsAnswer, shippingAddressAnswer } from '../answers/consignments-answer.ts';
import { lineAnswer } from '../answers/line-answer.ts';
import { couponAnswers, taxAnswers } from '../answers/money-answers.ts';
import { feeRows } from '../answers/order-answer.ts';
import { rfc2822 } from '../instants.ts';
import type { Order } from '../orders/order.ts';
import { type OrderMoney, orderMoney } from '../orders/order-money.ts';
import type { Shop } from '../shop/shop.ts';
import type { Api, ApiContext } from '../wire/api.ts';
import { pagedV2 } from '../wire/paging.ts';
import { notFound } from '../wire/refusal.ts';
import { foundOrder } from './found-order.ts';
import { sideloadOf } from './order-query.ts';

type Rows = (order: Order, amounts: OrderMoney, c: ApiContext) => readonly { readonly id: number }[];

/** What belongs to one order, below `/v2/orders/{id}` (bigcommerce.md §3.6). */
export const orderPartsRoutes = (api: Api, shop: Shop): void => {
  const { storeHash } = shop.settings;

  const lists: Readonly<Record<string, Rows>> = {
    products: (order, amounts) => amounts.lines.map((line) => lineAnswer(order, line)),
    shipping_addresses: (order, amounts) =>
      order.addresses.map((_, index) => shippingAddressAnswer(storeHash, order, amounts, index)),
    coupons: (order) => couponAnswers(order),
    taxes: (order, amounts, c) => taxAnswers(order, amounts, c.req.query('details') === 'true'),
    messages: (order) => messagesOf(order),
  };

  for (const [name, rows] of Object.entries(lists)) {
    const rowsOf = (c: ApiContext) => {
      const order = foundOrder(shop, c);
      return rows(order, orderMoney(order), c);
    };
    api.get(`/v2/orders/:id/${name}`, (c) => pagedV2(c, rowsOf(c)));
    api.get(`/v2/orders/:id/${name}/:part`, (c) => {
      const row = rowsOf(c).find((each) => each.id === Number(c.req.param('part')));
      if (row === undefined) throw notFound();
      return c.json(row);
    });
  }

  api.get('/v2/orders/:id/consignments', (c) => {
    const order = foundOrder(shop, c);
    return c.json(consignmentsAnswer(storeHash, order, orderMoney(order), sideloadOf(c).lines));
  });

  api.get('/v2/orders/:id/fees', (c) => {
    const order = foundOrder(shop, c);
    return c.json({ fees: feeRows(order, orderMoney(order)) });
  });
};

/** The practice shop's buyers write into the order, not into its messages; one in forty asks there. */
const messagesOf = (order: Order) =>
  order.id % 40 === 7
    ? [
        {
          id: order.id,
          order_id: order.id,
          staff_id: 0,
          customer_id: order.customerId,
          type: 'customer',
          subject: 'When will it arrive?',
          message: 'I am away next week. Will it come before?',
          status: 'unread',
          is_flagged: false,
          date_created: rfc2822(order.createdAt + 600),
        },
      ]
    : [];
