import { parseInstant, secondOf } from '../instants.ts';
import type { Shop } from '../shop/shop.ts';
import type { Order } from './order.ts';
import type { OrderDraft } from './order-draft.ts';
import { settleStock } from './order-stock.ts';
import { reachStatus } from './reach-status.ts';
import { writeOrder } from './write-order.ts';

/** Places the order of a draft, brought to its status; it is not in the book yet. */
export const placeOrder = (shop: Shop, draft: OrderDraft): Order => {
  const now = secondOf(shop.clock);
  const createdAt = Math.min(now, instantOf(draft.dateCreated) ?? now);
  const order = writeOrder(shop, draft, createdAt);
  order.modifiedAt = reachStatus(shop, order, draft.statusId ?? 11, now);
  if (draft.paymentStatus !== undefined) order.paymentStatus = draft.paymentStatus;
  settleStock(shop, order);
  return order;
};

const instantOf = (when: number | string | undefined): number | null => {
  if (when === undefined) return null;
  const milliseconds = typeof when === 'number' ? when : parseInstant(when);
  if (milliseconds === null) throw new RangeError(`"${when}" is not an instant.`);
  return Math.floor(milliseconds / 1000);
};
