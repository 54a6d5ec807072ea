const QUARTER_HOUR_MS = 900_000;
/** Quiet hours of an outlet, by its own clock: from three to five in the morning. */
const QUIET_FROM = 3;
const QUIET_UNTIL = 5;
/** Every day has such hours, also one on which the clocks change. */
const LONGEST_SEARCH_MS = 48 * 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

const isQuiet = (at: number, timeZone: string): boolean => {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
    formats.set(timeZone, format);
  }
  const hour = Number(format.format(at));
  return hour >= QUIET_FROM && hour < QUIET_UNTIL;
};

/**
 * When the next proof is due (UTC ms): in the first quiet hours that begin after the last one, or after the link was
 * made. When the machine was off then, that lies in the past, and it is due now. `spread`, 0 to 1, lets each shop begin
 * at a minute of its own within the first hour.
 */
export const nextProofAt = (
  after: number,
  { timeZone, spread }: { readonly timeZone: string; readonly spread: number },
): number => {
  const first = Math.ceil((after + 1) / QUARTER_HOUR_MS) * QUARTER_HOUR_MS;
  for (let at = first; at < first + LONGEST_SEARCH_MS; at += QUARTER_HOUR_MS) {
    if (isQuiet(at, timeZone) && !isQuiet(at - QUARTER_HOUR_MS, timeZone)) return at + Math.floor(spread * 3_600_000);
  }
  return first + LONGEST_SEARCH_MS;
};

/** A shop's own place between 0 and 1, always the same, by its link's identity. */
export const spreadOf = (linkId: string): number => (Number.parseInt(linkId.slice(-4), 16) || 0) / 65_536;
