import type { Order } from './order.ts';
import { type SortedOrders, sortedOrders } from './sorted-orders.ts';

/** Every order of the shop, by id and by the two dates that pulls ask for. */
export interface OrderBook {
  readonly get: (orderId: number) => Order | undefined;
  readonly add: (order: Order) => void;
  readonly addAll: (orders: readonly Order[]) => void;
  /** Moves the order to where its new time of change belongs. */
  readonly touch: (order: Order, second: number) => void;
  readonly byId: SortedOrders;
  readonly byCreated: SortedOrders;
  readonly byModified: SortedOrders;
}

export const newOrderBook = (): OrderBook => {
  const orders = new Map<number, Order>();
  const byId = sortedOrders((order) => order.id);
  const byCreated = sortedOrders((order) => order.createdAt);
  const byModified = sortedOrders((order) => order.modifiedAt);
  const indexes = [byId, byCreated, byModified];
  return {
    get: (orderId) => orders.get(orderId),
    add: (order) => {
      orders.set(order.id, order);
      for (const index of indexes) index.insert(order);
    },
    addAll: (added) => {
      for (const order of added) orders.set(order.id, order);
      for (const index of indexes) index.insertAll(added);
    },
    touch: (order, second) => {
      byModified.remove(order);
      order.modifiedAt = second;
      byModified.insert(order);
    },
    byId,
    byCreated,
    byModified,
  };
};
