import { StoreProblem } from '../bigcommerce/problem.ts';
import type { Pace } from './pace.ts';
import { NotReady } from './problem-of.ts';
import type { PullCounts } from './tally.ts';

/**
 * Pulls again and again by itself.
 *
 *   resting ──due, or asked──▶ pulling ──done──▶ resting for the pace's interval
 *                                 │ problem ──▶ resting for a retry, the problem told
 *
 * Only one pull runs at a time. Whoever asks while one runs gets the next one, because the running one may already
 * have passed by what they mean.
 */
export interface PullLoop {
  /** Pulls by itself from now on. */
  readonly start: () => void;
  /** One pull. Rejects with what it failed on. */
  readonly now: () => Promise<PullCounts>;
  /** Resolves when nothing runs any more. */
  readonly stop: () => Promise<void>;
}

export interface PullLoopDeps {
  /** Throws `NotReady` when there is nothing to pull yet. */
  readonly pullOnce: () => Promise<PullCounts>;
  readonly pace: Pace;
  readonly clock: () => number;
  /** Told with the instant of the next pull; null when none is planned. */
  readonly onResting: (nextTryAt: number | null) => void;
  readonly onProblem: (error: unknown) => void;
  readonly onSuccess: (counts: PullCounts) => void;
}

export const createPullLoop = ({ pullOnce, pace, clock, onResting, onProblem, onSuccess }: PullLoopDeps): PullLoop => {
  let automatic = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<PullCounts> | undefined;
  let queued: Promise<PullCounts> | undefined;

  const restFor = (ms: number | null) => {
    clearTimeout(timer);
    if (ms === null || !automatic || stopped) return onResting(null);
    // What it fails on is told by `attempt`; nobody waits for this promise.
    timer = setTimeout(() => void run().catch(() => undefined), ms);
    onResting(clock() + ms);
  };

  const attempt = async (): Promise<PullCounts> => {
    try {
      const counts = await pullOnce();
      onSuccess(counts);
      restFor(pace.afterSuccess(counts.imported + counts.updated > 0));
      return counts;
    } catch (error) {
      if (stopped) throw error;
      onProblem(error);
      restFor(error instanceof NotReady ? null : pace.afterProblem(askedToWait(error)));
      throw error;
    }
  };

  const run = (): Promise<PullCounts> => {
    clearTimeout(timer);
    running = attempt().finally(() => {
      running = undefined;
    });
    return running;
  };

  const afterRunning = async (): Promise<PullCounts> => {
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
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await (queued ?? running)?.catch(() => undefined);
    },
  };
};

const askedToWait = (error: unknown): number | null => (error instanceof StoreProblem ? error.retryAfterMs : null);
