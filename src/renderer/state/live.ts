import type { RecordNoun } from '../../contract/event.ts';

/** While a backlog is imported, pages land many times a second; screens ask again at most this often. */
const gapMs = 750;

const everything: readonly RecordNoun[] = [
  'sales',
  'fulfillments',
  'outbox',
  'stock',
  'products',
  'customers',
  'orders',
  'link',
  'proof',
  'history',
  'backup',
  'prints',
  'staff',
  'till',
];

export interface Live {
  readonly changed: (nouns: readonly RecordNoun[]) => void;
  /** After a lost connection nobody knows what was missed. */
  readonly changedAll: () => void;
  /** Calls `listener` when one of the nouns changed: at once, then at most once per gap. */
  readonly on: (nouns: readonly RecordNoun[], listener: () => void) => () => void;
}

/** Gathers what changed and tells whom it concerns. */
export const createLive = (): Live => {
  const listeners = new Set<{ readonly nouns: readonly RecordNoun[]; readonly listener: () => void }>();
  const waiting = new Set<RecordNoun>();
  let resting = false;

  const tell = (): void => {
    const nouns = new Set(waiting);
    waiting.clear();
    resting = true;
    setTimeout(() => {
      resting = false;
      if (waiting.size > 0) tell();
    }, gapMs);
    for (const each of [...listeners]) if (each.nouns.some((noun) => nouns.has(noun))) each.listener();
  };

  const changed = (nouns: readonly RecordNoun[]): void => {
    for (const noun of nouns) waiting.add(noun);
    if (!resting && waiting.size > 0) tell();
  };

  return {
    changed,
    changedAll: () => changed(everything),
    on: (nouns, listener) => {
      const entry = { nouns, listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
  };
};
