const formats = new Map<string, Intl.DateTimeFormat>();

/** The day (`YYYY-MM-DD`) of an instant (UTC ms) in an outlet's time zone. Throws `RangeError` on an unknown zone. */
export const storeDay = (at: number, timeZone: string): string => {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(at);
};
