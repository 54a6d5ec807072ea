import { StoreProblem } from '../bigcommerce/problem.ts';
import type { Pace } from './pace.ts';
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
  /** Undefined when there is nothing to pull: no link, no binding or no token. */
  readonly pullOnce: () => Promise<PullCounts>;
  readonly pace: () => Pace;
  readonly clock: () => number;
  readonly onResting: (nextTryAt: number | null) => void;
  readonly onProblem: (problem: StoreProblem) => void;
  readonly onSuccess: (counts: PullCounts) => void;
}

export const createPullLoop = (deps: PullLoopDeps): PullLoop => {
  let automatic = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<PullCounts> | undefined;
  let queued: Promise<PullCounts> | undefined;

  const rest = (ms: number) => {
    if (!automatic || stopped) return deps.onResting(null);
    clearTimeout(timer);
    timer = setTimeout(() => void run().catch(ignoreTold), ms);
    deps.onResting(deps.clock() + ms);
  };

  const run = (): Promise<PullCounts> => {
    clearTimeout(timer);
    running = attempt().finally(() => {
      running = undefined;
    });
    return running;
  };

  const attempt = async (): Promise<PullCounts> => {
    try {
      const counts = await deps.pullOnce();
      deps.onSuccess(counts);
      rest(deps.pace().afterSuccess(counts.imported + counts.updated > 0));
      return counts;
    } catch (error) {
      if (!(error instanceof StoreProblem)) throw error;
      deps.onProblem(error);
      rest(deps.pace().afterProblem(error.retryAfterMs));
      throw error;
    }
  };

  const afterRunning = async (): Promise<PullCounts> => {
    await running?.catch(ignoreTold);
    queued = undefined;
    return run();
  };

  return {
    start: () => {
      automatic = true;
      if (!running) rest(0);
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

/** A store problem has been told through `onProblem`; anything else is a fault of ours and must surface. */
const ignoreTold = (error: unknown): void => {
  if (!(error instanceof StoreProblem)) throw error;
};
