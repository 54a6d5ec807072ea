import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '../../contract/fault.ts';
import type { Reply } from '../../contract/procedure.ts';

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

/** Asks and keeps the newest answer; an answer that was overtaken by a later question is dropped. */
export const createQuestion = <I, T>(load: (input: I) => Promise<Reply<T>>): Question<I, T> => {
  const store = createStore<Answer<I, T>>(() => ({ input: null, data: null, fault: null }));
  let asked: { readonly input: I } | null = null;
  let latest = 0;
  let running = 0;
  let askAgain = false;

  const ask = async (input: I): Promise<void> => {
    asked = { input };
    latest += 1;
    const mine = latest;
    running += 1;
    const reply = await load(input);
    running -= 1;
    if (mine === latest) store.setState(reply.ok ? { input, data: reply.data, fault: null } : { fault: reply.fault });
    if (askAgain && running === 0) await again();
  };

  const again = async (): Promise<void> => {
    // Changes may come faster than answers: the running question ends first, then one more follows.
    askAgain = running > 0;
    if (!askAgain && asked !== null) await ask(asked.input);
  };

  return { store, ask, again };
};
