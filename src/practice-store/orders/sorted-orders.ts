import type { Order } from './order.ts';

/** Orders kept sorted by one number and then by id, so that no list has to be sorted when it is asked for. */
export interface SortedOrders {
  readonly entries: readonly Order[];
  /** One order in its place; quick at the end, where new and changed orders belong. */
  readonly insert: (order: Order) => void;
  /** Many at once, sorted once. */
  readonly insertAll: (orders: readonly Order[]) => void;
  /** Must be called before the number that it is sorted by changes. */
  readonly remove: (order: Order) => void;
  /** The place of the first entry whose number is at least `least`. */
  readonly placeOf: (least: number) => number;
}

export const sortedOrders = (keyOf: (order: Order) => number): SortedOrders => {
  const entries: Order[] = [];
  const compare = (one: Order, other: Order): number => keyOf(one) - keyOf(other) || one.id - other.id;

  const firstPlace = (isBefore: (entry: Order) => boolean): number => {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = entries[middle];
      if (entry !== undefined && isBefore(entry)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    entries,
    insert: (order) => {
      entries.splice(
        firstPlace((entry) => compare(entry, order) < 0),
        0,
        order,
      );
    },
    insertAll: (orders) => {
      for (const order of orders) entries.push(order);
      entries.sort(compare);
    },
    remove: (order) => {
      const place = firstPlace((entry) => compare(entry, order) < 0);
      if (entries[place] === order) entries.splice(place, 1);
    },
    placeOf: (least) => firstPlace((entry) => keyOf(entry) < least),
  };
};
