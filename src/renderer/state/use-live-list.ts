import { useCallback, useEffect } from 'react';
import type { RecordNoun } from '../../contract/event.ts';
import { atRest } from './after-paint.ts';
import { type PagedList, pageSize } from './paged-list.ts';
import type { Selection } from './selection.ts';
import { useApp } from './use-app.ts';

/**
 * Reads a list when its screen is entered, and again, as far as it is in sight, when one of `nouns` changed. Returns
 * how to read it again at once.
 */
export const useLiveList = <Q, R>(
  list: PagedList<Q, R>,
  selection: Selection,
  nouns: readonly RecordNoun[],
): (() => void) => {
  const { live } = useApp();
  const refresh = useCallback(
    () => void list.refresh(Math.max(pageSize, selection.rowsInSight + pageSize / 2)),
    [list, selection],
  );
  useEffect(() => {
    // What was read before is in sight at once; it is read again behind it.
    const { shown } = list.store.getState();
    if (shown === null) refresh();
    return shown === null ? undefined : atRest(refresh);
  }, [refresh, list]);
  useEffect(() => live.on(nouns, refresh), [live, nouns, refresh]);
  return refresh;
};
