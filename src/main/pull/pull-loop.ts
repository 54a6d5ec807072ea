import { StoreProblem } from '../bigcommerce/problem.ts';
import type { Pace } from './pace.ts';
import { NotReady } from './problem-of.ts';

/**
 * Pulls, and pushes stock after it, again and again by itself.
 *
 *   resting ──due, asked, or woken──▶ pulling ──done──▶ resting for the pace's interval
 *                                       │ problem ──▶ resting for a retry, the problem told
 *
 * Asleep, it rests without an end: a request that the machine's sleep cuts in two would only have to be read back.
 * Only one pull runs at a time. Whoever asks while one runs gets the next one, because the running one may already
 * have passed by what they mean.
 */
export interface PullLoop<R> {
  /** Pulls by itself from now on. */
  readonly start: () => void;
  /** One pull. Rejects with what it failed on. */
  readonly now: () => Promise<R>;
  /**
   * Something here is to be told: the next pull comes soon, a moment later, so that several changes go out together.
   * Where BigCommerce asked to wait, or cannot be reached, it changes nothing.
   */
  readonly wake: () => void;
  /** The machine goes to sleep: what runs is finished, nothing follows by itself. Whoever asks is still answered. */
  readonly sleep: () => void;
  /**
   * The machine woke, or its network came or went: the next pull begins now, or as soon as BigCommerce allows where it
   * asked to wait.
   */
  readonly wakeUp: () => void;
  /** Resolves when nothing runs any more. */
  readonly stop: () => Promise<void>;
}

export interface PullLoopDeps<R> {
  /** Throws `NotReady` when there is nothing to pull yet. */
  readonly pullOnce: () => Promise<R>;
  /** Whether more is likely to follow soon. */
  readonly isLively: (result: R) => boolean;
  /** How long BigCommerce asked to wait although the orders came, in ms; null where it did not. */
  readonly askedToWait: (result: R) => number | null;
  readonly pace: Pace;
  readonly clock: () => number;
  /** Told with the instant of the next pull; null when none is planned. */
  readonly onResting: (nextTryAt: number | null) => void;
  readonly onProblem: (error: unknown) => void;
  readonly onSuccess: (result: R) => void;
}

export const createPullLoop = <R>(deps: PullLoopDeps<R>): PullLoop<R> => {
  const { pullOnce, isLively, askedToWait, pace, clock, onResting, onProblem, onSuccess } = deps;
  let automatic = false;
  let stopped = false;
  let asleep = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<R> | undefined;
  let queued: Promise<R> | undefined;
  /** When the next pull is due at ease: `wake` may bring it forward. Null while one runs, and after a problem. */
  let dueAt: number | null = null;
  let endedAt = 0;
  /** Until then BigCommerce asked to be left alone. */
  let askedUntil = 0;
  let woken = false;

  const restFor = (ms: number | null) => {
    clearTimeout(timer);
    if (ms === null || !automatic || stopped || asleep) return onResting(null);
    // What it fails on is told by `attempt`; nobody waits for this promise.
    timer = setTimeout(() => void run().catch(() => undefined), ms);
    onResting(clock() + ms);
  };

  const restAtEase = (result: R) => {
    const asked = askedToWait(result);
    const interval = pace.afterSuccess(isLively(result));
    const ms = Math.max(woken ? pace.afterWake(0) : interval, asked ?? 0);
    endedAt = clock();
    askedUntil = endedAt + (asked ?? 0);
    dueAt = asked === null ? endedAt + ms : null;
    restFor(ms);
  };

  const attempt = async (): Promise<R> => {
    woken = false;
    dueAt = null;
    try {
      const result = await pullOnce();
      onSuccess(result);
      restAtEase(result);
      return result;
    } catch (error) {
      if (stopped) throw error;
      onProblem(error);
      askedUntil = clock() + (waitAskedBy(error) ?? 0);
      restFor(error instanceof NotReady ? null : pace.afterProblem(waitAskedBy(error)));
      throw error;
    }
  };

  const run = (): Promise<R> => {
    clearTimeout(timer);
    running = attempt().finally(() => {
      running = undefined;
    });
    return running;
  };

  const afterRunning = async (): Promise<R> => {
    await running?.catch(() => undefined);
    queued = undefined;
    return run();
  };

  return {
    start: () => {
      automatic = true;
      if (!running) restFor(0);
    },
    now: () => {
      if (!running) return run();
      queued ??= afterRunning();
      return queued;
    },
    wake: () => {
      woken = running !== undefined;
      const ms = pace.afterWake(clock() - endedAt);
      if (!automatic || dueAt === null || dueAt <= clock() + ms) return;
      dueAt = clock() + ms;
      restFor(ms);
    },
    sleep: () => {
      asleep = true;
      if (!running) restFor(null);
    },
    wakeUp: () => {
      asleep = false;
      if (automatic && !running) restFor(Math.max(0, askedUntil - clock()));
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await (queued ?? running)?.catch(() => undefined);
    },
  };
};

/** How long BigCommerce asked to wait when it failed with this, in ms. */
export const waitAskedBy = (error: unknown): number | null =>
  error instanceof StoreProblem ? error.retryAfterMs : null;
