/** Pairs each item with a key that is its own, where two facts may be word for word the same. */
export const withKeys = <T>(items: readonly T[], textOf: (item: T) => string): { key: string; item: T }[] => {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const words = textOf(item);
    const times = (seen.get(words) ?? 0) + 1;
    seen.set(words, times);
    return { key: `${words} ${times}`, item };
  });
};
