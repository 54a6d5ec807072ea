import { secondOf } from '../instants.ts';
import type { Order } from '../orders/order.ts';
import type { Shop } from '../shop/shop.ts';
import type { ApiContext } from '../wire/api.ts';
import { notFound } from '../wire/refusal.ts';

/** The order that the path names; a 404 where there is none. Archived ones can still be read (bigcommerce.md §3.5). */
export const foundOrder = (shop: Shop, c: ApiContext): Order => {
  const order = shop.book.get(Number(c.req.param('id')));
  if (order === undefined) throw notFound();
  return order;
};

/** Notes that an order changed just now. */
export const touchNow = (shop: Shop, order: Order): number => {
  const second = secondOf(shop.clock);
  shop.book.touch(order, second);
  return second;
};
