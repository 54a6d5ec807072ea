import { z } from 'zod';
import { query } from './procedure.ts';
import { identifier, pageCursor, pageLimit, pageOf, searchText } from './values.ts';

export const customerView = z.object({
  customerId: identifier,
  name: z.string(),
  email: z.string(),
  createdFrom: z.enum(['here', 'online_order']),
});
export type CustomerView = z.output<typeof customerView>;

export const customersProcedures = {
  'customers.list': query({
    description:
      'Customers on this machine, by name; with words, those of whose name or e-mail address words begin so, the newest first (R12).',
    input: z.object({ search: searchText.optional(), cursor: pageCursor.optional(), limit: pageLimit }),
    output: pageOf(customerView),
  }),
};
