import { useCallback, useEffect } from 'react';
import type { RecordNoun } from '../../contract/event.ts';
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
    refresh();
    return live.on(nouns, refresh);
  }, [refresh, live, nouns]);
  return refresh;
};
