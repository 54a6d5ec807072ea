import type { StockRowView, StockView } from '../../contract/stock.ts';
import { productName } from '../format/product-name.ts';
import type { AppClient, Input } from './bridge.ts';
import { createExplanation } from './explanation.ts';
import type { createNotices } from './notices.ts';
import { createPagedList, pageInput } from './paged-list.ts';
import { createSelection } from './selection.ts';
import { createStockCodes } from './stock-codes.ts';
import { createStockWork } from './stock-work.ts';

/** What the Stock screen is asked to show. */
export interface StockQuery {
  readonly view: StockView;
  readonly search: string;
  /** The bound outlet where null (R85). */
  readonly outletId: string | null;
}

/** The same filter as `stock.counts` reads it, where all views are counted. */
export const stockFilterOf = ({ search, outletId }: StockQuery): Input<'stock.counts'> => ({
  ...(search.trim() === '' ? {} : { search: search.trim() }),
  ...(outletId === null ? {} : { outletId }),
});

/** What the Stock screen keeps while other screens are seen. `openElsewhere` opens what is no product's code. */
export const createStockState = (
  call: AppClient,
  notices: ReturnType<typeof createNotices>,
  openElsewhere: (code: string) => Promise<boolean>,
) => {
  const list = createPagedList<StockQuery, StockRowView>(
    (query, cursor, limit) =>
      call('stock.list', { ...stockFilterOf(query), view: query.view, ...pageInput(cursor, limit) }),
    (row) => row.productId,
    { view: 'all', search: '', outletId: null },
  );
  const selection = createSelection();
  const explanation = createExplanation(call);
  const nameOf = (productId: string): string => {
    const known = [explanation.figures.getState().figures, ...list.store.getState().rows];
    const product = known.find((each) => each?.productId === productId);
    return product ? productName(product) : '';
  };
  const work = createStockWork(call, notices, nameOf);
  const outletId = () => list.store.getState().query.outletId;
  return {
    list,
    selection,
    work,
    codes: createStockCodes({ call, notices, selection, work, outletId, openElsewhere }),
    explanation,
  };
};
