/** What was known where the new says the same, so that nothing is drawn again. Of plain JSON, whose fields come in one order. */
export const knownIfSame = <T>(known: T | null | undefined, now: T): T =>
  known !== null && known !== undefined && JSON.stringify(known) === JSON.stringify(now) ? known : now;

/** The new list, of what was known where an entry says the same; the known list itself where all of them do. */
export const knownEntries = <T>(known: readonly T[], now: readonly T[], keyOf: (entry: T) => string): readonly T[] => {
  const byKey = new Map(known.map((entry) => [keyOf(entry), entry]));
  const entries = now.map((entry) => knownIfSame(byKey.get(keyOf(entry)), entry));
  const areSame = known.length === entries.length && known.every((entry, index) => entry === entries[index]);
  return areSame ? known : entries;
};
