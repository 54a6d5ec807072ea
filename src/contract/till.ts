import { z } from 'zod';
import { command, query } from './procedure.ts';
import { fulfillmentStatus } from './status.ts';
import { amountGiven, identifier, instant, money, nothing, pageCursor, pageLimit, pageOf } from './values.ts';

/** The register that is meant; else the bound one, else the only one. */
const register = z.object({ registerId: identifier.optional() });
const count = z.number().int();
const who = z.string().nullable();

/** How often a coin or note of this value lies in the drawer. */
const denomination = z.object({ value: amountGiven, count: count.min(0).max(1_000_000) });

/** One means of payment in an opening: what came in, what cancelled orders took out again, and what that leaves. */
const tenderView = z.object({ method: z.string(), count, received: money, voided: money, net: money });

/** What counts as sold and is not paid (N9). */
const unpaidView = z.object({
  saleId: identifier,
  receiptNumber: z.string(),
  orderId: z.string().nullable(),
  customerName: z.string(),
  soldAt: instant,
  due: money,
});

/**
 * One opening of a register. `waiting`: the register is closed, and these are the figures of what waits for its next
 * opening (R26). Those of a closed one are as they were at its close, whatever happens to its orders later.
 */
export const tillView = z.object({
  /** Null for what waits for the next opening. */
  openingId: identifier.nullable(),
  state: z.enum(['open', 'closed', 'waiting']),
  number: count,
  registerId: identifier,
  registerName: z.string(),
  outletName: z.string(),
  currency: z.string(),
  openedAt: instant.nullable(),
  openedBy: who,
  closedAt: instant.nullable(),
  closedBy: who,
  note: z.string().nullable(),
  /** Money of web orders: on this register, never in its drawer (R25). */
  online: z.object({
    tenders: z.array(tenderView),
    returns: z.array(z.object({ count, amount: money })),
    /** Per currency: received, less cancelled, less returned. */
    net: z.array(money),
  }),
  inStore: z.object({
    /** `inDrawer`: cash. */
    tenders: z.array(tenderView.extend({ inDrawer: z.boolean() })),
    net: z.array(money),
  }),
  drawer: z.object({
    float: money,
    cash: money,
    paidIn: money,
    paidOut: money,
    expected: money,
    /** Null until it is closed. */
    counted: money.nullable(),
    /** Counted less expected: negative is missing. */
    difference: money.nullable(),
    denominations: z.array(z.object({ value: money, count })),
    moves: z.array(z.object({ at: instant, by: who, amount: money, reason: z.string() })),
  }),
  /** The newest 200; `count` and `totals` are of all. */
  unpaid: z.object({ count, totals: z.array(money), rows: z.array(unpaidView) }),
});
export type TillView = z.output<typeof tillView>;

const registerView = z.object({
  registerId: identifier,
  name: z.string(),
  outletId: identifier,
  outletName: z.string(),
  currency: z.string(),
  state: z.enum(['open', 'closed']),
  /** Null while it is closed; so are the three below. */
  openingId: identifier.nullable(),
  openedAt: instant.nullable(),
  openedBy: who,
  float: money.nullable(),
  /** Payments that arrived since it was closed: they belong to its next opening (R26). */
  waitingPayments: count,
});

const openingView = z.object({
  openingId: identifier,
  number: count,
  registerId: identifier,
  registerName: z.string(),
  openedAt: instant,
  closedAt: instant.nullable(),
  closedBy: who,
  expected: money.nullable(),
  counted: money.nullable(),
  difference: money.nullable(),
});

const handoverRow = z.object({
  fulfillmentId: identifier,
  saleId: identifier,
  orderId: z.string().nullable(),
  receiptNumber: z.string(),
  customerName: z.string(),
  type: z.enum(['delivery', 'pickup']),
  status: fulfillmentStatus,
  placedAt: instant,
});

const handoverView = z.object({
  registerId: identifier,
  asOf: instant,
  /** What was done here and BigCommerce does not know yet, by kind in plain words; kinds with nothing are left out. */
  unsent: z.object({ count, kinds: z.array(z.object({ kind: z.string(), label: z.string(), count })) }),
  /** Begun and not packed. The oldest 100 are named. */
  openPicks: z.object({ count, rows: z.array(handoverRow) }),
  /** Packed, and not to be handed over before they are paid (R91). The oldest 100 are named. */
  unpaidPacked: z.object({ count, rows: z.array(handoverRow) }),
});
export type HandoverView = z.output<typeof handoverView>;

export const tillProcedures = {
  'registers.list': query({
    description: 'Every register: open or closed, since when, by whom, and what waits for its next opening (R26).',
    input: nothing,
    output: z.object({ rows: z.array(registerView) }),
  }),
  'registers.open': command({
    allowed: 'anyone',
    description:
      'Opens a register with the cash that lies in its drawer. What arrived since it was closed belongs to it (R26).',
    input: register.extend({ float: amountGiven }),
    output: z.object({ openingId: identifier }),
  }),
  'registers.moveCash': command({
    allowed: 'anyone',
    description: 'Money put into the drawer, or taken out of it, without a sale, with its reason.',
    input: register.extend({
      kind: z.enum(['paid_in', 'paid_out']),
      amount: amountGiven,
      reason: z.string().trim().min(1).max(200),
    }),
    output: nothing,
  }),
  'registers.close': command({
    allowed: 'anyone',
    description:
      'Closes a register with the cash that was counted, as a sum or coin by coin, and keeps its figures. With work that BigCommerce does not know yet only where a manager says so (N14).',
    input: register.extend({
      counted: amountGiven.optional(),
      denominations: z.array(denomination).max(50).optional(),
      note: z.string().trim().max(1_000).optional(),
      /** Close although something was not sent; needs a manager. */
      leaveUnsent: z.boolean().default(false),
    }),
    output: tillView,
  }),
  'till.summary': query({
    description:
      'The figures of an opening, or of what a register has now: online money apart from the drawer, by means of payment; returns; the drawer; what is sold and not paid (N9).',
    input: register.extend({ openingId: identifier.optional() }),
    output: tillView,
  }),
  'till.openings': query({
    description: 'The openings of all registers, newest first.',
    input: z.object({ cursor: pageCursor.optional(), limit: pageLimit }),
    output: pageOf(openingView),
  }),
  'till.handover': query({
    description: 'What the next shift takes over: open picks, unsent work, packed orders that are not paid (N14).',
    input: register,
    output: handoverView,
  }),
};
