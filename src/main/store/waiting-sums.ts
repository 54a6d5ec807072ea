import type { SqlValue } from './connection.ts';
import { wordsOf } from './words-of.ts';

/** A table of figures that are kept beside what they count: how one is added to, and goes when nothing is left of it. */
export interface Sum {
  readonly table: string;
  /** Its place holders are a key and the amounts to add. */
  readonly add: string;
  /** Its place holders are what of the key tells it from all others. */
  readonly clear: string;
  /** How many columns at the beginning of a key that is. */
  readonly identity: number;
}

/**
 * What a transaction adds to kept figures: added up first and written once for each key, at the end of the transaction or
 * before the table is read. The first amount of a key is how many there are of it.
 */
export interface WaitingSums {
  readonly add: (sum: Sum, key: readonly SqlValue[], amounts: readonly number[]) => void;
  /** Writes everything that waits, when a statement has to do with any of it. */
  readonly flushBefore: (sql: string) => void;
  readonly flush: () => void;
  /** Forgets them: their transaction is undone. */
  readonly discard: () => void;
}

interface Waiting {
  readonly key: readonly SqlValue[];
  readonly amounts: number[];
}

export const createWaitingSums = (run: (sql: string, values: readonly SqlValue[]) => void): WaitingSums => {
  const waiting = new Map<Sum, Map<string, Waiting>>();

  const flush = () => {
    for (const [{ add, clear, identity }, keys] of waiting) {
      for (const { key, amounts } of keys.values()) {
        if (amounts.every((amount) => amount === 0)) continue;
        run(add, [...key, ...amounts]);
        if ((amounts[0] ?? 0) < 0) run(clear, key.slice(0, identity));
      }
    }
    waiting.clear();
  };

  return {
    add: (sum, key, amounts) => {
      const keys = waiting.get(sum) ?? new Map<string, Waiting>();
      waiting.set(sum, keys);
      const name = key.join('\n');
      const before = keys.get(name);
      if (!before) keys.set(name, { key, amounts: [...amounts] });
      else
        amounts.forEach((amount, place) => {
          before.amounts[place] = (before.amounts[place] ?? 0) + amount;
        });
    },
    flushBefore: (sql) => {
      if (waiting.size === 0) return;
      const spoken = wordsOf(sql);
      for (const { table } of waiting.keys()) if (spoken.has(table)) return flush();
    },
    flush,
    discard: () => waiting.clear(),
  };
};
