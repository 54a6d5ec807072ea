import type { PracticeStore } from '../../src/practice-store/practice-store.ts';

/**
 * The written rule of N1 and R90 (docs/conflicts.md) for an order of two mugs and a jug, as a table of its own: nothing here
 * is taken from the code that it judges. Every change in BigCommerce meets every local stage that was made while offline.
 */
export const stages = [
  'new',
  'started',
  'part picked',
  'picked',
  'packed',
  'ready on shelf',
  'part shipped',
  'shipped',
  'handed over',
] as const;
export type Stage = (typeof stages)[number];

/** Stages of an order that is picked up; at the others it is delivered. */
export const isPickup = (stage: Stage): boolean => stage === 'ready on shelf' || stage === 'handed over';

export interface Lines {
  readonly mug: number;
  readonly jug: number;
}

export interface Change {
  /** The status it has when the till loses its network. */
  readonly from: 7 | 11;
  readonly make: (store: PracticeStore, orderId: number, lines: Lines) => void;
}

/** What BigCommerce may do to an order meanwhile. */
export const changes = {
  cancelled: { from: 11, make: (store, orderId) => store.cancel(orderId) },
  declined: { from: 11, make: (store, orderId) => store.setStatus(orderId, 6) },
  'refunded whole by items': { from: 11, make: (store, orderId) => store.refund(orderId) },
  'refunded by amount': { from: 11, make: (store, orderId) => store.refund(orderId, { amount: '5.00' }) },
  'refunded by quantity': {
    from: 11,
    make: (store, orderId, { mug }) => store.refund(orderId, { items: [{ lineId: mug, quantity: 1 }] }),
  },
  paid: { from: 7, make: (store, orderId) => store.pay(orderId) },
  'shipped elsewhere whole': { from: 11, make: (store, orderId) => store.ship(orderId) },
  'shipped elsewhere in part': {
    from: 11,
    make: (store, orderId, { mug }) => store.ship(orderId, { items: [{ lineId: mug, quantity: 1 }] }),
  },
  'marked Shipped by status only': { from: 11, make: (store, orderId) => store.setStatus(orderId, 2) },
  'completed elsewhere': { from: 11, make: (store, orderId) => store.setStatus(orderId, 10) },
  'on hold': { from: 11, make: (store, orderId) => store.setStatus(orderId, 12) },
  disputed: { from: 11, make: (store, orderId) => store.setStatus(orderId, 13) },
  'line quantity up': {
    from: 11,
    make: (store, orderId, { mug }) => store.editLines(orderId, { quantities: [{ lineId: mug, quantity: 3 }] }),
  },
  'line quantity down': {
    from: 11,
    make: (store, orderId, { mug }) => store.editLines(orderId, { quantities: [{ lineId: mug, quantity: 1 }] }),
  },
  'line removed': { from: 11, make: (store, orderId, { jug }) => store.editLines(orderId, { remove: [jug] }) },
  'line added': {
    from: 11,
    make: (store, orderId) => store.editLines(orderId, { add: [{ name: 'Bowl', productId: 0, price: '3.00' }] }),
  },
  archived: { from: 11, make: (store, orderId) => store.archive(orderId) },
  'back to pending': { from: 11, make: (store, orderId) => store.setStatus(orderId, 1) },
} satisfies Readonly<Record<string, Change>>;
export type ChangeName = keyof typeof changes;

/** What is here and there once the till has settled: entries oldest first, what staff are shown, status there, put back. */
export type Cell = readonly [entries: string, shown: string, status: number, putBack: number];

export interface Rule {
  /** Pieces that the order takes from the shelf. */
  readonly stock: readonly [mugs: number, jugs: number];
  /** Whether its payments count. */
  readonly isPaid: boolean;
  readonly cells: Readonly<Record<Stage, Cell>>;
}

const rule = (stock: readonly [number, number], cells: readonly Cell[], isPaid = true): Rule => {
  const byStage = stages.map((stage, index) => [stage, cells[index]]);
  return { stock, isPaid, cells: Object.fromEntries(byStage) as Rule['cells'] };
};

/** Nothing of it may leave: what is in hand goes back, what left is asked about, what says "packed" is not told. */
const stopped = (shown: string, status: number): readonly Cell[] => [
  ['', '', status, 0],
  ['', '', status, 0],
  ['', shown, status, 1],
  ['', shown, status, 3],
  ['yielded', shown, status, 3],
  ['yielded', shown, status, 3],
  ['yielded parked', shown, status, 2],
  ['yielded parked', shown, status, 0],
  ['yielded parked', shown, status, 0],
];

/** Everything waits until BigCommerce has done its part. */
const waits = (shown: string, status: number): readonly Cell[] => [
  ['', '', status, 0],
  ['', '', status, 0],
  ['', shown, status, 0],
  ['', shown, status, 0],
  ['pending', shown, status, 0],
  ['pending', shown, status, 0],
  ['pending pending', shown, status, 0],
  ['pending pending', shown, status, 0],
  ['pending pending', shown, status, 0],
];

