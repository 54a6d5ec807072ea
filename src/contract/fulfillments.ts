import { z } from 'zod';
import { command, query } from './procedure.ts';
import { bigcommerceStatusId, fulfillmentStatus, paymentState, saleStatus } from './status.ts';
import { identifier, instant, money, nothing, orderId, pageCursor, pageLimit, pageOf, searchText } from './values.ts';

export const fulfillmentType = z.enum(['delivery', 'pickup']);

/** The segments of the Fulfillments screen: `in_progress` is status `picking`; `all` includes fulfilled and cancelled. */
export const fulfillmentSegment = z.enum(['new', 'in_progress', 'packed', 'all']);

/**
 * Lists for one task: `put_back` holds pieces that belong back on the shelf, whatever became of the order (R64), `shelf`
 * what waits there for its customer, the longest first (R93, N7), `stuck` what staff said cannot be fulfilled.
 */
export const fulfillmentTask = z.enum(['put_back', 'shelf', 'stuck']);

const fulfillmentFilter = z.object({
  segment: fulfillmentSegment.default('all'),
  task: fulfillmentTask.optional(),
  type: fulfillmentType.optional(),
  search: searchText.optional(),
  orderId: orderId.optional(),
});

export const fulfillmentLineView = z.object({
  lineId: identifier,
  productId: identifier.nullable(),
  sku: z.string(),
  name: z.string(),
  options: z.string(),
  bin: z.string(),
  /** The EAN or UPC on the article; empty where BigCommerce has none. A scan of it or of the SKU means this line. */
  barcode: z.string(),
  /** What is to be handed over: sold, less what came back. */
  ordered: z.number().int(),
  picked: z.number().int(),
  packed: z.number().int(),
  fulfilled: z.number().int(),
  /** Picked and no longer wanted: pieces that belong back on the shelf (R64). */
  putBack: z.number().int(),
});

/** Why goods may not leave yet; a manager may override (R70, R91). */
export const handOverLock = z.enum(['not_paid', 'refunded', 'on_hold']);
export type HandOverLock = z.output<typeof handOverLock>;

export const fulfillmentRowView = z.object({
  fulfillmentId: identifier,
  saleId: identifier,
  orderId: z.string().nullable(),
  receiptNumber: z.string(),
  type: fulfillmentType,
  status: fulfillmentStatus,
  /** Raised by every change; a command names the version it saw. */
  version: z.number().int(),
  customerName: z.string(),
  placedAt: instant,
  itemCount: z.number().int(),
  total: money,
  saleStatus,
  paymentState,
  onHold: z.boolean(),
  /** Its order took the last of something here, and it is open: such fulfillments lead the list (N6). */
  alarm: z.boolean(),
  /** Nothing to pick: downloads and gift certificates. */
  digital: z.boolean(),
  /** The person who took it on. */
  assignedTo: z.string().nullable(),
  /** Pieces that belong back on the shelf (R64). */
  putBack: z.number().int(),
  /** What staff wrote when it could not be fulfilled; null while it can. */
  stuckReason: z.string().nullable(),
  /** Since when it waits for its customer, and where (R93, N7). */
  readyAt: instant.nullable(),
  shelfCode: z.string().nullable(),
  /** What of it BigCommerce was not told yet: `waiting` goes out by itself, `parked` needs somebody. */
  unsent: z.enum(['waiting', 'parked']).nullable(),
  /** Null while nothing keeps the goods from leaving. */
  lock: handOverLock.nullable(),
  /** Its packing slip as last printed; `revised` when the order says something else by now (R94). Null before the first. */
  printed: z
    .object({ at: instant, by: z.string().nullable(), copies: z.number().int(), revised: z.boolean() })
    .nullable(),
  bigcommerceStatusId: bigcommerceStatusId.nullable(),
  bigcommerceStatus: z.string().nullable(),
  lines: z.array(fulfillmentLineView),
});
export type FulfillmentRowView = z.output<typeof fulfillmentRowView>;

export const fulfillmentView = fulfillmentRowView.extend({
  /** Whom and where, one line of text each, without empty lines. */
  recipient: z.object({
    name: z.string(),
    addressLines: z.array(z.string()),
    phone: z.string(),
    email: z.string(),
  }),
  /** How it leaves: the shipping method, or the pickup place. */
  method: z.string(),
  customerMessage: z.string(),
  staffNotes: z.string(),
  /** What staff here wrote, oldest first. */
  notes: z.array(z.object({ at: instant, by: z.string().nullable(), text: z.string() })),
  /** What left, oldest first: parcels, and what was handed over in person (R93). */
  handedOver: z.array(
    z.object({
      stepId: identifier,
      at: instant,
      by: z.string().nullable(),
      /** `shipment` for a parcel, `in_person` at the counter. */
      how: z.enum(['shipment', 'in_person']),
      recipientName: z.string(),
      trackingNumber: z.string(),
      carrier: z.string(),
      lines: z.array(z.object({ lineId: identifier, quantity: z.number().int() })),
      /** Where BigCommerce stands with it; null where it is not told. */
      told: z.enum(['waiting', 'parked', 'told', 'not_told']).nullable(),
    }),
  ),
  /** The last thing done here that can be taken back, and what it was. */
  undoable: z.object({ stepId: identifier, what: z.string() }).nullable(),
  timeline: z.array(z.object({ at: instant, what: z.string() })),
});
export type FulfillmentView = z.output<typeof fulfillmentView>;

/** Every step names the version it saw, so that of two people who act at once the second is told (`changed_meanwhile`). */
const step = z.object({ fulfillmentId: identifier, version: z.number().int() });
const pieces = z.number().int().min(1).max(1_000_000);
const stepLines = z
  .array(z.object({ lineId: identifier, quantity: pieces }))
  .min(1)
  .max(2_000);
