import { z } from 'zod';
import { command, query } from './procedure.ts';
import { identifier, instant, nothing } from './values.ts';

/** Where a link's sales, payments and stock are recorded (R3). */
export const bindingView = z.object({
  outletId: identifier,
  outletName: z.string(),
  registerId: identifier,
  registerName: z.string(),
  locationId: z.string().nullable(),
  boundAt: instant,
});
export type BindingView = z.output<typeof bindingView>;

export const linkProcedures = {
  'link.connect': command({
    allowed: 'manager_once_set_up',
    description: 'Links a BigCommerce store. Orders placed before this moment stay out (R74–R75).',
    input: z.object({
      storeHash: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,60}$/, 'The store hash is the part after /stores/ in the API path.'),
      token: z.string().min(1).max(200),
      /** The Retail POS plan of the shop (R1). */
      plan: z.string().min(1).max(60),
      /** Only an address on this machine, e.g. `http://127.0.0.1:4010/stores/abc`. */
      apiBase: z.url().optional(),
    }),
    output: z.object({ linkId: identifier, storeName: z.string() }),
  }),
  'link.bind': command({
    allowed: 'manager_once_set_up',
    description: 'Chooses the outlet and register that the link records on; later orders only (R3, R4, R7).',
    input: z.object({
      outletId: identifier,
      registerId: identifier,
      locationId: z.union([z.number().int().transform(String), z.string().min(1).max(40)]).optional(),
    }),
    output: bindingView,
  }),
  'link.get': query({
    description: 'The linked store and its binding; null where there is none.',
    input: nothing,
    output: z.object({
      link: z
        .object({
          linkId: identifier,
          storeHash: z.string(),
          storeName: z.string(),
          plan: z.string(),
          currency: z.string(),
          linkedAt: instant,
          /**
           * When the web shop takes its own sales off its stock; null while it is not known. With
           * `order_completed_or_shipped` web stock stays high until goods leave, and a piece may be sold twice.
           */
          updateStockBehavior: z.enum(['order_placed', 'order_completed_or_shipped']).nullable(),
        })
        .nullable(),
      binding: bindingView.nullable(),
    }),
  }),
};
