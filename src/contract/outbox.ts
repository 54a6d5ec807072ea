import { z } from 'zod';
import { command, query } from './procedure.ts';
import { identifier, instant, nothing, pageCursor, pageLimit, pageOf } from './values.ts';

/**
 * Where an entry stands: `pending` goes out by itself, `sending` was sent and its outcome is looked for, `parked` was
 * refused or needs an answer. `sent`, `yielded` (by the written rule BigCommerce's change stands), `withdrawn` (taken back
 * here before it went out) and `discarded` (a manager's decision) are ends.
 */
export const outboxState = z.enum(['pending', 'sending', 'parked', 'sent', 'yielded', 'withdrawn', 'discarded']);

/** `stock_level` stands for a product whose level goes out; it is made anew for each sending, and never discarded. */
export const outboxKind = z.enum(['status', 'shipment', 'stock_level']);

export const outboxEntryView = z.object({
  entryId: identifier,
  kind: outboxKind,
  /** What BigCommerce is to be told, as a sentence. */
  what: z.string(),
  orderId: z.string().nullable(),
  fulfillmentId: identifier.nullable(),
  productId: identifier.nullable(),
  state: outboxState,
  attempts: z.number().int(),
  createdAt: instant.nullable(),
  /** Who did what it tells; null where nobody was signed in. */
  by: z.string().nullable(),
  /** Null where it does not go out by itself. */
  nextAttemptAt: instant.nullable(),
  /** What BigCommerce answered last, or why it was not asked, in plain words; empty before the first try. */
  lastAnswer: z.string(),
  /** What it waits for before it may go out. */
  waitsFor: z.enum(['payment', 'hold', 'earlier_entry']).nullable(),
});
export type OutboxEntryView = z.output<typeof outboxEntryView>;

/** What changed in BigCommerce while work was done here (R90; docs/conflicts.md has the rule of each). */
export const conflictKind = z.enum(['cancelled', 'refunded', 'shipped_elsewhere', 'on_hold', 'lines_changed', 'gone']);
export type ConflictKind = z.output<typeof conflictKind>;

export const conflictView = z.object({
  conflictId: identifier,
  kind: conflictKind,
  orderId: z.string().nullable(),
  saleId: identifier,
  fulfillmentId: identifier.nullable(),
  customerName: z.string(),
  /** What was done here, and what BigCommerce says: each a sentence. */
  ours: z.string(),
  theirs: z.string(),
  /** What the written rule made of it, and what staff should do now. */
  rule: z.string(),
  /** The entry that waits for an answer; null where there is nothing to decide, only to know. */
  entryId: identifier.nullable(),
  raisedAt: instant,
});
export type ConflictView = z.output<typeof conflictView>;

/** A status that a local step may set; never 4, 5, 6 or 14, and none that says less than "placed" (R95). */
const writableStatus = z.union([z.literal([2, 3, 8, 9, 10, 11])]).nullable();

/** Null writes nothing. */
export const writeBackView = z.object({
  packedDelivery: writableStatus,
  packedPickup: writableStatus,
  /** Whether a parcel becomes a shipment in BigCommerce. */
  shipment: z.boolean(),
  handedOver: writableStatus,
});
export type WriteBackView = z.output<typeof writeBackView>;

export const outboxProcedures = {
  'outbox.list': query({
    description:
      'What BigCommerce is still to be told, oldest first (R89); with `ended`, what it was told, newest first.',
    input: z.object({ ended: z.boolean().default(false), cursor: pageCursor.optional(), limit: pageLimit }),
    output: pageOf(outboxEntryView),
  }),
  'outbox.retry': command({
    allowed: 'anyone',
    description: 'Sends a parked entry again; BigCommerce is read before.',
    input: z.object({ entryId: identifier }),
    output: nothing,
  }),
  'outbox.retryAll': command({
    allowed: 'anyone',
    description: 'Sends everything again that is parked or waits for its next try. Answers how many.',
    input: nothing,
    output: z.object({ entries: z.number().int() }),
  }),
  'outbox.discard': command({
    allowed: 'manager',
    description: 'Gives an entry up: BigCommerce is not told. A manager only, with a reason; it is audited (R6, R89).',
    input: z.object({ entryId: identifier, reason: z.string().trim().min(1).max(500) }),
    output: nothing,
  }),
  'outbox.conflicts': query({
    description: 'What BigCommerce changed while work was done here, until somebody has seen it (R90). Newest first.',
    input: z.object({ cursor: pageCursor.optional(), limit: pageLimit }),
    output: pageOf(conflictView),
  }),
  'outbox.settle': command({
    allowed: 'anyone',
    description:
      'Answers a conflict: `seen`, or for one that asks `theirs` (BigCommerce is not told) or `ours` (it is told all the same).',
    input: z.object({ conflictId: identifier, answer: z.enum(['seen', 'theirs', 'ours']) }),
    output: nothing,
  }),
  'outbox.writeBack': query({
    description: 'What each local step writes to BigCommerce (R95).',
    input: nothing,
    output: writeBackView,
  }),
  'outbox.setWriteBack': command({
    allowed: 'manager',
    description: 'Changes what each local step writes to BigCommerce (R95). A manager only; it is audited.',
    input: writeBackView.partial(),
    output: writeBackView,
  }),
};
