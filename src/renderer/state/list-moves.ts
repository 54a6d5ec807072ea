import type { Selection } from './selection.ts';

/** What can be done in a list by keys and touch. */
export interface ListMoves {
  readonly by: (rows: number) => void;
  /** Points at the row that `by` would go to, and opens nothing. Returns how to point at the one before again. */
  readonly preview: (rows: number) => () => void;
  readonly open: (key: string) => void;
  readonly openActive: () => void;
}

/** Beside the list the detail follows the active row; under a sheet, only opening shows it. */
export const createMoves = (
  selection: Selection,
  keys: () => readonly string[],
  detailIsBeside: boolean,
  onOpened: () => void,
): ListMoves => {
  const show = (key: string): void => {
    selection.place = Math.max(0, keys().indexOf(key));
    selection.open(key);
  };
  const open = (key: string): void => {
    show(key);
    onOpened();
  };
  return {
    by: (rows) => {
      const key = selection.neighbour(keys(), rows);
      if (key === null) return;
      if (detailIsBeside) selection.open(key);
      else selection.point(key);
    },
    preview: (rows) => {
      const { place } = selection;
      const { active } = selection.store.getState();
      const key = selection.neighbour(keys(), rows);
      if (key !== null) selection.point(key);
      return () => {
        selection.place = place;
        selection.store.setState({ active });
      };
    },
    open: detailIsBeside ? show : open,
    openActive: () => {
      const { active } = selection.store.getState();
      if (active !== null) open(active);
    },
  };
};

/** The keys of a listbox. */
export const listKeys = (moves: ListMoves, rowsPerPage: number): Readonly<Record<string, () => void>> => ({
  ArrowDown: () => moves.by(1),
  ArrowUp: () => moves.by(-1),
  PageDown: () => moves.by(rowsPerPage),
  PageUp: () => moves.by(-rowsPerPage),
  Home: () => moves.by(Number.NEGATIVE_INFINITY),
  End: () => moves.by(Number.POSITIVE_INFINITY),
  Enter: moves.openActive,
});
