import type { Random } from '../random.ts';

/** How busy a web shop is in each hour of its day, from midnight: quiet at night, busy in the evening. */
const busyness: readonly (readonly [number, number])[] = [
  4, 2, 1, 1, 1, 2, 5, 9, 12, 15, 17, 18, 20, 17, 15, 15, 16, 18, 22, 27, 31, 30, 20, 10,
].map((weight, hour) => [hour, weight] as const);

/** The shop's day is six hours behind UTC. */
const behindUtc = 6 * 3600;
const day = 24 * 3600;

/** A second in one of the last `days` days, never after `now`. */
export const secondInPast = (random: Random, now: number, days: number): number => {
  const today = Math.floor((now - behindUtc) / day);
  const back = random.int(0, Math.max(0, Math.ceil(days) - 1));
  const second = (today - back) * day + behindUtc + random.weighted(busyness) * 3600 + random.int(0, 3599);
  return second <= now ? second : second - day;
};
