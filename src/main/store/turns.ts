import { FOLDED_AFTER, FOLDED_AFTER_AT_WORK } from './log-folding.ts';

/**
 * SQLite lets one connection write at a time, and whoever finds it taken sleeps and asks again: up to a hundred
 * milliseconds too long, in which the desk answers nobody. So the two threads tell each other in shared memory:
 *
 *   the desk      wants ──▶ waits until the importer holds nothing ──▶ writes ──▶ wants no more
 *   the importer  waits while anybody wants ──▶ holds ──▶ writes, looks between two orders, ends early ──▶ lets go
 *
 * It only makes waiting short. What may be written when, SQLite decides: a thread that died while it held, or wanted, costs
 * the other one a pause.
 */

/** Told around every transaction of a connection. */
export interface Turn {
  /**
   * How long the log may become, in pages, before this thread folds it into the database; null: another one folds it, and
   * this one never waits for the disk.
   */
  readonly logLimit: (() => number) | null;
  /** Waits until it is this connection's turn, but not for ever. */
  readonly take: () => void;
  readonly leave: () => void;
}

export interface ImporterTurn extends Turn {
  /** Whether somebody at the desk waits to write now. */
  readonly isWanted: () => boolean;
  /** Whether somebody wrote there in the last seconds, and so may want to again at any moment. */
  readonly wasWantedLately: () => boolean;
}

/** Wishes that are open now; whether the importer holds the database; all wishes there ever were. */
const WISHES = 0;
const HELD = 1;
const EVER = 2;
const BYTES = 3 * Int32Array.BYTES_PER_ELEMENT;

export type SharedTurns = SharedArrayBuffer;
export const createSharedTurns = (): SharedTurns => new SharedArrayBuffer(BYTES);

/** The longest that one thread waits for the other's word; SQLite's own waiting follows. */
const MOST_WAIT_MS = 1_000;
const LATELY_MS = 10_000;

export const deskTurn = (shared: SharedTurns): Turn => {
  const cells = new Int32Array(shared);
  return {
    logLimit: null,
    take: () => {
      Atomics.add(cells, EVER, 1);
      Atomics.add(cells, WISHES, 1);
      Atomics.wait(cells, HELD, 1, MOST_WAIT_MS);
    },
    leave: () => {
      if (Atomics.sub(cells, WISHES, 1) === 1) Atomics.notify(cells, WISHES);
    },
  };
};

export const importerTurn = (shared: SharedTurns, clock: () => number): ImporterTurn => {
  const cells = new Int32Array(shared);
  let known = Atomics.load(cells, EVER);
  let wantedAt = Number.NEGATIVE_INFINITY;
  // Another importer that died may have left it held.
  Atomics.store(cells, HELD, 0);
  Atomics.notify(cells, HELD);
  const wasWantedLately = (): boolean => {
    const ever = Atomics.load(cells, EVER);
    if (ever !== known) wantedAt = clock();
    known = ever;
    return clock() - wantedAt < LATELY_MS;
  };
  return {
    logLimit: () => (wasWantedLately() ? FOLDED_AFTER_AT_WORK : FOLDED_AFTER),
    take: () => {
      const wishes = Atomics.load(cells, WISHES);
      if (wishes > 0) Atomics.wait(cells, WISHES, wishes, MOST_WAIT_MS);
      Atomics.store(cells, HELD, 1);
    },
    leave: () => {
      Atomics.store(cells, HELD, 0);
      Atomics.notify(cells, HELD);
    },
    isWanted: () => Atomics.load(cells, WISHES) > 0,
    wasWantedLately,
  };
};
