import type { Reader } from '../store/connection.ts';
import { heldOrders } from '../store/unimported-orders.ts';
import { type Finding, finding } from './finding.ts';

/** Orders and refunds that are kept whole because they are not understood: they are there, and no sale here shows them. */
export const compareHeld = (db: Reader, linkKey: number): Finding[] =>
  heldOrders(db, linkKey).map(({ orderId, message }) =>
    finding('order_held', { orderName: orderId }, { ours: `Held: ${message}`, theirs: 'There' }),
  );
