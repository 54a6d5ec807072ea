import type { Client } from '../bigcommerce/client.ts';
import { PAGE_SIZE } from '../bigcommerce/every-row.ts';
import { listOrdersBetween } from '../bigcommerce/orders.ts';

/** Some of the orders asked for, and the rows that BigCommerce lists of them: archived ones are not listed. */
export interface ListedOrders {
  readonly asked: readonly number[];
  readonly listed: readonly unknown[];
}

/** Reads orders again, those that lie within a page of each other with one request. `orderIds` in rising order. */
export async function* ordersByNumber(client: Client, orderIds: readonly number[]): AsyncGenerator<ListedOrders> {
  let left = orderIds;
  while (left.length > 0) {
    const [from = 0] = left;
    const asked = left.filter((orderId) => orderId < from + PAGE_SIZE);
    left = left.slice(asked.length);
    const ours = new Set(asked);
    const raws = await listOrdersBetween(client, from, from + PAGE_SIZE - 1);
    yield { asked, listed: raws.filter((raw) => ours.has(orderNumberOf(raw))) };
  }
}

/** The number of an order as it came; 0 when it has none. */
export const orderNumberOf = (raw: unknown): number => {
  const id: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'id') : undefined;
  return typeof id === 'number' ? id : 0;
};
