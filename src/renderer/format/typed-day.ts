import { digitsOfDay } from './instants.ts';
import { perLocale } from './locale.ts';

type Part = 'day' | 'month' | 'year';
const isPart = (type: string): type is Part => type === 'day' || type === 'month' || type === 'year';

const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;

/** In which order the outlet writes day, month and year. */
const orderOf = perLocale(({ figures }) =>
  new Intl.DateTimeFormat(figures, numeric)
    .formatToParts(0)
    .map(({ type }) => type)
    .filter(isPart),
);

const isDay = (day: string): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
};

/**
 * A day as somebody types it, in the order in which the outlet writes days and with any marks between, `YYYY-MM-DD`. A year of two
 * digits is of this century; one that begins with four digits is of a calendar that everybody reads the same. Null while it is none.
 */
export const typedDay = (typed: string): string | null => {
  const parts = typed
    .trim()
    .split(/[^\d]+/)
    .filter(Boolean);
  if (parts.length !== 3) return null;
  const order: readonly Part[] = parts[0]?.length === 4 ? ['year', 'month', 'day'] : orderOf();
  const of = (part: Part): string => parts[order.indexOf(part)] ?? '';
  const year = of('year').length === 2 ? `20${of('year')}` : of('year');
  const day = [year, of('month').padStart(2, '0'), of('day').padStart(2, '0')].join('-');
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && isDay(day) ? day : null;
};

/** What a day looks like here, for the field that takes one: `27/11/2026`. Any day shows where day and month stand. */
export const exampleDay = (): string => digitsOfDay('2026-11-27');
