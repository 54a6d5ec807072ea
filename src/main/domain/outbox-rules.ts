import type { ConflictKind } from './conflict.ts';

/** How an order stands in BigCommerce, as far as it matters to what is still to be told of it. */
export type Standing =
  | 'open'
  | 'unpaid'
  | 'on_hold'
  | 'part_shipped'
  | 'shipped'
  | 'completed'
  | 'part_refunded'
  | 'refunded'
  | 'voided'
  | 'gone'
  | 'not_understood';

const standings: Readonly<Record<number, Standing>> = {
  0: 'unpaid',
  1: 'unpaid',
  7: 'unpaid',
  8: 'open',
  9: 'open',
  11: 'open',
  12: 'on_hold',
  13: 'on_hold',
  3: 'part_shipped',
  2: 'shipped',
  10: 'completed',
  14: 'part_refunded',
  4: 'refunded',
  5: 'voided',
  6: 'voided',
};

export const standingOf = (order: { readonly statusId: number; readonly archived: boolean } | null): Standing => {
  if (!order || order.archived) return 'gone';
  return standings[order.statusId] ?? 'not_understood';
};

/**
 * What is done with an entry. `yield`: BigCommerce's change stands and it is not told. `yield_and_show`: so that staff
 * learn of it although the import had nothing to say. `ask`: goods have left, so somebody decides.
 */
export type Rule =
  | 'send'
  | 'done'
  | 'wait_for_payment'
  | 'wait_for_hold'
  | 'yield'
  | 'yield_and_show'
  | 'ask'
  | 'try_later';

/** What an entry tells: that the order is packed, of a parcel, or that everything was handed over. */
export type Told = 'packed' | 'shipment' | 'handed_over';

export interface RuleRow extends Readonly<Record<Told, Rule>> {
  /** What staff are asked or shown; null where there is nothing to say. */
  readonly kind: ConflictKind | null;
}

/**
 * The written rule of R90, for what waits to be told; docs/conflicts.md gives the reasons. A shipment is sent only if
 * BigCommerce still has as many pieces to ship (`roomFor`), whatever the status says.
 *
 * Unpaid: a status that says "packed" says "paid" as well, in BigCommerce and then in our own books; so it waits.
 * On hold: writing would end the hold. A status that says more than ours is never written over, nor is any of 4, 5, 6, 14.
 */
export const outboxRules: Readonly<Record<Standing, RuleRow>> = {
  open: { packed: 'send', shipment: 'send', handed_over: 'send', kind: null },
  unpaid: {
    packed: 'wait_for_payment',
    shipment: 'wait_for_payment',
    handed_over: 'wait_for_payment',
    kind: null,
  },
  on_hold: { packed: 'wait_for_hold', shipment: 'wait_for_hold', handed_over: 'ask', kind: 'on_hold' },
  part_shipped: { packed: 'yield', shipment: 'send', handed_over: 'send', kind: 'shipped_elsewhere' },
  shipped: { packed: 'yield', shipment: 'send', handed_over: 'send', kind: 'shipped_elsewhere' },
  completed: { packed: 'yield', shipment: 'send', handed_over: 'done', kind: 'shipped_elsewhere' },
  part_refunded: { packed: 'yield', shipment: 'send', handed_over: 'yield_and_show', kind: 'refunded' },
  refunded: { packed: 'yield', shipment: 'ask', handed_over: 'ask', kind: 'refunded' },
  voided: { packed: 'yield', shipment: 'ask', handed_over: 'ask', kind: 'cancelled' },
  gone: { packed: 'yield', shipment: 'ask', handed_over: 'ask', kind: 'gone' },
  not_understood: { packed: 'try_later', shipment: 'try_later', handed_over: 'try_later', kind: null },
};
