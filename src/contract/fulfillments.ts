import { z } from 'zod';
import { query } from './procedure.ts';
import { bigcommerceStatusId, fulfillmentStatus, paymentState, saleStatus } from './status.ts';
import { identifier, instant, money, orderId, pageCursor, pageLimit, pageOf, searchText } from './values.ts';

export const fulfillmentType = z.enum(['delivery', 'pickup']);

/** The segments of the Fulfillments screen: `in_progress` is status `picking`; `all` includes fulfilled and cancelled. */
export const fulfillmentSegment = z.enum(['new', 'in_progress', 'packed', 'all']);

const fulfillmentFilter = z.object({
  segment: fulfillmentSegment.default('all'),
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
  ordered: z.number().int(),
  picked: z.number().int(),
  packed: z.number().int(),
  fulfilled: z.number().int(),
  /** Picked and no longer wanted: pieces that belong back on the shelf (R64). */
  putBack: z.number().int(),
});

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
  timeline: z.array(z.object({ at: instant, what: z.string() })),
});
export type FulfillmentView = z.output<typeof fulfillmentView>;

export const fulfillmentsProcedures = {
  'fulfillments.list': query({
    description:
      'Goods promised: while open, last-one alarms first and then the oldest; newest first under `all`; a page at a time (R15, N6).',
    input: fulfillmentFilter.extend({ cursor: pageCursor.optional(), limit: pageLimit }),
    output: pageOf(fulfillmentRowView),
  }),
  'fulfillments.counts': query({
    description: 'How many there are in each segment, for the same filter.',
    input: fulfillmentFilter.omit({ segment: true }),
    output: z.object({
      new: z.number().int(),
      in_progress: z.number().int(),
      packed: z.number().int(),
      all: z.number().int(),
    }),
  }),
  'fulfillments.get': query({
    description: 'One fulfillment with its address, lines and timeline.',
    input: z.object({ fulfillmentId: identifier }),
    output: fulfillmentView,
  }),
};
