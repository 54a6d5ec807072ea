import { createStore } from 'zustand/vanilla';

/** The last thing worth a sentence, for the hint bar. A number beside it lets the same sentence be said twice. */
export const createNotices = () => {
  const store = createStore<{ readonly notice: string; readonly count: number }>(() => ({ notice: '', count: 0 }));
  return {
    store,
    say: (notice: string): void => store.setState(({ count }) => ({ notice, count: count + 1 })),
  };
};
