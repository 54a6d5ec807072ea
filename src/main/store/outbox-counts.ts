import type { Reader } from './connection.ts';
import { countToPush } from './inventory-items.ts';
import { countEntries } from './outbox.ts';

/** All that BigCommerce is still to be told, entries and stock items: what goes out by itself, and what waits for somebody. */
export const countWaiting = (db: Reader): { readonly pending: number; readonly parked: number } => {
  const [entries, items] = [countEntries(db), countToPush(db)];
  return { pending: entries.pending + items.pending, parked: entries.parked + items.parked };
};
