import { z } from 'zod';
import { query } from './procedure.ts';
import { instant, nothing, orderId } from './values.ts';

/** Why an order is, or is not, here (N4). */
export const whyReason = z.enum([
  'imported',
  'pending',
  'before_link',
  'unmapped_status',
  'held',
  'from_this_till',
  'archived',
  'not_linked',
  'not_bound',
  'plan',
  'blocked_by_error',
  'unknown',
]);
export type WhyReason = z.output<typeof whyReason>;

export const ordersProcedures = {
  'orders.why': query({
    description: '"Why isn\'t order 1234 here?": the reason and the next step (N4).',
    input: z.object({ orderId }),
    output: z.object({ reason: whyReason, message: z.string(), nextStep: z.string() }),
  }),
  'orders.held': query({
    description: 'Orders that could not be understood, kept whole until they can be (R58).',
    input: nothing,
    output: z.object({
      rows: z.array(z.object({ orderId: z.string(), reason: z.string(), message: z.string(), heldAt: instant })),
    }),
  }),
};
