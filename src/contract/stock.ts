import { z } from 'zod';
import { command, query } from './procedure.ts';
import { identifier, instant, nothing, pageCursor, pageLimit, pageOf, searchText } from './values.ts';

const pieces = z.number().int().min(-1_000_000_000).max(1_000_000_000);
const notNegative = pieces.nonnegative();
const reason = z.string().trim().max(500);

/**
 * How a product's figure stands with BigCommerce:
 * `in_step`: theirs was read and is ours. `to_push`: ours goes out with the next exchange. `sent`: told, and not seen
 * there yet. `parked`: BigCommerce refused it; its words are in `pushProblem`. `not_known`: nobody has counted it here,
 * so nothing is sent. `not_linked`, `ambiguous`: which product of BigCommerce it is, is not known. `not_tracked`:
 * BigCommerce does not count it. `other_outlet`: only the bound outlet's stock goes out.
 */
export const pushState = z.enum([
  'in_step',
  'to_push',
  'sent',
  'parked',
  'not_known',
  'not_linked',
  'ambiguous',
  'not_tracked',
  'other_outlet',
]);
export type PushState = z.output<typeof pushState>;

export const stockRowView = z.object({
  productId: identifier,
  sku: z.string(),
  name: z.string(),
  outletId: identifier,
  /** The sum of the stock ledger; may be negative (R30). */
  onHand: z.number().int(),
  /** Sold, and not handed over yet: part of it is still on the shelf. */
  committed: z.number().int(),
  /** At or below this many an import gives the alarm (N6). */
  floor: z.number().int(),
  /** Since when on hand is known here: the first count, receipt or sale made here. Null: only web orders moved it. */
  knownSince: instant.nullable(),
  /** The level last told to BigCommerce; null while none was. */
  lastPushed: z.number().int().nullable(),
  lastPushedAt: instant.nullable(),
  /** BigCommerce's own figure when last read, safety stock included; null while it was not. */
  bigcommerceFigure: z.number().int().nullable(),
  bigcommerceFigureAt: instant.nullable(),
  /** Theirs less ours (not less than 0), once both are known and nothing is under way; else null. */
  drift: z.number().int().nullable(),
  pushState,
  /** BigCommerce's own words when it refused the level. */
  pushProblem: z.string().nullable(),
  alarm: z.boolean(),
});
export type StockRowView = z.output<typeof stockRowView>;

export const stockView = z.enum(['all', 'low', 'negative', 'drift', 'not_known', 'not_linked']);
export type StockView = z.output<typeof stockView>;

export const movementKind = z.enum([
  'sale',
  'return',
  'void',
  'unvoid',
  'edit',
  'in_store_sale',
  'opening',
  'receive',
  'count',
  'adjust',
  'put_back',
  'damaged',
  'transfer',
  'undo',
]);
export type MovementKindView = z.output<typeof movementKind>;

export const movementView = z.object({
  movementId: identifier,
  at: instant,
  kind: movementKind,
  /** The cause as a sentence, e.g. "Sold with order 1042." */
  cause: z.string(),
  /** Signed: a sale is negative. */
  quantity: z.number().int(),
  /** On hand after it: the sum of all movements up to this one. */
  onHandAfter: z.number().int(),
  saleId: identifier.nullable(),
  receiptNumber: z.string().nullable(),
  orderId: z.string().nullable(),
  lineId: z.string().nullable(),
  /** Who did it; null for what came from BigCommerce. */
  staff: z.string().nullable(),
  reason: z.string().nullable(),
  registerId: identifier.nullable(),
  /** False for what follows an order, and for what was undone already. */
  canUndo: z.boolean(),
});
export type MovementView = z.output<typeof movementView>;

/** Staff work on one product. `requestId`, a UUID of the caller's, makes sending it again harmless. */
const work = z.object({
  productId: identifier,
  /** The bound outlet unless another is named (R85). */
  outletId: identifier.optional(),
  requestId: z.uuid().optional(),
  reason: reason.optional(),
});

const worked = z.object({ movementId: identifier.nullable(), productId: identifier, onHand: z.number().int() });

const openingLine = z.object({
  /** The line of the file, the head being 1. */
  line: z.number().int(),
  sku: z.string(),
  name: z.string(),
  quantity: z.number().int(),
  onHandBefore: z.number().int(),
  createsProduct: z.boolean(),
});

const seedLine = z.object({
  /** Null for a product that it creates, linked to what BigCommerce counts. */
  productId: identifier.nullable(),
  createsProduct: z.boolean(),
  sku: z.string(),
  name: z.string(),
  onHandBefore: z.number().int(),
  bigcommerceFigure: z.number().int(),
  onHandAfter: z.number().int(),
});

