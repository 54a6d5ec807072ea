const ONE_DAY_MS = 86_400_000;

/** Whether an instant is dated ahead of a clock by more than clocks may differ (UTC ms). */
export const isDatedAhead = (at: number, now: number): boolean => at > now + ONE_DAY_MS;

/**
 * The newest of some instants, for a cursor to move to; `before` where none is newer (UTC ms). One that is dated in the
 * future, by BigCommerce's own clock, must not carry the cursor past all that come before it.
 */
export const newestChange = (
  before: number | null,
  changes: readonly number[],
  serverTime: number | null,
): number | null => {
  const believable = changes.filter((at) => serverTime === null || !isDatedAhead(at, serverTime));
  return believable.reduce<number | null>((newest, at) => Math.max(newest ?? at, at), before);
};
