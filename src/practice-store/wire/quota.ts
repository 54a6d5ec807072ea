import type { MiddlewareHandler } from 'hono';
import type { Clock } from '../instants.ts';
import type { ApiContext, ApiEnv } from './api.ts';
import { refusalBody } from './refusal.ts';

/** How many requests all apps of the store may send in one window (bigcommerce.md §2). */
export interface QuotaOptions {
  readonly requests: number;
  readonly windowMs: number;
}

/** What BigCommerce says of an unlimited plan is unknown; a number that is never used up serves. */
const plenty = 1_000_000_000;

/** Counts requests in fixed windows of the store's clock, says so in the headers, and answers 429 beyond the quota. */
export const quotaCheck = ({ requests, windowMs }: QuotaOptions, clock: Clock): MiddlewareHandler<ApiEnv> => {
  let started = clock();
  let used = 0;
  return async (c, next) => {
    const now = clock();
    // A clock that was set back starts a new window, or it would not end for as long as the clock was wrong.
    if (now - started >= windowMs || now < started) {
      started = now;
      used = 0;
    }
    used += 1;
    const left = Number.isFinite(requests) ? Math.max(0, requests - used) : plenty;
    quotaHeaders(c, Number.isFinite(requests) ? requests : plenty, left, windowMs, windowMs - (now - started));
    if (used > requests) return c.json(refusalBody(c.req.path, 429, 'Too many requests.'), 429);
    return next();
  };
};

/** The four headers that every answer carries. */
export const quotaHeaders = (c: ApiContext, quota: number, left: number, windowMs: number, resetMs: number): void => {
  c.header('X-Rate-Limit-Time-Window-Ms', String(windowMs));
  c.header('X-Rate-Limit-Time-Reset-Ms', String(resetMs));
  c.header('X-Rate-Limit-Requests-Quota', String(quota));
  c.header('X-Rate-Limit-Requests-Left', String(left));
};
