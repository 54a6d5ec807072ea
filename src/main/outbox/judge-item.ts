import type { InventoryItem } from '../store/inventory-items.ts';

/** What a reading of BigCommerce's figure means for an item. `until` is UTC ms. */
export type Verdict =
  /** Theirs is ours, and nothing that was sent may still change it. */
  | { readonly kind: 'agrees' }
  /** A level that was sent may still take effect: what was read says nothing yet. */
  | { readonly kind: 'waits'; readonly until: number }
  /** Theirs is not ours, and nothing is under way: ours goes out. */
  | { readonly kind: 'differs' }
  /** Theirs took our level, and does not list the item all the same. */
  | { readonly kind: 'vanished' };

export interface ItemReading {
  readonly sent: InventoryItem['sent'];
  /** Whether BigCommerce has accepted what was sent. */
  readonly isAccepted: boolean;
  /** The level that it should have. */
  readonly ours: number;
  /** The level that it was read to have; null where it is not listed. */
  readonly theirs: number | null;
  readonly readAt: number;
  /** For how long after it was sent a level may take effect. */
  readonly settlingMs: number;
}

/**
 * BigCommerce answers before a level takes effect (bigcommerce.md §0.14). So until it has had the time to settle, a
 * figure that differs from ours is neither drift nor a reason to send again; one that shows what was answered for says that
 * it has arrived, and ours, which changed since, may follow. So never are two levels of an item under way at once (§9.2);
 * should theirs have come to that figure by chance, a later look finds it.
 */
export const judgeItem = ({ sent, isAccepted, ours, theirs, readAt, settlingMs }: ItemReading): Verdict => {
  const until = sent === null ? readAt : sent.at + settlingMs;
  const isSettled = readAt >= until;
  if (theirs === ours) return isSettled ? { kind: 'agrees' } : { kind: 'waits', until };
  if (!isSettled) return isAccepted && theirs === sent?.level ? { kind: 'differs' } : { kind: 'waits', until };
  return theirs === null && sent !== null && isAccepted ? { kind: 'vanished' } : { kind: 'differs' };
};
