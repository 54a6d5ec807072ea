import { text } from '../text.ts';
import { locale } from './locale.ts';

const minute = 60_000;
const hour = 60 * minute;
const dayLength = 24 * hour;

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (kind: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${kind} ${timeZone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(kind === 'calendar' ? 'en-CA' : locale, { ...options, timeZone });
  formats.set(key, made);
  return made;
};

const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const shortDay: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
const calendar: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };

/** `14:02` in the time zone given. */
export const timeOf = (instant: string, timeZone: string): string =>
  formatOf('clock', timeZone, clock).format(new Date(instant));

/** The day of an instant in a time zone, `YYYY-MM-DD`. */
export const dayOf = (instant: string | number, timeZone: string): string =>
  formatOf('calendar', timeZone, calendar).format(new Date(instant));

/** Moves a day of the calendar; whole days only, so no time zone takes part. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);

/** `Today`, `Yesterday`, `Thu 12 Nov`, and with the year when it is another one. */
export const dayHeading = (day: string, today: string): string => {
  if (day === today) return text.time.today;
  if (day === addDays(today, -1)) return text.time.yesterday;
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const format = sameYear
    ? formatOf('day', 'UTC', shortDay)
    : formatOf('day of year', 'UTC', { ...shortDay, year: 'numeric' });
  return format.format(new Date(`${day}T00:00:00Z`));
};

/** The clock, with the day in front unless it is today's. */
export const whenOf = (instant: string, timeZone: string, now: number): string => {
  const [day, today] = [dayOf(instant, timeZone), dayOf(now, timeZone)];
  const time = timeOf(instant, timeZone);
  return day === today ? time : `${dayHeading(day, today)}, ${time}`;
};

/** Day, year and clock, as it stands on paper: `Fri, Nov 27, 2026, 14:02`. */
export const fullWhenOf = (instant: string, timeZone: string): string =>
  formatOf('full', timeZone, { ...shortDay, year: 'numeric', ...clock }).format(new Date(instant));

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
