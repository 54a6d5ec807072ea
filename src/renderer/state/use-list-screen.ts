import { useCallback, useDeferredValue } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../contract/event.ts';
import type { PagedList, PagedRows } from './paged-list.ts';
import type { Selection } from './selection.ts';
import { useFirstOpen } from './use-first-open.ts';
import { useLiveList } from './use-live-list.ts';

interface ListScreenOptions<Q, R> {
  readonly list: PagedList<Q, R>;
  readonly selection: Selection;
  /** What the rows show; the same array each time. */
  readonly nouns: readonly RecordNoun[];
  /** The same function each time. */
  readonly keyOf: (row: R) => string;
  /** The screen's own address, and the record that the address names beyond it. */
  readonly path: string;
  readonly linkedId: string | undefined;
}

/** The query is that of now; the rows follow it when there is time to draw them, so that a key never waits for rows. */
interface ListScreen<Q, R> extends PagedRows<Q, R> {
  /** Asks for other rows: what is not named stays as it is. */
  readonly change: (part: Partial<Q>) => void;
  readonly search: (value: string) => void;
  /** Reads the list again at once. */
  readonly refresh: () => void;
  /** The keys of the rows of now, for what moves in the list. */
  readonly keys: () => readonly string[];
}

/** What every screen with a list and a detail does with its list: shows it, keeps it live, narrows it, opens from it. */
export const useListScreen = <Q extends { readonly search: string }, R>({
  list,
  selection,
  nouns,
  keyOf,
  path,
  linkedId,
}: ListScreenOptions<Q, R>): ListScreen<Q, R> => {
  const now = useStore(list.store);
  const drawn = useDeferredValue(now);
  const refresh = useLiveList(list, selection, nouns);
  const [first] = now.rows;
  useFirstOpen(selection, path, linkedId, first === undefined ? null : keyOf(first));

  const change = useCallback((part: Partial<Q>) => void list.show({ ...list.store.getState().query, ...part }), [list]);
  const search = useCallback(
    (value: string) => void list.show({ ...list.store.getState().query, search: value }),
    [list],
  );
  const keys = useCallback(() => list.store.getState().rows.map(keyOf), [list, keyOf]);
  return { ...drawn, query: now.query, change, search, refresh, keys };
};
