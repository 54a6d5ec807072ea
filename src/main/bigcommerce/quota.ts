/**
 * The store's quota, shared with every other app of the store (bigcommerce.md §2).
 *
 * Below a fifth of it we wait for the next window, so that the others keep working. After a 429 nothing is asked until
 * the window has passed.
 */
export interface Quota {
  /** Learns from an answer's headers (lower-case names). */
  readonly note: (headers: Headers) => void;
  /** How long to wait before the next request, in ms. */
  readonly pause: () => number;
  /** What the last answer said of it; null while none did. */
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

const RESERVE = 0.2;
const USUAL_WINDOW_MS = 30_000;

export const createQuota = (clock: () => number): Quota => {
  let resumeAt = 0;
  let seen: QuotaSeen | null = null;
  return {
    note: (headers) => {
      const left = headerNumber(headers, 'x-rate-limit-requests-left');
      const quota = headerNumber(headers, 'x-rate-limit-requests-quota');
      const resetMs = headerNumber(headers, 'x-rate-limit-time-reset-ms');
      if (left === null || quota === null || resetMs === null) return;
      const windowMs = headerNumber(headers, 'x-rate-limit-time-window-ms') ?? USUAL_WINDOW_MS;
      seen = { requests: quota, windowMs, left, resetsAt: clock() + resetMs };
      resumeAt = left < quota * RESERVE ? clock() + resetMs : 0;
    },
    pause: () => Math.max(0, resumeAt - clock()),
    seen: () => seen,
  };
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
