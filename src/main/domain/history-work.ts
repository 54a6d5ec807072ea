import type { Problem } from './problem.ts';

/** What is done right now with the batch of history that is not at its end, and what it failed on last. */
export interface HistoryWork {
  readonly doing: 'reading' | 'rehearsing' | 'importing' | 'undoing' | null;
  /** Orders rehearsed so far; the other works keep count in the batch's row. */
  readonly rehearsed: number;
  readonly problem: Problem | null;
}

export const historyAtRest: HistoryWork = { doing: null, rehearsed: 0, problem: null };
