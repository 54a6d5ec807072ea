/**
 * Sales of one day that are alike in everything that is filtered by are a cell. A cell's key is its day and the kind of
 * its sales in one number, later days above earlier ones, so that a period is a range of keys.
 */
const KINDS = 2 ** 20;
const DAY_MS = 86_400_000;
/** How far clocks are ahead of UTC at most, and behind it. */
const MOST_AHEAD_MS = 14 * 3_600_000;
const MOST_BEHIND_MS = 12 * 3_600_000;

/** Days since 1969-12-31, the earliest that an instant can be on anywhere: none is negative. `day` is `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(day) / DAY_MS) + 1;

export const cellKey = (day: string, kindKey: number): number => dayNumber(day) * KINDS + kindKey;

/** The day of a cell, or so many days before it. */
export const dayOfCell = (cell: number, daysBefore = 0): string =>
  new Date((Math.floor(cell / KINDS) - 1 - daysBefore) * DAY_MS).toISOString().slice(0, 10);

export const areOfOneDay = (one: number, other: number): boolean =>
  Math.floor(one / KINDS) === Math.floor(other / KINDS);

/** What of a cell's bits is its kind. */
export const KIND_OF_CELL = KINDS - 1;

/** The first key of a day, and the last. */
export const cellsFrom = (day: string): number => cellKey(day, 0);
export const cellsUntil = (day: string): number => cellKey(day, KINDS - 1);

/** The instants (UTC ms) between which the days of some cells lie, in every time zone: a little too far apart. */
export const firstInstantOf = (cell: number): number => (Math.floor(cell / KINDS) - 1) * DAY_MS - MOST_AHEAD_MS;
export const lastInstantOf = (cell: number): number => Math.floor(cell / KINDS) * DAY_MS + MOST_BEHIND_MS;

/** The first cell that may hold a sale of this instant, or of a later one. */
export const firstCellAround = (instant: number): number => Math.ceil((instant - MOST_BEHIND_MS) / DAY_MS) * KINDS;
