/** A small deterministic source of chance: the same seed gives the same sequence on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A key of `weights`, each as likely as its weight. */
  weighted<T>(weights: readonly (readonly [T, number])[]): T;
}

/** The mulberry32 generator. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => elementAt(list, int(0, list.length - 1)),
    weighted: (weights) => {
      let left = next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
      const chosen = weights.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (chosen ?? elementAt(weights, weights.length - 1))[0];
    },
  };
};

/** The element at `index`; throws a RangeError where there is none. */
export const elementAt = <T>(list: readonly T[], index: number): T => {
  if (index < 0 || index >= list.length)
    throw new RangeError(`There is no element ${index} in a list of ${list.length}.`);
  return list[index] as T;
};

/** Some lower-case hexadecimal digits, as BigCommerce's tokens and ids look. */
export const hexDigits = (random: Random, length: number): string =>
  Array.from({ length }, () => random.int(0, 15).toString(16)).join('');
