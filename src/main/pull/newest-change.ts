const ONE_DAY_MS = 86_400_000;

/**
 * The newest of some instants, for a cursor to move to; `before` where none is newer (UTC ms). One that is dated in the
 * future, by BigCommerce's own clock, must not carry the cursor past all that come before it.
 */
export const newestChange = (
  before: number | null,
  changes: readonly number[],
  serverTime: number | null,
): number | null => {
  const limit = serverTime === null ? Number.POSITIVE_INFINITY : serverTime + ONE_DAY_MS;
  return changes.reduce<number | null>((newest, at) => (at <= limit ? Math.max(newest ?? at, at) : newest), before);
};
