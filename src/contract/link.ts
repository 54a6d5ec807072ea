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

const storeHash = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,60}$/, 'The store hash is the part after /stores/ in the API path.');

/** Which store, and a token that opens it. */
const storeAccess = z.object({
  storeHash,
  token: z.string().trim().min(1).max(200),
  /** Only an address on this machine, e.g. `http://127.0.0.1:4010/stores/abc`. */
  apiBase: z.url().optional(),
});

/**
 * What a token may do, by BigCommerce's own name for the permission. `untried`: only writing would show it; where it is
 * missing, the first thing that is told says so, and waits.
 */
const permissionView = z.object({
  /** As in "read orders". */
  to: z.string(),
  scope: z.string(),
  state: z.enum(['granted', 'missing', 'untried']),
});

const locationView = z.object({ locationId: z.string(), label: z.string(), enabled: z.boolean() });

/** What is known of a store before it is linked. Nothing was changed by asking. */
export const storeCheckView = z.object({
  /** Null where the token may not read it. */
  store: z
    .object({
      name: z.string(),
      currency: z.string(),
      timeZone: z.string().nullable(),
      /** How a shop of its country and language writes, `en-US`; null where it does not say. */
      locale: z.string().nullable(),
    })
    .nullable(),
  permissions: z.array(permissionView),
  /** BigCommerce's places for stock; empty where they are not told. */
  locations: z.array(locationView),
  /** Who else takes this store's orders into a till; null where the token may not see it. */
  otherImporters: z.array(z.string()).nullable(),
  /** `linked`: it is the store of today. `unlinked`: it was linked here before. `new`: it never was. */
  known: z.enum(['new', 'linked', 'unlinked']),
  /** How many orders the store has; those placed so far stay out of a new link (R74). Null where it is not told. */
  orders: z.number().int().nullable(),
});
export type StoreCheckView = z.output<typeof storeCheckView>;

/** What linking a store again would do (R82). */
const relinkPreviewView = z.object({
  /** False for a store that was never linked here: nothing of another one's is its (R83). */
  isSameStore: z.boolean(),
  /** Products whose link to a variant there comes back. */
  restored: z.number().int(),
  restoredSales: z.number().int(),
  newProducts: z.number().int(),
  stockMovements: z.number().int(),
  /** Orders placed or changed there since the newest one known; they come with the next pull. Null where it is not told. */
  ordersSince: z.number().int().nullable(),
});

export const linkProcedures = {
  'link.check': command({
    allowed: 'manager_once_set_up',
    description: 'Asks a store who it is and what the token may do, by reading alone. Links nothing.',
    input: storeAccess,
    output: storeCheckView,
  }),
  'link.relinkPreview': command({
    allowed: 'manager_once_set_up',
    description: 'What linking this store again would restore and change; nothing is changed by asking (R82).',
    input: storeAccess,
    output: relinkPreviewView,
  }),
  'link.unlink': command({
    allowed: 'manager',
    description:
      "Ends the link; pulling and sending stop, and everything already here stays (R80–R81). Retail POS's own warning: don't unlink and relink your stores unless you're planning on deleting all items from your BigCommerce store and starting from scratch.",
    /** The store's name, as it is shown. */
    input: z.object({ typedName: z.string().max(200) }),
    output: z.object({
      storeName: z.string(),
      /** What BigCommerce was not told yet. It waits here until the same store is linked again. */
      waiting: z.object({ pending: z.number().int(), parked: z.number().int() }),
    }),
  }),
  'link.connect': command({
    allowed: 'manager_once_set_up',
    description:
      'Links a BigCommerce store; orders placed before this moment stay out (R74–R75). Of the linked one it renews token and plan; a store that was unlinked goes on where it stopped (R82).',
    input: storeAccess.extend({
      /** The Retail POS plan of the shop (R1). */
      plan: z.string().min(1).max(60),
      /** Why a manager links it although another till takes its orders already. */
      besidesBecause: z.string().trim().min(3).max(300).optional(),
    }),
    output: z.object({ linkId: identifier, storeName: z.string() }),
  }),
  'link.replaceToken': command({
    allowed: 'manager_once_set_up',
    description:
      'Another token for the linked store; everything else of the link stays. A token of another store is refused.',
    input: storeAccess.pick({ token: true }),
    output: nothing,
  }),
  'link.locations': command({
    allowed: 'anyone',
    description: "The linked store's places for stock, one of which an outlet is bound to.",
    input: nothing,
    output: z.object({ rows: z.array(locationView) }),
  }),
  'link.setPlan': command({
    allowed: 'manager',
    description:
      "The shop's Retail POS plan of today. One without the integration pauses pulling and sending; one that has it lets them go on (R1, R2).",
    input: z.object({ plan: z.string().trim().min(1).max(60) }),
    output: z.object({ plan: z.string(), hasIntegration: z.boolean() }),
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
    description: 'The linked store and its binding; null where there is none. And the one that was unlinked last.',
    input: nothing,
    output: z.object({
      link: z
        .object({
          linkId: identifier,
          storeHash: z.string(),
          storeName: z.string(),
          plan: z.string(),
          /** Whether that plan has the integration; else the exchange is paused (R2). */
          hasIntegration: z.boolean(),
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
      /** While no store is linked: the one that was linked last. Linked again, it goes on where it stopped (R81). */
      unlinked: z
        .object({
          storeHash: z.string(),
          storeName: z.string(),
          plan: z.string(),
          unlinkedAt: instant,
          /** What names the store when it is linked again: its hash, or its address on this machine. */
          address: z.string(),
        })
        .nullable(),
      /** What the support page says about unlinking; to be shown before it is done (R80). */
      unlinkWarning: z.string(),
    }),
  }),
};
