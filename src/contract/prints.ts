import { z } from 'zod';
import { fulfillmentSegment, fulfillmentType } from './fulfillments.ts';
import { command, query } from './procedure.ts';
import { identifier, instant, orderId, pageCursor, pageLimit, pageOf, searchText } from './values.ts';

export const printKind = z.enum(['slip', 'pick_list', 'pick_round', 'scan_card', 'test_page']);
export type PrintKind = z.output<typeof printKind>;

/**
 * `queued` waits for its printer, or for the window to tell; `sending` is on its way. Of `unknown` nobody can say whether
 * paper came out, so it is never printed again by itself; `failed` says that none did.
 */
export const printState = z.enum(['queued', 'sending', 'printed', 'failed', 'unknown']);
export type PrintState = z.output<typeof printState>;

/** What puts it on paper: the window that asked, a printer of this machine's, or a receipt printer on the network. */
export const printDevice = z.enum(['page', 'system', 'network']);

/** How a printer is named: by its identity, or by the system's own name for it, which may be long. */
export const printerName = z.string().min(1).max(500);

const printedBefore = z.object({ jobId: identifier, at: instant, by: z.string().nullable() });

/** A row of the print journal (N10). */
export const printJobView = z.object({
  jobId: identifier,
  kind: printKind,
  /** What it is in words, such as "Packing slip #1234". */
  title: z.string(),
  at: instant,
  /** Null where nobody was signed in. */
  by: z.string().nullable(),
  register: z.string().nullable(),
  copy: z.number().int(),
  reprint: z.boolean(),
  /** It says something else than the one before; `differences` says what, a sentence each (R94). */
  revised: z.boolean(),
  differences: z.array(z.string()),
  device: printDevice,
  printerName: z.string(),
  state: printState,
  /** Why it failed, or why nobody knows; empty otherwise. */
  problem: z.string(),
  /** SHA-256 of what it says, in hex: the same for the same content. */
  contentHash: z.string(),
  orders: z.array(z.object({ fulfillmentId: identifier, orderId: z.string().nullable(), receiptNumber: z.string() })),
});
export type PrintJobView = z.output<typeof printJobView>;

/** What was recorded. A page prints `html` where `device` says so, and then tells by `prints.done`. */
const recorded = z.object({
  job: printJobView,
  html: z.string(),
  /** Earlier ones of the same that may be on paper, newest first. */
  printedBefore: z.array(printedBefore),
});
export type PrintRecorded = z.output<typeof recorded>;

/**
 * `requestId` is a UUID of the caller's: asked again under it, the same job is answered, and nothing is printed twice.
 * `printer` is one of `printers.list`, null the window itself; left out, the one chosen for that kind.
 */
const request = z.object({ requestId: z.uuid(), printer: printerName.nullable().optional() });
const ofOrder = request.extend({
  fulfillmentId: identifier,
  /** Somebody was told that it was printed already, and wants it again. */
  confirmed: z.boolean().default(false),
});

/** How a fulfillment's paper stands: printed when, by whom, how often, and whether it still says what is true (R94). */
const onPaper = z
  .object({
    at: instant,
    by: z.string().nullable(),
    copies: z.number().int(),
    revised: z.boolean(),
    differences: z.array(z.string()),
    state: printState,
  })
  .nullable();

const mostBoxes = 100;

export const printsProcedures = {
  'prints.slip': command({
    allowed: 'anyone',
    description:
      'Records a packing slip for printing (R94). What was printed already with the same content is refused (`already_printed`) until it is confirmed.',
    input: ofOrder,
    output: recorded,
  }),
  'prints.pickList': command({
    allowed: 'anyone',
    description: 'Records the pick list of one order for printing, by bin; the same rules as `prints.slip` (R94).',
    input: ofOrder,
    output: recorded,
  }),
  'prints.pickRound': command({
    allowed: 'anyone',
    description:
      'One pick list for many orders: by bin, pieces added up, each order with a box of its own. Orders by id, or the oldest of a filter; those that are on paper already are left out unless confirmed.',
    input: request.extend({
      fulfillmentIds: z.array(identifier).min(1).max(mostBoxes).optional(),
      filter: z
        .object({
          segment: fulfillmentSegment.default('new'),
          type: fulfillmentType.optional(),
          search: searchText.optional(),
        })
        .prefault({}),
      /** How many boxes the cart has room for. */
      boxes: z.number().int().min(1).max(mostBoxes).default(12),
      confirmed: z.boolean().default(false),
    }),
    output: recorded.extend({
      /** Why an order that was meant is not on it. */
      leftOut: z.array(
        z.object({
          fulfillmentId: identifier,
          order: z.string(),
          why: z.enum(['printed_before', 'on_hold', 'nothing_to_pick', 'no_room']),
        }),
      ),
    }),
  }),
  'prints.scanCard': command({
    allowed: 'anyone',
    description: 'Records the scan card for printing: barcodes by which a scanner alone does a whole order.',
    input: request,
    output: recorded,
  }),
  'prints.reprint': command({
    allowed: 'anyone',
    description: 'Records a job of the journal for printing again, as it was; it says so where the order has changed.',
    input: request.extend({ jobId: identifier }),
    output: recorded,
  }),
  'prints.done': command({
    allowed: 'anyone',
    description: 'Tells what became of a job: whoever prints it says so, or somebody who has looked.',
    input: z.object({
      jobId: identifier,
      outcome: z.enum(['printed', 'failed']),
      reason: z.string().trim().max(500).default(''),
    }),
    output: printJobView,
  }),
  'prints.journal': query({
    description: 'Everything that was put on paper, newest first (N10).',
    input: z.object({
      orderId: orderId.optional(),
      fulfillmentId: identifier.optional(),
      kind: printKind.optional(),
      cursor: pageCursor.optional(),
      limit: pageLimit,
    }),
    output: pageOf(printJobView),
  }),
  'prints.view': query({
    description: 'A job of the journal as its paper looks.',
    input: z.object({ jobId: identifier }),
    output: z.object({ job: printJobView, html: z.string() }),
  }),
  'prints.job': query({
    description: 'One job of the journal, as it stands.',
    input: z.object({ jobId: identifier }),
    output: printJobView,
  }),
  'prints.of': query({
    description: 'Which paper of a fulfillment is out, and what changed since.',
    input: z.object({ fulfillmentId: identifier }),
    output: z.object({ slip: onPaper, pickList: onPaper }),
  }),
};
