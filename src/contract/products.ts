import { z } from 'zod';
import { query } from './procedure.ts';
import { identifier, pageCursor, pageLimit, pageOf, searchText } from './values.ts';

export const productView = z.object({
  productId: identifier,
  sku: z.string(),
  name: z.string(),
  bigcommerceProductId: z.string().nullable(),
  bigcommerceVariantId: z.string().nullable(),
  /** `online_order`: made because an order named it (R17). `charge`: shipping, handling, wrapping, fee (R35). */
  createdFrom: z.enum(['here', 'online_order', 'charge']),
  stocked: z.boolean(),
});
export type ProductView = z.output<typeof productView>;

export const productsProcedures = {
  'products.list': query({
    description: 'Products on this machine, by name.',
    input: z.object({ search: searchText.optional(), cursor: pageCursor.optional(), limit: pageLimit }),
    output: pageOf(productView),
  }),
};
