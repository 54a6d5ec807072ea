import { createStore } from 'zustand/vanilla';
import type { StockRowView, StockView } from '../../contract/stock.ts';
import type { AppClient, Input } from './bridge.ts';
import { createExplanation } from './explanation.ts';
import { createPagedList, pageInput } from './paged-list.ts';
import { createSelection } from './selection.ts';

/** What the Stock screen is asked to show. */
export interface StockQuery {
  readonly view: StockView;
  readonly search: string;
  /** The bound outlet where null (R85). */
  readonly outletId: string | null;
}

/** What staff do to the stock of a product. */
export type WorkKind = 'count' | 'receive' | 'adjust' | 'damage' | 'transfer';

/** The same filter as `stock.counts` reads it, where all views are counted. */
export const stockFilterOf = ({ search, outletId }: StockQuery): Input<'stock.counts'> => ({
  ...(search.trim() === '' ? {} : { search: search.trim() }),
  ...(outletId === null ? {} : { outletId }),
});

/** What the Stock screen keeps while other screens are seen. */
export const createStockState = (call: AppClient) => ({
  list: createPagedList<StockQuery, StockRowView>(
    (query, cursor, limit) =>
      call('stock.list', { ...stockFilterOf(query), view: query.view, ...pageInput(cursor, limit) }),
    (row) => row.productId,
    { view: 'all', search: '', outletId: null },
  ),
  selection: createSelection(),
  explanation: createExplanation(call),
  /** Which panel is open. It stays from product to product, so that a shelf is counted without opening it each time. */
  work: createStore<{ readonly kind: WorkKind | null }>(() => ({ kind: null })),
});

export type StockState = ReturnType<typeof createStockState>;
