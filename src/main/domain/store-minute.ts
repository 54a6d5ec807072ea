/** The clock of an outlet, and how it writes what it shows; without a locale as `2026-09-24` and `10:05`. */
export interface OutletClock {
  readonly timeZone: string;
  readonly locale: string | null;
}

interface Formats {
  readonly day: Intl.DateTimeFormat;
  readonly clock: Intl.DateTimeFormat;
}

const known = new Map<string, Formats>();

const formatsOf = ({ timeZone, locale }: OutletClock): Formats => {
  const name = `${timeZone} ${locale}`;
  const formats = known.get(name) ?? {
    // Sweden writes days as ISO 8601 does.
    day: new Intl.DateTimeFormat(`${locale ?? 'sv-SE'}-u-nu-latn`, {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }),
    clock: new Intl.DateTimeFormat(`${locale ?? 'sv-SE'}-u-nu-latn`, { timeZone, hour: '2-digit', minute: '2-digit' }),
  };
  known.set(name, formats);
  return formats;
};

/** A receipt printer has no narrow spaces. */
const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** The time of an instant (UTC ms) in an outlet, e.g. `10:05`, `02:05 PM`. */
export const storeClock = (at: number, outlet: OutletClock): string => plainSpaces(formatsOf(outlet).clock.format(at));

/** An instant (UTC ms) as the outlet's calendar and clock show it, e.g. `2026-09-24 at 10:05`, `24.09.2026 at 10:05`. */
export const storeMinute = (at: number, outlet: OutletClock): string =>
  `${plainSpaces(formatsOf(outlet).day.format(at))} at ${storeClock(at, outlet)}`;
