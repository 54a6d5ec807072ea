import { z } from 'zod';
import { query } from './procedure.ts';
import { nothing } from './values.ts';

/** The four facts about a web order that never share a field (requirements, head). */
export const saleStatus = z.enum(['not_imported', 'closed', 'voided']);
export const paymentState = z.enum(['unpaid', 'part_paid', 'paid', 'refunded', 'part_refunded']);
export const fulfillmentStatus = z.enum(['new', 'picking', 'packed', 'fulfilled', 'cancelled']);
export const bigcommerceStatusId = z.number().int();

export type SaleStatus = z.output<typeof saleStatus>;
export type PaymentState = z.output<typeof paymentState>;
export type FulfillmentStatus = z.output<typeof fulfillmentStatus>;

const orderStatusView = z.object({
  bigcommerceStatusId,
  label: z.string(),
  meaning: z.string(),
  saleStatus,
});

export const statusProcedures = {
  'orderStatuses.list': query({
    description:
      'Every BigCommerce order status with its label, its meaning and the sale status it leads to (R42–R56).',
    input: nothing,
    output: z.object({ rows: z.array(orderStatusView) }),
  }),
};
