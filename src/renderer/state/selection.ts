import { createStore, type StoreApi } from 'zustand/vanilla';

export interface Selected {
  /** The row that the keys act on. */
  readonly active: string | null;
  /** The record that the detail shows; it stays when its row leaves the list. */
  readonly open: string | null;
}

export interface Selection {
  readonly store: StoreApi<Selected>;
  readonly open: (key: string) => void;
  readonly close: () => void;
  /** Makes a row active without opening it. */
  readonly point: (key: string) => void;
  /** The key `by` rows away from the active one; where that row has gone, the next one is what took its place. */
  readonly neighbour: (keys: readonly string[], by: number) => string | null;
  /** Where in the list the active row was last. */
  place: number;
  /** How far the list is scrolled, for when its screen is left and seen again. */
  scrollTop: number;
  /** How many rows it takes from the top to fill what is in sight. */
  rowsInSight: number;
}

export const createSelection = (): Selection => {
  const store = createStore<Selected>(() => ({ active: null, open: null }));
  const selection: Selection = {
    store,
    place: 0,
    scrollTop: 0,
    rowsInSight: 0,
    open: (key) => store.setState({ active: key, open: key }),
    close: () => store.setState({ open: null }),
    point: (key) => store.setState({ active: key }),
    neighbour: (keys, by) => {
      const { active } = store.getState();
      const found = active === null ? -1 : keys.indexOf(active);
      const gone = by > 0 ? selection.place - 1 : selection.place;
      const from = found >= 0 ? found : gone;
      selection.place = Math.max(0, Math.min(keys.length - 1, from + by));
      return keys[selection.place] ?? null;
    },
  };
  return selection;
};
