import { createStore } from 'zustand/vanilla';
import type { MovementView } from '../../contract/stock.ts';
import type { AppClient, Output } from './bridge.ts';
import { createPagedList } from './paged-list.ts';

type Explained = Output<'stock.explain'>;

/** A product's figures without its movements. */
export type StockFigures = Omit<Explained, 'movements' | 'nextCursor'>;

export interface ExplainQuery {
  readonly productId: string;
  /** The bound outlet where null. */
  readonly outletId: string | null;
}

/** The first page shows at once; those after it are large, so that ten thousand movements are ten reads. */
const laterPages = 1_000;

/** Why a figure is what it is: the figures of one product at a time, and its movements a page at a time (N2). */
export const createExplanation = (call: AppClient) => {
  const figures = createStore<{ readonly figures: StockFigures | null }>(() => ({ figures: null }));
  const movements = createPagedList<ExplainQuery, MovementView>(
    async (query, cursor, limit) => {
      const { productId, outletId } = query;
      const reply = await call('stock.explain', {
        productId,
        ...(outletId === null ? {} : { outletId }),
        ...(cursor === undefined ? { limit } : { cursor, limit: laterPages }),
      });
      if (!reply.ok) return reply;
      const { movements: rows, nextCursor, ...rest } = reply.data;
      // What was overtaken by another product is not that one's.
      if (movements.store.getState().query === query) figures.setState({ figures: rest });
      return { ok: true, data: { rows, nextCursor } };
    },
    (movement) => movement.movementId,
    { productId: '', outletId: null },
  );
  return { figures, movements };
};