export const stockProcedures = {
  'stock.list': query({
    description: 'On hand of every stocked product, of the bound outlet unless another is named (R85).',
    input: z.object({
      search: searchText.optional(),
      outletId: identifier.optional(),
      view: stockView.default('all'),
      cursor: pageCursor.optional(),
      limit: pageLimit,
    }),
    output: pageOf(stockRowView),
  }),
  'stock.counts': query({
    description: 'How many products there are in each view of the stock list.',
    input: z.object({ search: searchText.optional(), outletId: identifier.optional() }),
    output: z.object({
      all: z.number().int(),
      low: z.number().int(),
      negative: z.number().int(),
      drift: z.number().int(),
      not_known: z.number().int(),
      not_linked: z.number().int(),
    }),
  }),
  'stock.explain': query({
    description:
      'Why a figure is what it is: its movements, newest first, and their running sum. All of them unless limited (N2).',
    input: z.object({
      productId: identifier,
      outletId: identifier.optional(),
      cursor: pageCursor.optional(),
      limit: z.number().int().min(1).max(10_000).optional(),
    }),
    output: stockRowView.extend({
      outletName: z.string(),
      /** The movements add up to on hand; false asks for support (N2). */
      sumsUp: z.boolean(),
      /** When a start of the app found that they did not, and what the figure was before it was put right from them. */
      putRight: z.object({ at: instant, figure: z.number().int() }).nullable(),
      movementCount: z.number().int(),
      movements: z.array(movementView),
      nextCursor: pageCursor.nullable(),
    }),
  }),
  'stock.find': query({
    description: 'The product whose SKU or bar code was scanned, at the bound outlet; not_found when none or several.',
    input: z.object({ code: z.string().trim().min(1).max(200), outletId: identifier.optional() }),
    output: stockRowView,
  }),
  'stock.count': command({
    allowed: 'anyone',
    description: 'What was counted on the shelf: on hand becomes this quantity.',
    input: work.extend({ quantity: notNegative }),
    output: worked,
  }),
  'stock.receive': command({
    allowed: 'anyone',
    description: 'Goods that came in: on hand grows by this quantity.',
    input: work.extend({ quantity: notNegative.min(1) }),
    output: worked,
  }),
  'stock.adjust': command({
    allowed: 'anyone',
    description: 'A correction by a signed quantity, with its reason.',
    input: work.extend({
      quantity: pieces.refine((quantity) => quantity !== 0, 'A correction by 0 changes nothing.'),
      reason: reason.min(1, 'Say why, so that the figure can be explained later.'),
    }),
    output: worked,
  }),
  'stock.damage': command({
    allowed: 'anyone',
    description: 'Pieces that cannot be sold any more: on hand falls by this quantity (R65).',
    input: work.extend({ quantity: notNegative.min(1) }),
    output: worked,
  }),
  'stock.transfer': command({
    allowed: 'anyone',
    description: 'Pieces that go to another outlet: falls here, grows there, together.',
    input: work.extend({ quantity: notNegative.min(1), toOutletId: identifier }),
    output: worked,
  }),
  'stock.undo': command({
    allowed: 'anyone',
    description: 'Takes back a movement that staff made, by one of the opposite quantity. Once.',
    input: z.object({ movementId: identifier }),
    output: worked,
  }),
  'stock.setFloor': command({
    allowed: 'anyone',
    description: 'At or below this many pieces an import says so at once (N6).',
    input: z.object({ productId: identifier, floor: notNegative }),
    output: nothing,
  }),
  'stock.previewOpening': query({
    description:
      'Reads a CSV of opening stock (columns sku, quantity, optionally name) and says what it would do. Changes nothing.',
    input: z.object({ csv: z.string().max(20_000_000), outletId: identifier.optional() }),
    output: z.object({
      lines: z.array(openingLine),
      problems: z.array(z.object({ line: z.number().int(), message: z.string() })),
    }),
  }),
  'stock.importOpening': command({
    allowed: 'manager',
    description: 'Records the opening stock of a CSV, all of it or nothing. Only for a manager.',
    input: z.object({
      csv: z.string().max(20_000_000),
      outletId: identifier.optional(),
      requestId: z.uuid().optional(),
    }),
    output: z.object({ products: z.number().int(), created: z.number().int() }),
  }),
  'stock.previewSeed': command({
    allowed: 'anyone',
    description:
      "Reads BigCommerce's figures at the bound location: what on hand would become if they were taken over. Changes no stock.",
    input: nothing,
    output: z.object({
      /** Null when they may be taken over; else why not. */
      refused: z.string().nullable(),
      readAt: instant,
      lines: z.array(seedLine),
      /** Stocked products that nobody has counted here, and that BigCommerce has no figure of their own for. */
      without: z.number().int(),
    }),
  }),
  'stock.seed': command({
    allowed: 'manager',
    description:
      "Takes over BigCommerce's figures as previewed, once, as the opening stock of a new link: of products that nobody has counted here, and of those that are not here yet, which it creates. Only for a manager.",
    input: z.object({ readAt: instant }),
    output: z.object({ products: z.number().int() }),
  }),
  'stock.alarms': query({
    description:
      'Products that an import took to their floor or below it, newest first, until seen; the newest 200 of them (N6).',
    input: nothing,
    output: z.object({
      rows: z.array(
        z.object({
          alarmId: identifier,
          at: instant,
          productId: identifier,
          sku: z.string(),
          name: z.string(),
          /** What the order left, and the floor at that moment: an alarm is an event, and does not follow later counts. */
          onHand: z.number().int(),
          floor: z.number().int(),
          saleId: identifier,
          orderId: z.string().nullable(),
          /** What is to be picked; null when nothing of it is open any more. */
          fulfillmentId: identifier.nullable(),
        }),
      ),
    }),
  }),
  'stock.alarmSeen': command({
    allowed: 'anyone',
    description: 'Takes an alarm off the list; without an id, all of them.',
    input: z.object({ alarmId: identifier.optional() }),
    output: nothing,
  }),
};
