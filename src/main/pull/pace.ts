/** When the next pull is due. Times in ms. */
export interface Pace {
  /** After a pull that worked; sooner while orders keep coming. */
  readonly afterSuccess: (changedSomething: boolean) => number;
  /** After one that did not: longer each time, spread by chance, never given up. */
  readonly afterProblem: (askedToWaitMs: number | null) => number;
  /** When something here is to be told, that long after the last one. */
  readonly afterWake: (restedMs: number) => number;
}

export interface PaceLimits {
  readonly shortestMs: number;
  readonly longestMs: number;
  /** At least so much lies between two that were woken: staff may count an item a second. */
  readonly wokenMs: number;
}

/** Fits the smallest plan's quota, which all apps of the store share (bigcommerce.md §2). */
export const storePace: PaceLimits = { shortestMs: 15_000, longestMs: 60_000, wokenMs: 5_000 };
/** A store on this machine shares its quota with nobody. */
export const practicePace: PaceLimits = { shortestMs: 2_000, longestMs: 5_000, wokenMs: 0 };

/** What staff do within that time goes out together. */
const TOGETHER_MS = 300;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

/** `limits` is asked each time: the store that is linked may change. `random` gives 0 to 1. */
export const createPace = (limits: () => PaceLimits, random: () => number): Pace => {
  let interval = 0;
  let failures = 0;
  return {
    afterSuccess: (changedSomething) => {
      failures = 0;
      const { shortestMs, longestMs } = limits();
      interval = changedSomething ? shortestMs : Math.min(longestMs, Math.max(shortestMs, interval * 1.5));
      return interval;
    },
    afterProblem: (askedToWaitMs) => {
      failures += 1;
      const backoff = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
      return Math.max(askedToWaitMs ?? 0, backoff * (0.5 + random() / 2));
    },
    afterWake: (restedMs) => Math.max(TOGETHER_MS, limits().wokenMs - Math.max(0, restedMs)),
  };
};
