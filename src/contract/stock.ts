import { z } from 'zod';
import { query } from './procedure.ts';
import { identifier, pageCursor, pageLimit, pageOf, searchText } from './values.ts';

const stockRowView = z.object({
  productId: identifier,
  sku: z.string(),
  name: z.string(),
  outletId: identifier,
  /** The sum of the stock ledger; may be negative (R30). */
  onHand: z.number().int(),
  /** The level last told to BigCommerce; null while none was. */
  lastPushed: z.number().int().nullable(),
  /** BigCommerce's own figure when last read; null while it was not. */
  bigcommerceFigure: z.number().int().nullable(),
});

export const stockProcedures = {
  'stock.list': query({
    description: 'On hand of every stocked product, of the bound outlet unless another is named (R85).',
    input: z.object({
      search: searchText.optional(),
      outletId: identifier.optional(),
      cursor: pageCursor.optional(),
      limit: pageLimit,
    }),
    output: pageOf(stockRowView),
  }),
};
