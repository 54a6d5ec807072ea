import type { ProcedureName } from './bridge.ts';

/** As many as a day's back and forth between screens needs; each is some kilobytes at most. */
const most = 200;

/** What anybody at this till may see, however often it is asked for. */
const kept: ReadonlySet<ProcedureName> = new Set<ProcedureName>([
  'sales.get',
  'sales.summary',
  'sales.days',
  'fulfillments.counts',
  'fulfillments.tasks',
  'orders.held',
  'prints.of',
  'stock.counts',
]);

export interface KeptAnswers<I, T> {
  readonly of: (input: I) => T | null;
  readonly keep: (input: I, answer: T) => void;
}

/**
 * What was answered last, so that a screen that is entered again shows it at once, while it is asked for again. The last
 * used ones stay, in this window's memory only.
 */
export const createKeptAnswers = () => {
  const answers = new Map<string, unknown>();
  return {
    /** The answers of one procedure; null where they are not kept. */
    to: <I, T>(name: ProcedureName): KeptAnswers<I, T> | null => {
      if (!kept.has(name)) return null;
      const keyOf = (input: I): string => `${name} ${JSON.stringify(input)}`;
      return {
        of: (input) => (answers.get(keyOf(input)) as T | undefined) ?? null,
        keep: (input, answer) => {
          const key = keyOf(input);
          answers.delete(key);
          answers.set(key, answer);
          const [oldest] = answers.keys();
          if (answers.size > most && oldest !== undefined) answers.delete(oldest);
        },
      };
    },
  };
};
