import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import type { Chance } from '../random.ts';
import type { Journal } from './journal.ts';

/** What shoppers and the merchant do meanwhile, in BigCommerce itself. */
export const happenThere = (store: PracticeStore, chance: Chance, journal: Journal, placed: number[]): void => {
  if (chance.happens(0.5)) {
    placed.push(...store.placeOrders(1 + chance.below(2), { statusId: chance.of(placedAt) ?? 11 }));
  }
  const orderId = chance.of(placed);
  if (orderId === undefined || !chance.happens(0.4)) return;
  const { status_id: status } = store.order(orderId);
  const what = chance.next();
  if (what < 0.3) store.cancel(orderId);
  else if (what < 0.55) store.pay(orderId);
  else if (what < 0.7) store.touch(orderId);
  else if (what < 0.8) store.setStatus(orderId, 12);
  else if (what < 0.9 && status === 12) store.setStatus(orderId, 11);
  else if (status === 11 || status === 9) shipThere(store, orderId, journal);
};

/** Of an order that comes as shipped the pieces moved without a step here. */
const placedAt = [11, 11, 11, 9, 8, 7, 12, 1] as const;

/** Somebody in the web shop's own warehouse sends what is left. */
const shipThere = (store: PracticeStore, orderId: number, journal: Journal): void => {
  journal.movedThere.add(orderId);
  try {
    store.ship(orderId);
  } catch (error) {
    // Nothing is left to ship, or nothing of it is ever shipped.
    if (!(error instanceof RangeError)) throw error;
  }
};
