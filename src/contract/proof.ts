import { z } from 'zod';
import { command, query } from './procedure.ts';
import { identifier, instant, nothing } from './values.ts';

/**
 * What differs between this till and BigCommerce, or within this till (N5). `details`: dates, numbers and notes of the
 * sale. `sale_doubled`: a web order's sale that belongs to no link, beside the real one.
 */
export const differenceKind = z.enum([
  'order_missing_here',
  'order_gone_there',
  'order_held',
  'sale_doubled',
  'sale_status',
  'bigcommerce_status',
  'total',
  'lines',
  'payments',
  'returns',
  'fulfillment',
  'customer',
  'details',
  'stock_of_sale',
  'ledger_sum',
  'stock_level',
  'product_not_linked',
]);
export type DifferenceKind = z.output<typeof differenceKind>;

export const differenceView = z.object({
  differenceId: identifier,
  kind: differenceKind,
  orderId: z.string().nullable(),
  productId: identifier.nullable(),
  sku: z.string().nullable(),
  /** Both as text, fit to be shown beside each other. */
  ours: z.string(),
  theirs: z.string(),
  /** What `proof.repair` would do, as a sentence. Doing it twice is doing it once. */
  repair: z.string(),
});
export type DifferenceView = z.output<typeof differenceView>;

const outcome = z.object({
  startedAt: instant,
  finishedAt: instant,
  ordersCompared: z.number().int(),
  productsCompared: z.number().int(),
  /** Requests that it cost. */
  requests: z.number().int(),
  differences: z.array(differenceView),
});
export type ProofOutcome = z.output<typeof outcome>;

export const proofProcedures = {
  'proof.run': command({
    allowed: 'anyone',
    description:
      'Compares every order since the link, and the stock of every linked product, with BigCommerce: the differences only (N5).',
    input: z.object({
      /** Only orders placed or changed since then; all of them unless given. */
      since: instant.optional(),
    }),
    output: outcome,
  }),
  'proof.latest': query({
    description:
      'What the last proof found and what is left of it; null before the first. And how far one is that has not finished.',
    input: nothing,
    output: z.object({
      proof: outcome.nullable(),
      nextRunAt: instant.nullable(),
      /** `sales`: how many online ones are here, which is about as many orders as there are to compare. */
      underWay: z.object({ ordersCompared: z.number().int(), sales: z.number().int() }).nullable(),
    }),
  }),
  'proof.repair': command({
    allowed: 'anyone',
    description: 'Puts one difference right, or all that are left. Safe to repeat.',
    input: z.object({ differenceId: identifier.optional() }),
    output: z.object({ repaired: z.number().int(), left: z.array(differenceView) }),
  }),
};
