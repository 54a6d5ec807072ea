import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../contract/event.ts';
import { atRest } from './after-paint.ts';
import type { Input, Output, ProcedureName } from './bridge.ts';
import { type Answer, createQuestion } from './question.ts';
import { useApp } from './use-app.ts';

export interface Query<I, T> extends Answer<I, T> {
  readonly again: () => Promise<void>;
}

/**
 * Asks the app, keeps the last answer while a newer one is on its way, shows at once what it answered before, and asks
 * again when one of `nouns` changed. `nouns` has to be the same array each time.
 */
export const useQuery = <N extends ProcedureName>(
  name: N,
  input: Input<N>,
  nouns: readonly RecordNoun[],
): Query<Input<N>, Output<N>> => {
  const { call, live, answers } = useApp();
  const [question] = useState(() =>
    createQuestion((asked: Input<N>) => call(name, asked), {
      first: input,
      kept: answers.to<Input<N>, Output<N>>(name),
    }),
  );
  // Inputs are plain JSON, so two of the same text are the same question.
  const key = JSON.stringify(input);
  useEffect(() => {
    const asked: Input<N> = JSON.parse(key);
    const ask = (): void => void question.ask(asked);
    // What is in sight already is asked for again behind it.
    if (JSON.stringify(question.store.getState().input) !== key) ask();
    else return atRest(ask);
  }, [question, key]);
  useEffect(() => live.on(nouns, () => void question.again()), [live, nouns, question]);
  return { ...useStore(question.store), again: question.again };
};
