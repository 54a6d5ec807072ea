import { z } from 'zod';

/** What the facts of evidence say, parsed again when a file is read (law 10). Amounts are ten-thousandths, instants UTC ms. */
export const orderFacts = z.object({
  revision: z.number(),
  orderId: z.number().nullable(),
  receiptNumber: z.string(),
  saleStatus: z.string(),
  paymentState: z.string(),
  bigcommerceStatus: z.string().nullable(),
  customerName: z.string(),
  customerEmail: z.string(),
  customerPhone: z.string(),
  customerMessage: z.string(),
  currency: z.string(),
  total: z.number(),
  tax: z.number(),
  soldAt: z.number(),
  importedAt: z.number(),
  outletId: z.string(),
  registerId: z.string(),
  lines: z.array(
    z.object({
      lineId: z.string(),
      kind: z.string(),
      sku: z.string(),
      name: z.string(),
      options: z.string(),
      quantity: z.number(),
      total: z.number(),
    }),
  ),
  payments: z.array(z.object({ method: z.string(), amount: z.number(), paidAt: z.number(), voided: z.number() })),
  returns: z.array(z.object({ amount: z.number(), reason: z.string(), returnedAt: z.number() })),
  recipients: z.array(
    z.object({
      fulfillmentId: z.string(),
      type: z.string(),
      method: z.string(),
      name: z.string(),
      address: z.string(),
      phone: z.string(),
    }),
  ),
});
export type OrderFacts = z.output<typeof orderFacts>;

export const stepFacts = z.object({
  stepId: z.string(),
  fulfillmentId: z.string(),
  registerId: z.string(),
  kind: z.string(),
  staffName: z.string().nullable(),
  happenedAt: z.number(),
  detail: z.string(),
  undoesStepId: z.string().nullable(),
  lines: z.array(z.object({ lineId: z.string(), picked: z.number(), packed: z.number(), fulfilled: z.number() })),
});
export type StepFacts = z.output<typeof stepFacts>;

/** Of a step's detail only what paper tells. */
export const stepDetail = z.object({
  trackingNumber: z.string().optional(),
  carrier: z.string().optional(),
  recipientName: z.string().optional(),
  shelfCode: z.string().optional(),
  reason: z.string().optional(),
  to: z.string().nullish(),
  text: z.string().optional(),
  override: z.string().optional(),
});

export const printFacts = z.object({
  kind: z.string(),
  copy: z.number(),
  reprint: z.number(),
  staffName: z.string().nullable(),
  createdAt: z.number(),
  printerName: z.string(),
  contentHash: z.string(),
});

export const exportFacts = z.object({ by: z.string().nullable(), at: z.number() });
