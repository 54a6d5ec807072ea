import { createStore } from 'zustand/vanilla';

export interface Notice {
  readonly notice: string;
  /** Lets the same sentence be said twice. */
  readonly count: number;
  /** Takes back what the notice tells of; null where nothing can be, or where it was taken back already. */
  readonly undo: (() => void) | null;
}

/** The last thing worth a sentence, for the hint bar, and how to take it back. */
export const createNotices = () => {
  const store = createStore<Notice>(() => ({ notice: '', count: 0, undo: null }));
  return {
    store,
    say: (notice: string, undo: (() => void) | null = null): void =>
      store.setState(({ count }) => ({ notice, count: count + 1, undo })),
    /** Takes back what the last notice told of: once, however often it is asked for. */
    undo: (): void => {
      const { undo } = store.getState();
      store.setState({ undo: null });
      undo?.();
    },
  };
};
