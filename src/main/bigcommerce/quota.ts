/**
 * The store's quota, shared with every other app of the store (bigcommerce.md §2).
 *
 * Every request is taken from the window before it is sent, so that those on their way count as well: what an answer says
 * to be left may have been said before they arrived. When no more than a reserve is left we wait for the next window, so
 * that the others keep working. After a 429 nothing is asked until the window has passed.
 */
export interface Quota {
  /**
   * Takes one request, and answers 0; or how long to wait before asking for it again, in ms. `reserve` is the part of
   * the quota that is left to others.
   */
  readonly take: (reserve: number) => number;
  /** Takes one whatever is left, for who has waited longer than any window. */
  readonly takeAnyway: () => void;
  /** To be called once for each that was taken: with its answer's headers (lower-case names), or null without any. */
  readonly answered: (headers: Headers | null) => void;
  /** What the answers of this window said of it; null while none did. */
  readonly seen: () => QuotaSeen | null;
}

export interface QuotaSeen {
  /** Requests that all apps of the store may make in a window. */
  readonly requests: number;
  readonly windowMs: number;
  readonly left: number;
  /** When the next window begins (UTC ms, this machine's clock). */
  readonly resetsAt: number;
}

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What everything but the replay of the outbox leaves to other apps. */
export const USUAL_RESERVE = 0.2;
/** What staff did is not kept waiting for as long: it leaves a twentieth. */
export const HURRIED_RESERVE = 0.05;

const USUAL_WINDOW_MS = 30_000;

export const createQuota = (clock: () => number): Quota => {
  let seen: QuotaSeen | null = null;
  /** Sent and not answered yet. */
  let underWay = 0;
  /** Answered without a word about the quota since the last that had one. */
  let untold = 0;

  const isOver = ({ resetsAt }: QuotaSeen) => clock() >= resetsAt;

  const note = (told: QuotaSeen) => {
    const isNext = !seen || told.resetsAt - seen.resetsAt > told.windowMs / 2;
    // Answers overtake each other: one from a window that has passed says nothing about this one.
    if (seen && seen.resetsAt - told.resetsAt > told.windowMs / 2) return;
    untold = 0;
    if (!seen || isNext) {
      seen = told;
      return;
    }
    seen = { ...told, left: Math.min(seen.left, told.left), resetsAt: Math.min(seen.resetsAt, told.resetsAt) };
  };

  return {
    take: (reserve) => {
      const left = !seen || isOver(seen) ? (seen?.requests ?? Number.POSITIVE_INFINITY) : seen.left - untold;
      const kept = seen ? seen.requests * reserve : 0;
      const free = left - underWay;
      if (free >= Math.max(1, kept)) {
        underWay += 1;
        return 0;
      }
      const untilReset = seen ? seen.resetsAt - clock() : 0;
      return untilReset > 0 ? untilReset : OTHERS_ANSWERED_MS;
    },
    takeAnyway: () => {
      underWay += 1;
    },
    answered: (headers) => {
      underWay -= 1;
      const told = headers && toldBy(headers, clock());
      if (told) note(told);
      else untold += 1;
    },
    seen: () => seen,
  };
};

/** In a window of which nothing is known yet, the answers to what is under way say more soon. */
const OTHERS_ANSWERED_MS = 50;

const toldBy = (headers: Headers, now: number): QuotaSeen | null => {
  const left = headerNumber(headers, 'x-rate-limit-requests-left');
  const requests = headerNumber(headers, 'x-rate-limit-requests-quota');
  const resetMs = headerNumber(headers, 'x-rate-limit-time-reset-ms');
  if (left === null || requests === null || resetMs === null) return null;
  const windowMs = headerNumber(headers, 'x-rate-limit-time-window-ms') ?? USUAL_WINDOW_MS;
  return { requests, windowMs, left, resetsAt: now + resetMs };
};

/** How long a 429 asks to wait, in ms; null when it does not say. */
export const retryAfter = (headers: Headers): number | null => {
  const resetMs = headerNumber(headers, 'x-rate-limit-time-reset-ms');
  if (resetMs !== null) return resetMs;
  const seconds = headerNumber(headers, 'retry-after') ?? headerNumber(headers, 'x-retry-after');
  return seconds === null ? null : seconds * 1000;
};

const headerNumber = (headers: Headers, name: string): number | null => {
  const value = headers[name];
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) && number >= 0 ? number : null;
};
