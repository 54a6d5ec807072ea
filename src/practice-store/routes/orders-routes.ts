import { noSideload, orderAnswer } from '../answers/order-answer.ts';
import { forEachOrder, listOrders } from '../orders/list-orders.ts';
import type { Order } from '../orders/order.ts';
import { setOrderStatus } from '../orders/order-life.ts';
import { orderStatuses } from '../orders/order-status.ts';
import { type Shop, statusLabelOf } from '../shop/shop.ts';
import type { Api } from '../wire/api.ts';
import { type JsonObject, objectBody, wholeNumberField } from '../wire/json-body.ts';
import { listV2, pageOf } from '../wire/paging.ts';
import { orRefuse, Refusal } from '../wire/refusal.ts';
import { foundOrder, touchNow } from './found-order.ts';
import { orderFilterOf, orderSortOf, sideloadOf } from './order-query.ts';

/** `/v2/orders`: list, count, one, change. */
export const ordersRoutes = (api: Api, shop: Shop): void => {
  api.get('/v2/orders', (c) => {
    const { page, limit } = pageOf(c);
    const sideload = sideloadOf(c);
    const orders = listOrders(shop.book, orderFilterOf(c), orderSortOf(c), page, limit);
    return listV2(
      c,
      orders.map((order) => orderAnswer(shop, order, sideload)),
    );
  });

  api.get('/v2/orders/count', (c) => {
    const counts = new Map<number, number>();
    forEachOrder(shop.book, orderFilterOf(c), ({ statusId }) => counts.set(statusId, (counts.get(statusId) ?? 0) + 1));
    const statuses = orderStatuses.map(({ id, label, description, place }) => ({
      id,
      name: statusLabelOf(shop, id),
      system_label: label,
      custom_label: statusLabelOf(shop, id),
      system_description: description,
      count: counts.get(id) ?? 0,
      sort_order: place,
    }));
    return c.json({ statuses, count: statuses.reduce((sum, each) => sum + each.count, 0) });
  });

  api.get('/v2/orders/:id', (c) => c.json(orderAnswer(shop, foundOrder(shop, c), sideloadOf(c))));

  api.put('/v2/orders/:id', async (c) => {
    const order = foundOrder(shop, c);
    changeOrder(shop, order, await objectBody(c));
    return c.json(orderAnswer(shop, order, noSideload));
  });

  // The till never creates or deletes orders (R13, R31): such a call is written down among the received and refused.
  const refuse = () => {
    throw new Refusal(405, 'The method is not allowed for this resource.');
  };
  api.post('/v2/orders', refuse);
  api.delete('/v2/orders', refuse);
  api.delete('/v2/orders/:id', refuse);
};

/**
 * The fields that can be written. BigCommerce takes more (lines, fees, totals), each of which does damage when it is
 * echoed (bigcommerce.md §5): here they are refused like read-only ones, so that no client gets used to sending them.
 */
const writers: Readonly<Record<string, (order: Order, value: string) => void>> = {
  staff_notes: (order, value) => {
    order.staffNotes = value;
  },
  customer_message: (order, value) => {
    order.customerMessage = value;
  },
  payment_method: (order, value) => {
    order.paymentMethod = value;
  },
  external_order_id: (order, value) => {
    order.externalOrderId = value;
  },
};

const changeOrder = (shop: Shop, order: Order, body: JsonObject): void => {
  const { status_id: statusId, ...fields } = body;
  const texts = Object.entries(fields).map(([name, value]) => {
    const write = writers[name];
    if (write === undefined) {
      throw new Refusal(
        400,
        `The field '${name}' cannot be written to. Please remove it from your request before trying again.`,
      );
    }
    if (typeof value !== 'string') throw new Refusal(400, `The field '${name}' is invalid.`);
    return () => write(order, value);
  });
  const wanted = statusId === undefined ? null : wholeNumberField(body, 'status_id');
  const from = order.statusId;
  const at = shop.clock();
  if (wanted !== null) orRefuse(400, () => setOrderStatus(shop, order, wanted, Math.floor(at / 1000)));
  for (const write of texts) write();
  touchNow(shop, order);
  if (wanted !== null && wanted !== from) shop.mails.push({ about: 'status', orderId: order.id, statusId: wanted, at });
  if (wanted !== null) shop.applied.push({ kind: 'status_set', orderId: order.id, from, to: wanted, at });
  if (texts.length > 0) shop.applied.push({ kind: 'order_fields_set', orderId: order.id, fields, at });
};