const onLines = step.extend({ lines: stepLines });
/** A manager's word that the goods may leave all the same, with the reason; it is audited (R6, R70, R91). */
const override = z.object({ reason: z.string().trim().min(1).max(500) });

export const fulfillmentsProcedures = {
  'fulfillments.list': query({
    description:
      'Goods promised: while open, last-one alarms first and then the oldest; newest first under `all`; a page at a time (R15, N6).',
    input: fulfillmentFilter.extend({ cursor: pageCursor.optional(), limit: pageLimit }),
    output: pageOf(fulfillmentRowView),
  }),
  'fulfillments.counts': query({
    description: 'How many there are in each segment, for the same filter.',
    input: fulfillmentFilter.omit({ segment: true, task: true }),
    output: z.object({
      new: z.number().int(),
      in_progress: z.number().int(),
      packed: z.number().int(),
      all: z.number().int(),
      /** With words to search for, no more than 5,000 are counted under `all`. */
      isMore: z.boolean(),
      /** With words that more than 60,000 sales have, what is open is counted among the newest of them. */
      isMoreOpen: z.boolean(),
    }),
  }),
  'fulfillments.get': query({
    description: 'One fulfillment with its address, lines and timeline.',
    input: z.object({ fulfillmentId: identifier }),
    output: fulfillmentView,
  }),
  'fulfillments.tasks': query({
    description:
      'How many there are of each task: pieces to put back, orders on the hold shelf, orders that are stuck.',
    input: nothing,
    output: z.object({ put_back: z.number().int(), shelf: z.number().int(), stuck: z.number().int() }),
  }),
  'fulfillments.find': query({
    description:
      'The fulfillment that a scanned or typed code means: a slip, a shelf code, an order or receipt number (N7). Null where none does.',
    input: z.object({ code: z.string().trim().min(1).max(200) }),
    output: z.object({
      found: z.object({ fulfillmentId: identifier, by: z.enum(['slip', 'shelf', 'order', 'receipt']) }).nullable(),
    }),
  }),
  'fulfillments.start': command({
    allowed: 'anyone',
    description: 'Takes a fulfillment into work: it is in progress from now on, by the person who is signed in.',
    input: step,
    output: fulfillmentView,
  }),
  'fulfillments.pick': command({
    allowed: 'anyone',
    description:
      'So many more pieces were taken from the shelf (R92). Recorded at once, with or without a network (R88).',
    input: onLines,
    output: fulfillmentView,
  }),
  'fulfillments.unpick': command({
    allowed: 'anyone',
    description: 'So many pieces that were picked, and not packed, are on the shelf again (R92).',
    input: onLines,
    output: fulfillmentView,
  }),
  'fulfillments.pack': command({
    allowed: 'anyone',
    description:
      'So many pieces that were picked are packed. When all are, BigCommerce is told as the settings say (R95).',
    input: onLines,
    output: fulfillmentView,
  }),
  'fulfillments.unpack': command({
    allowed: 'anyone',
    description: 'So many pieces are out of the parcel again, and still picked (R92).',
    input: onLines,
    output: fulfillmentView,
  }),
  'fulfillments.ship': command({
    allowed: 'anyone',
    description:
      'A parcel with packed pieces left: these lines, or everything that is packed. It becomes a shipment in BigCommerce (R93, R95).',
    input: step.extend({
      lines: stepLines.optional(),
      trackingNumber: z.string().trim().max(50).default(''),
      carrier: z.string().trim().max(100).default(''),
      override: override.optional(),
    }),
    output: fulfillmentView,
  }),
  'fulfillments.ready': command({
    allowed: 'anyone',
    description: 'A packed pickup waits for its customer, on that shelf; called again, it moves to another one (R93).',
    input: step.extend({ shelfCode: z.string().trim().max(50).default('') }),
    output: fulfillmentView,
  }),
  'fulfillments.handOver': command({
    allowed: 'anyone',
    description: 'Everything packed was handed to somebody, in person (R93).',
    input: step.extend({ recipientName: z.string().trim().max(200).default(''), override: override.optional() }),
    output: fulfillmentView,
  }),
  'fulfillments.putBack': command({
    allowed: 'anyone',
    description:
      'So many pieces that are not wanted any more are back on the shelf (R64). It moves no stock: the order gave it back.',
    input: onLines,
    output: fulfillmentView,
  }),
  'fulfillments.returnToStock': command({
    allowed: 'anyone',
    description:
      'Nobody came for it: everything not handed over is back on the shelf, and it is stuck as not collected (N7).',
    input: step,
    output: fulfillmentView,
  }),
  'fulfillments.cannotFulfil': command({
    allowed: 'anyone',
    description: 'It cannot be fulfilled, for that reason; an empty one says that it can after all.',
    input: step.extend({ reason: z.string().trim().max(500) }),
    output: fulfillmentView,
  }),
  'fulfillments.assign': command({
    allowed: 'anyone',
    description: 'Somebody takes it on; null for nobody.',
    input: step.extend({ to: z.string().trim().min(1).max(100).nullable() }),
    output: fulfillmentView,
  }),
  'fulfillments.note': command({
    allowed: 'anyone',
    description: 'A note for whoever works on it next. It stays on this till.',
    input: z.object({ fulfillmentId: identifier, text: z.string().trim().min(1).max(2_000) }),
    output: fulfillmentView,
  }),
  'fulfillments.undo': command({
    allowed: 'anyone',
    description: 'Takes back the last step, as long as BigCommerce was not told of it (R92).',
    input: step.extend({ stepId: identifier }),
    output: fulfillmentView,
  }),
};
