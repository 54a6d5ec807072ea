import { randomBytes, timingSafeEqual } from 'node:crypto';
import { digest } from './digest.ts';

const lifetimeMs = 10 * 60 * 1000;

export interface LaunchCodes {
  /** A new code of 192 random bits; the one before it stops working. */
  readonly issue: () => string;
  /** `accepted` once per code; `expired` when it was right but older than ten minutes. */
  readonly redeem: (code: string) => 'accepted' | 'expired' | 'unknown';
}

/** One code is in play at a time: each opens one window. `now` is in milliseconds. */
export const createLaunchCodes = (now: () => number): LaunchCodes => {
  let inPlay: { readonly digest: Buffer; readonly until: number } | null = null;
  return {
    issue: () => {
      const code = randomBytes(24).toString('base64url');
      inPlay = { digest: digest(code), until: now() + lifetimeMs };
      return code;
    },
    redeem: (code) => {
      if (inPlay === null || !timingSafeEqual(inPlay.digest, digest(code))) return 'unknown';
      const { until } = inPlay;
      inPlay = null;
      return now() < until ? 'accepted' : 'expired';
    },
  };
};
