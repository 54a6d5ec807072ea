import { text } from '../text.ts';
import { type Locale, perLocale } from './locale.ts';

const minute = 60_000;
const hour = 60 * minute;
const dayLength = 24 * hour;

const clockOf = perLocale(
  ({ figures }, timeZone) => new Intl.DateTimeFormat(figures, { hour: '2-digit', minute: '2-digit', timeZone }),
);
const inDigits = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
/** The same everywhere: it is for programs. */
const calendarOf = perLocale((_, timeZone) => new Intl.DateTimeFormat('en-CA', { ...inDigits, timeZone }));

const named = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const dayOfThisYear = perLocale(({ days }) => new Intl.DateTimeFormat(days, named));
const dayOfAnyYear = perLocale(({ days }) => new Intl.DateTimeFormat(days, { ...named, year: 'numeric' }));
const dayInDigits = perLocale(({ figures }) => new Intl.DateTimeFormat(figures, { ...inDigits, timeZone: 'UTC' }));

/** `14:02` in the time zone given, `02:02 PM` where the outlet's clock has twelve hours. */
export const timeOf = (instant: string, timeZone: string, locale?: Locale): string =>
  clockOf(timeZone, locale).format(new Date(instant));

/** Whether a time needs more room than `14:02`. */
export const clockIsLong = (locale: Locale): boolean => timeOf('2026-11-27T22:44:00Z', 'UTC', locale).length > 5;

/** The day of an instant in a time zone, `YYYY-MM-DD`. */
export const dayOf = (instant: string | number, timeZone: string): string =>
  calendarOf(timeZone).format(new Date(instant));

/** A day (`YYYY-MM-DD`) in the digits of the outlet: `27/11/2026`, `27.11.2026`. */
export const digitsOfDay = (day: string, locale?: Locale): string =>
  dayInDigits('', locale).format(new Date(`${day}T00:00:00Z`));

/** Moves a day of the calendar; whole days only, so no time zone takes part. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);

/** `Today`, `Yesterday`, `Thu 12 Nov`, and with the year when it is another one. */
export const dayHeading = (day: string, today: string): string => {
  if (day === today) return text.time.today;
  if (day === addDays(today, -1)) return text.time.yesterday;
  const format = day.slice(0, 4) === today.slice(0, 4) ? dayOfThisYear() : dayOfAnyYear();
  return format.format(new Date(`${day}T00:00:00Z`));
};

/** The clock, with the day in front unless it is today's. */
export const whenOf = (instant: string, timeZone: string, now: number): string => {
  const [day, today] = [dayOf(instant, timeZone), dayOf(now, timeZone)];
  const time = timeOf(instant, timeZone);
  return day === today ? time : `${dayHeading(day, today)}, ${time}`;
};

/** Day, year and clock, as it stands on paper: `Fri, Nov 27, 2026, 14:02`. */
export const fullWhenOf = (instant: string, timeZone: string): string => {
  const day = dayOfAnyYear().format(new Date(`${dayOf(instant, timeZone)}T00:00:00Z`));
  return `${day}, ${timeOf(instant, timeZone)}`;
};

/** How long ago, in its largest unit: `now`, `5 min`, `3 h`, `2 d`. */
export const ageOf = (instant: string, now: number): string => {
  const age = Math.max(0, now - Date.parse(instant));
  if (age < minute) return text.time.now;
  if (age < hour) return text.time.minutes(Math.floor(age / minute));
  if (age < 2 * dayLength) return text.time.hours(Math.floor(age / hour));
  return text.time.days(Math.floor(age / dayLength));
};

/** How old what is shown may be unless this machine says otherwise, in minutes (N15). */
export const usualFreshMinutes = 15;

/** Whether what is shown counts as old: BigCommerce was last asked longer ago than that (N15). */
export const isOld = (lastPulledAt: string | null, now: number, freshMinutes = usualFreshMinutes): boolean =>
  lastPulledAt !== null && now - Date.parse(lastPulledAt) > freshMinutes * minute;

/** How long until then: `8 s`, `3 min`. */
export const pauseUntil = (instant: string, now: number): string => {
  const seconds = Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000));
  return seconds < 120 ? text.sync.seconds(seconds) : text.sync.minutes(Math.round(seconds / 60));
};
