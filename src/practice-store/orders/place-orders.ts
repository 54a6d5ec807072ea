import { secondOf } from '../instants.ts';
import type { Shop } from '../shop/shop.ts';
import type { Order } from './order.ts';
import { placeOrder } from './place-order.ts';
import { type RandomOrderOptions, randomOrder } from './random-order.ts';
import { secondInPast } from './shop-hours.ts';

/** How many random orders look. */
export interface PlaceOrdersOptions extends RandomOrderOptions {
  /** Spreads the orders over the shop hours of so many days back from now; without it all are placed now. */
  readonly spreadOverDays?: number | undefined;
}

/** Places random orders; their ids rise with their dates, with a gap now and then. They are in the book afterwards. */
export const placeOrders = (shop: Shop, count: number, options: PlaceOrdersOptions): number[] => {
  const { spreadOverDays, ...wishes } = options;
  const now = secondOf(shop.clock);
  const seconds = Array.from({ length: count }, () =>
    spreadOverDays === undefined ? now : secondInPast(shop.random, now, spreadOverDays),
  ).sort((one, other) => one - other);
  const orders: Order[] = [];
  for (const second of seconds) {
    // Checkouts that were given up use up ids too (bigcommerce.md §3.5).
    if (shop.random.chance(0.06)) shop.ids.order.skip(shop.random.int(1, 3));
    orders.push(placeOrder(shop, { ...randomOrder(shop, wishes), dateCreated: second * 1000 }));
  }
  shop.book.addAll(orders);
  return orders.map((order) => order.id);
};
