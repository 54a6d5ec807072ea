const formats = new Map<string, Intl.DateTimeFormat>();

/** Every offset from UTC is a multiple of this, so a day changes only at such instants. */
const QUARTER_HOUR_MS = 900_000;

const known = new Map<string, string>();
const MOST_KNOWN = 10_000;

/** The day (`YYYY-MM-DD`) of an instant (UTC ms) in an outlet's time zone. Throws `RangeError` on an unknown zone. */
export const storeDay = (at: number, timeZone: string): string => {
  const quarter = Math.floor(at / QUARTER_HOUR_MS);
  const name = `${quarter}/${timeZone}`;
  const day = known.get(name) ?? formatted(quarter * QUARTER_HOUR_MS, timeZone);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, day);
  return day;
};

const formatted = (at: number, timeZone: string): string => {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(at);
};

const clocks = new Map<string, Intl.DateTimeFormat>();

/** An instant (UTC ms) as the outlet's calendar and clock show it, as spreadsheets read it: `2026-09-24 10:05:09`. */
export const storeTime = (at: number, timeZone: string): string => {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium', hourCycle: 'h23' });
    clocks.set(timeZone, clock);
  }
  return `${storeDay(at, timeZone)} ${clock.format(at)}`;
};
