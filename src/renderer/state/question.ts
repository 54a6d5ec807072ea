import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '../../contract/fault.ts';
import type { Reply } from '../../contract/procedure.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { knownIfSame } from './unchanged.ts';

export interface Answer<I, T> {
  /** What `data` answers. */
  readonly input: I | null;
  /** The last good answer; it stays while a newer one is on its way, so that nothing flickers. */
  readonly data: T | null;
  readonly fault: Fault | null;
}

export interface Question<I, T> {
  readonly store: StoreApi<Answer<I, T>>;
  readonly ask: (input: I) => Promise<void>;
  /** Asks the last question again. */
  readonly again: () => Promise<void>;
}

interface Before<I, T> {
  /** What is going to be asked first. */
  readonly first: I;
  readonly kept: KeptAnswers<I, T> | null;
}

/**
 * Asks and keeps the newest answer; an answer that was overtaken by a later question is dropped. What was answered
 * `before` is shown until then.
 */
export const createQuestion = <I, T>(
  load: (input: I) => Promise<Reply<T>>,
  before: Before<I, T> | null = null,
): Question<I, T> => {
  const known = (input: I): T | null => before?.kept?.of(input) ?? null;
  const store = createStore<Answer<I, T>>(() => {
    const data = before === null ? null : known(before.first);
    return { input: before !== null && data !== null ? before.first : null, data, fault: null };
  });
  let asked: { readonly input: I } | null = null;
  let latest = 0;
  let running = 0;
  let askAgain = false;

  const tell = (input: I, answer: T): void => {
    const before = store.getState();
    const data = knownIfSame(before.data, answer);
    const isSame = data === before.data && before.fault === null && knownIfSame(before.input, input) === before.input;
    if (!isSame) store.setState({ input, data, fault: null });
  };

  const ask = async (input: I): Promise<void> => {
    asked = { input };
    latest += 1;
    const mine = latest;
    running += 1;
    const data = known(input);
    if (data !== null && store.getState().data !== data) store.setState({ input, data, fault: null });
    const reply = await load(input);
    running -= 1;
    if (reply.ok) before?.kept?.keep(input, reply.data);
    if (mine === latest && reply.ok) tell(input, reply.data);
    if (mine === latest && !reply.ok) store.setState({ fault: reply.fault });
    if (askAgain && running === 0) await again();
  };

  const again = async (): Promise<void> => {
    // Changes may come faster than answers: the running question ends first, then one more follows.
    askAgain = running > 0;
    if (!askAgain && asked !== null) await ask(asked.input);
  };

  return { store, ask, again };
};
