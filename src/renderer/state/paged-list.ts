import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '../../contract/fault.ts';
import type { Reply } from '../../contract/procedure.ts';
import { knownEntries } from './unchanged.ts';

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

export interface PagedRows<Query, Row> {
  readonly query: Query;
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
  /** The query that `rows` answer; null before the first answer. Rows of an older query stay until then. */
  readonly shown: Query | null;
  readonly fault: Fault | null;
}

export interface PagedList<Query, Row> {
  readonly store: StoreApi<PagedRows<Query, Row>>;
  /** Starts over with another query. */
  readonly show: (query: Query) => Promise<void>;
  /** Loads the page after the last row, if there is one and it is not on its way already. */
  readonly more: () => Promise<void>;
  /**
   * Reads again from the top until `rowsNeeded` rows are there, and swaps them in at once. Rows beyond are let go;
   * they are loaded again when the list comes near them.
   */
  readonly refresh: (rowsNeeded: number) => Promise<void>;
  /** Shows a newer state of a row in its place, where the row is there. */
  readonly replace: (row: Row) => void;
}

/** Where a page begins and how long it is, as every paged procedure reads it. */
export const pageInput = (cursor: string | undefined, limit: number): { cursor?: string; limit: number } => ({
  limit,
  ...(cursor === undefined ? {} : { cursor }),
});

export const pageSize = 100;
const largestPage = 250;

/**
 * Rows by keyset, a page at a time. One read is in flight at most; a newer `show` or `refresh` overtakes it, so an
 * answer to an old question never lands. No row is shown twice, also when rows moved between two pages.
 */
export const createPagedList = <Query, Row>(
  load: (query: Query, cursor: string | undefined, limit: number) => Promise<Reply<Page<Row>>>,
  keyOf: (row: Row) => string,
  first: Query,
): PagedList<Query, Row> => {
  const store = createStore<PagedRows<Query, Row>>(() => ({
    query: first,
    rows: [],
    nextCursor: null,
    shown: null,
    fault: null,
  }));
  let turn = 0;
  let loadingMore = false;
  let refreshing = false;
  let needed: number | null = null;

  const withoutDoubles = (rows: readonly Row[]): Row[] => [...new Map(rows.map((row) => [keyOf(row), row])).values()];

  const readFromTop = async (query: Query, rowsNeeded: number): Promise<void> => {
    turn += 1;
    const mine = turn;
    loadingMore = false;
    const rows: Row[] = [];
    let cursor: string | null = null;
    do {
      const limit = Math.min(largestPage, Math.max(pageSize, rowsNeeded - rows.length));
      const reply: Reply<Page<Row>> = await load(query, cursor ?? undefined, limit);
      if (mine !== turn) return;
      if (!reply.ok) return store.setState({ fault: reply.fault });
      rows.push(...reply.data.rows);
      cursor = reply.data.nextCursor;
    } while (cursor !== null && rows.length < rowsNeeded);
    const known = store.getState();
    const now = knownEntries(known.rows, withoutDoubles(rows), keyOf);
    const isSame = now === known.rows && cursor === known.nextCursor && query === known.shown && known.fault === null;
    if (!isSame) store.setState({ rows: now, nextCursor: cursor, shown: query, fault: null });
  };

  return {
    store,
    show: (query) => {
      store.setState({ query });
      return readFromTop(query, pageSize);
    },
    refresh: async (rowsNeeded) => {
      needed = rowsNeeded;
      // Changes may come faster than a deep list can be read: the running read ends first, then one more follows.
      if (refreshing) return;
      refreshing = true;
      while (needed !== null) {
        const wanted: number = needed;
        needed = null;
        await readFromTop(store.getState().query, wanted);
      }
      refreshing = false;
    },
    replace: (row) => {
      const key = keyOf(row);
      const { rows } = store.getState();
      if (rows.some((each) => keyOf(each) === key)) {
        store.setState({ rows: rows.map((each) => (keyOf(each) === key ? row : each)) });
      }
    },
    more: async () => {
      const { query, nextCursor, shown } = store.getState();
      if (loadingMore || nextCursor === null || shown !== query) return;
      loadingMore = true;
      const mine = turn;
      const reply = await load(query, nextCursor, pageSize);
      if (mine !== turn) return;
      loadingMore = false;
      if (!reply.ok) return store.setState({ fault: reply.fault });
      const { rows } = store.getState();
      store.setState({
        rows: withoutDoubles([...rows, ...reply.data.rows]),
        nextCursor: reply.data.nextCursor,
        fault: null,
      });
    },
  };
};
