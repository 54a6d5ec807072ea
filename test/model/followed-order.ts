import type { SaleView } from '../../src/contract/sales.ts';
import { compareSale, type Differences, placeName } from './compare.ts';
import { afterPull, type Memory, type ModelSale, nothingYet, type Place, saleOf, staysOut } from './model.ts';
import type { Seen } from './seen.ts';
import type { WebOrder } from './web-order.ts';

/** One order, with what the model knows of its past and what the till showed of it last. */
export interface FollowedOrder {
  readonly orderId: number;
  readonly owner: number;
  /** Its status when the store was linked; null for a later one (R74). */
  readonly statusIdAtLink: number | null;
  /** As it is in BigCommerce. */
  order: WebOrder;
  memory: Memory;
  /** What the till may show: one sale, or either of two where an order was archived with a change on it. */
  expected: readonly (ModelSale | null)[];
  /** Places bound while the order was followed. */
  readonly bindings: Set<string>;
  changed: boolean;
  movements: { readonly due: string; readonly count: number };
}

export const follow = (order: WebOrder, owner: number, early: boolean): FollowedOrder => ({
  orderId: order.id,
  owner,
  statusIdAtLink: early ? order.status_id : null,
  order,
  memory: nothingYet,
  expected: [null],
  bindings: new Set(),
  changed: true,
  movements: { due: '', count: 0 },
});

/** A pull has seen the order as it is now. */
export const notePull = (followed: FollowedOrder, now: WebOrder, binding: Place): void => {
  const { order: before, memory } = followed;
  followed.changed ||= JSON.stringify(now) !== JSON.stringify(before);
  followed.order = now;
  if (staysOut(followed.statusIdAtLink)) return;
  const next = afterPull(memory, now, binding);
  followed.bindings.add(placeName(binding));
  if (!now.is_deleted) {
    followed.memory = next;
    followed.expected = [saleOf(next, now.status_id)];
  } else if (memory.place !== null && !before.is_deleted) {
    // Out of the lists: what changed after the last pull may never be told (R73). The sale itself never goes.
    followed.expected = [saleOf(memory, before.status_id), saleOf(next, now.status_id)];
  }
};

/** What an order that is not here may be said to be (N4). */
export const reasonsFor = (followed: FollowedOrder, now: WebOrder): readonly string[] => {
  if (staysOut(followed.statusIdAtLink)) return ['before_link'];
  return now.is_deleted ? ['archived', 'pending', 'unknown'] : ['pending'];
};

export const compareOrder = (followed: FollowedOrder, sale: SaleView, seen: Seen): Differences => {
  const found = followed.expected.map((model) =>
    model === null ? ['it is here'] : compareSale(model, sale, seen, followed.bindings),
  );
  const [fewest = []] = found.toSorted((one, other) => one.length - other.length);
  return [...fewest, ...compareMovements(followed, sale)];
};

/** Where neither lines nor returns changed, nothing moved: no deduction that is taken back in the same breath (R29, R62). */
const compareMovements = (followed: FollowedOrder, sale: SaleView): Differences => {
  const due = JSON.stringify(followed.expected.map(movedBy));
  const before = followed.movements;
  followed.movements = { due, count: sale.stockMovements.length };
  if (due !== before.due || before.count === sale.stockMovements.length) return [];
  return [
    `order ${followed.orderId}: nothing was to move, yet ${before.count} stock movements became ${sale.stockMovements.length}`,
  ];
};

const movedBy = (model: ModelSale | null): unknown =>
  model === null
    ? null
    : [model.saleStatus, model.returns, model.lines.products.map(({ lineId, quantity }) => [lineId, quantity])];
