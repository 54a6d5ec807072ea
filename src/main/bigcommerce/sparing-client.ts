import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from './client.ts';
import type { QuotaSeen } from './quota.ts';

/** How much of the store's quota may be taken by what is not urgent; all apps of the store share it (bigcommerce.md §2). */
export interface Share {
  /** Requests a window, of those that the store allows. */
  readonly ofQuota: number;
  /** Waits for the next window when less than this is left of it for everybody. */
  readonly leaves: number;
}

/** A proof by itself: a tenth, spread evenly. */
export const quietShare: Share = { ofQuota: 0.1, leaves: 0.5 };
/** Asked for: as fast as it goes, until half of the quota is gone. */
export const promptShare: Share = { ofQuota: Number.POSITIVE_INFINITY, leaves: 0.5 };
/** An import of history: at most half, spread evenly, and only of what the others leave. */
export const historyShare: Share = { ofQuota: 0.5, leaves: 0.5 };

export interface SparingClient extends Client {
  /** How many requests went through it. */
  readonly spent: () => number;
}

/** The smallest plan's, until an answer has said better. */
const USUAL = { requests: 150, windowMs: 30_000 };
const LONGEST_WAIT_MS = 60_000;

/** How long to wait before the next request, in ms. `lastAt` is when the last one was sent; both are UTC ms. */
export const pauseBefore = (
  { ofQuota, leaves }: Share,
  { seen, lastAt, now }: { readonly seen: QuotaSeen | null; readonly lastAt: number; readonly now: number },
): number => {
  const { requests, windowMs } = seen ?? USUAL;
  const evenly = lastAt + windowMs / (requests * ofQuota) - now;
  const nextWindow = seen && seen.left < seen.requests * leaves ? seen.resetsAt - now : 0;
  return Math.min(LONGEST_WAIT_MS, Math.max(0, evenly, nextWindow));
};

/** The same client, keeping to a share of the quota. `share` is asked before each request; `signal` ends a wait. */
export const sparingClient = (
  client: Client,
  { share, clock, signal }: { readonly share: () => Share; readonly clock: () => number; readonly signal: AbortSignal },
): SparingClient => {
  let spent = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  return {
    ...client,
    get: async (path, query) => {
      const ms = pauseBefore(share(), { seen: client.quota(), lastAt, now: clock() });
      if (ms > 0) await delay(ms, undefined, { signal });
      lastAt = clock();
      spent += 1;
      return client.get(path, query);
    },
    spent: () => spent,
  };
};
