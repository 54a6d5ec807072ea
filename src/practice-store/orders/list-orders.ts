import type { Amount } from '../money.ts';
import type { Order } from './order.ts';
import type { OrderBook } from './order-book.ts';
import { orderMoney } from './order-money.ts';
import type { SortedOrders } from './sorted-orders.ts';

/** A range with both ends in it; either may be missing. */
export interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

/** What a list asks for. Dates in seconds, fractions allowed; totals in ten-thousandths. */
export interface OrderFilter {
  readonly id: Range;
  readonly created: Range;
  readonly modified: Range;
  readonly total: { readonly min: Amount | null; readonly max: Amount | null };
  /** Plain fields that have to be equal. */
  readonly equal: readonly (readonly [(order: Order) => string | number | null, string | number])[];
}

export type SortField =
  | 'id'
  | 'customer_id'
  | 'date_created'
  | 'date_modified'
  | 'status_id'
  | 'channel_id'
  | 'external_id';

export interface OrderSort {
  readonly field: SortField;
  readonly descending: boolean;
}

type Test = (order: Order) => boolean;

/** One page of the orders that pass, archived ones left out (bigcommerce.md §3.5). `page` counts from 1. */
export const listOrders = (
  book: OrderBook,
  filter: OrderFilter,
  sort: OrderSort,
  page: number,
  limit: number,
): Order[] => {
  const { entries, test } = candidates(book, filter, sort);
  const found: Order[] = [];
  let skip = (page - 1) * limit;
  const last = entries.length - 1;
  for (let place = 0; place <= last && found.length < limit; place += 1) {
    const order = entries[sort.descending ? last - place : place];
    if (order === undefined || !test(order)) continue;
    if (skip > 0) skip -= 1;
    else found.push(order);
  }
  return found;
};

/** Calls `each` with every order that passes, in no stated order. */
export const forEachOrder = (book: OrderBook, filter: OrderFilter, each: (order: Order) => void): void => {
  const { entries, test } = candidates(book, filter, { field: 'date_modified', descending: false });
  for (const order of entries) if (test(order)) each(order);
};

const candidates = (
  book: OrderBook,
  filter: OrderFilter,
  sort: OrderSort,
): { entries: readonly Order[]; test: Test } => {
  const test = testOf(filter);
  if (sort.field === 'date_modified') return { entries: within(book.byModified, filter.modified), test };
  if (sort.field === 'date_created') return { entries: within(book.byCreated, filter.created), test };
  const entries = within(book.byId, filter.id);
  if (sort.field === 'id') return { entries, test };
  // Rarely asked for, and never by a pull: sorted when it is.
  const key = rareSorts[sort.field];
  return {
    entries: entries.filter(test).sort((one, other) => key(one) - key(other) || one.id - other.id),
    test: () => true,
  };
};

const rareSorts: Readonly<
  Record<Exclude<SortField, 'id' | 'date_created' | 'date_modified'>, (order: Order) => number>
> = {
  customer_id: (order) => order.customerId,
  status_id: (order) => order.statusId,
  channel_id: (order) => order.channelId,
  external_id: () => 0,
};

const within = (index: SortedOrders, { min, max }: Range): readonly Order[] => {
  if (min === null && max === null) return index.entries;
  const from = min === null ? 0 : index.placeOf(min);
  const to = max === null ? index.entries.length : index.placeOf(Math.floor(max) + 1);
  return index.entries.slice(from, to);
};

const testOf = ({ id, created, modified, total, equal }: OrderFilter): Test => {
  const tests: Test[] = [
    (order) => !order.archived,
    ...inRange(id, (order) => order.id),
    ...inRange(created, (order) => order.createdAt),
    ...inRange(modified, (order) => order.modifiedAt),
    ...equal.map(
      ([read, wanted]): Test =>
        (order) =>
          read(order) === wanted,
    ),
    ...inRange(total, (order) => orderMoney(order).total.inc),
  ];
  return (order) => tests.every((test) => test(order));
};

const inRange = ({ min, max }: Range, read: (order: Order) => number): Test[] => {
  if (min === null && max === null) return [];
  return [
    (order) => {
      const value = read(order);
      return (min === null || value >= min) && (max === null || value <= max);
    },
  ];
};