/** Others say that all of it left: pieces in hand are shown; a parcel of ours is told beside it; the counter has the last word. */
const leftByStatus = (status: number): readonly Cell[] => [
  ['', '', status, 0],
  ['', '', status, 0],
  ['', 'shipped_elsewhere', status, 0],
  ['', 'shipped_elsewhere', status, 0],
  ['yielded', 'shipped_elsewhere', status, 0],
  ['yielded', 'shipped_elsewhere', status, 0],
  ['yielded sent', 'shipped_elsewhere', status, 0],
  ['yielded sent', '', status, 0],
  ['yielded sent', '', 10, 0],
];

/** More is wanted than was packed: "packed" and "handed over" are not so any more. */
const grown: readonly Cell[] = [
  ['', '', 11, 0],
  ['', '', 11, 0],
  ['', 'lines_changed', 11, 0],
  ['', 'lines_changed', 11, 0],
  ['yielded', 'lines_changed', 11, 0],
  ['yielded', 'lines_changed', 11, 0],
  ['yielded sent', 'lines_changed', 3, 0],
  ['yielded sent', 'lines_changed', 3, 0],
  ['yielded yielded', 'lines_changed', 11, 0],
];

/** One piece fewer is wanted: it goes back if it is in hand, and is asked about if it left in a parcel. */
const shrunk: readonly Cell[] = [
  ['', '', 11, 0],
  ['', '', 11, 0],
  ['', 'lines_changed', 11, 0],
  ['', 'lines_changed', 11, 1],
  ['sent', 'lines_changed', 9, 1],
  ['sent', 'lines_changed', 8, 1],
  ['sent sent', 'lines_changed', 3, 1],
  ['sent parked', 'lines_changed', 9, 0],
  ['sent sent', 'lines_changed', 10, 0],
];

export const rules: Readonly<Record<ChangeName, Rule>> = {
  cancelled: rule([0, 0], stopped('cancelled', 5), false),
  declined: rule([0, 0], stopped('cancelled', 6), false),
  'refunded whole by items': rule([0, 0], stopped('refunded', 4)),
  'refunded by amount': rule(
    [2, 1],
    [
      ['', '', 14, 0],
      ['', '', 14, 0],
      ['', '', 14, 0],
      ['', '', 14, 0],
      ['yielded', '', 14, 0],
      ['yielded', '', 14, 0],
      ['yielded sent', '', 14, 0],
      ['yielded sent', '', 14, 0],
      ['yielded yielded', 'refunded', 14, 0],
    ],
  ),
  'refunded by quantity': rule(
    [1, 1],
    [
      ['', '', 14, 0],
      ['', '', 14, 0],
      ['', '', 14, 0],
      ['', 'refunded', 14, 1],
      ['yielded', 'refunded', 14, 1],
      ['yielded', 'refunded', 14, 1],
      ['yielded sent', 'refunded', 14, 1],
      ['yielded parked', 'refunded', 14, 0],
      ['yielded yielded', 'refunded', 14, 0],
    ],
  ),
  paid: rule(
    [2, 1],
    [
      ['', '', 11, 0],
      ['', '', 11, 0],
      ['', '', 11, 0],
      ['', '', 11, 0],
      ['sent', '', 9, 0],
      ['sent', '', 8, 0],
      ['sent sent', '', 3, 0],
      ['sent sent', '', 2, 0],
      ['sent sent', '', 10, 0],
    ],
  ),
  'shipped elsewhere whole': rule(
    [2, 1],
    [
      ['', '', 2, 0],
      ['', '', 2, 0],
      ['', 'shipped_elsewhere', 2, 0],
      ['', 'shipped_elsewhere', 2, 0],
      ['yielded', 'shipped_elsewhere', 2, 0],
      ['yielded', 'shipped_elsewhere', 2, 0],
      ['yielded parked', 'shipped_elsewhere', 2, 0],
      ['yielded parked', 'shipped_elsewhere', 2, 0],
      ['yielded sent', 'shipped_elsewhere', 10, 0],
    ],
  ),
  'shipped elsewhere in part': rule(
    [2, 1],
    [
      ['', '', 3, 0],
      ['', '', 3, 0],
      ['', 'shipped_elsewhere', 3, 0],
      ['', 'shipped_elsewhere', 3, 0],
      ['yielded', 'shipped_elsewhere', 3, 0],
      ['yielded', 'shipped_elsewhere', 3, 0],
      ['yielded sent', 'shipped_elsewhere', 3, 0],
      ['yielded parked', 'shipped_elsewhere', 3, 0],
      ['yielded sent', 'shipped_elsewhere', 10, 0],
    ],
  ),
  'marked Shipped by status only': rule([2, 1], leftByStatus(2)),
  'completed elsewhere': rule([2, 1], leftByStatus(10)),
  'on hold': rule([2, 1], waits('on_hold', 12)),
  disputed: rule([2, 1], waits('on_hold', 13)),
  'line quantity up': rule([3, 1], grown),
  'line quantity down': rule([1, 1], shrunk),
  'line removed': rule([2, 0], shrunk),
  'line added': rule([2, 1], grown),
  archived: rule(
    [2, 1],
    stopped('gone', 11).map(([entries, shown, status]): Cell => [entries, shown, status, 0]),
  ),
  'back to pending': rule([2, 1], waits('', 1)),
};
