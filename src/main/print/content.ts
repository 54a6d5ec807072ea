import { hash } from 'node:crypto';
import { z } from 'zod';

/** An article as paper names it. */
const item = {
  lineId: z.string(),
  sku: z.string(),
  name: z.string(),
  options: z.string(),
};

const slip = z.object({
  kind: z.literal('slip'),
  /** The order's number, or the receipt's where there is no order. */
  order: z.string(),
  type: z.enum(['delivery', 'pickup']),
  method: z.string(),
  recipient: z.string(),
  address: z.array(z.string()),
  phone: z.string(),
  message: z.array(z.string()),
  lines: z.array(z.object({ ...item, quantity: z.number().int() })),
});
export type SlipContent = z.output<typeof slip>;

const pickList = z.object({
  kind: z.literal('pick_list'),
  order: z.string(),
  type: z.enum(['delivery', 'pickup']),
  method: z.string(),
  customer: z.string(),
  message: z.array(z.string()),
  staffNotes: z.array(z.string()),
  /** By the bin, as one walks. */
  lines: z.array(z.object({ ...item, bin: z.string(), code: z.string(), quantity: z.number().int() })),
});
export type PickListContent = z.output<typeof pickList>;

const round = z.object({
  kind: z.literal('pick_round'),
  /** An order for each position on the cart. */
  boxes: z.array(
    z.object({
      box: z.string(),
      fulfillmentId: z.string(),
      order: z.string(),
      customer: z.string(),
      type: z.enum(['delivery', 'pickup']),
      pieces: z.number().int(),
    }),
  ),
  /** By the bin: what to take there, and into which boxes it goes. */
  stops: z.array(
    z.object({
      bin: z.string(),
      sku: z.string(),
      name: z.string(),
      options: z.string(),
      code: z.string(),
      quantity: z.number().int(),
      boxes: z.array(z.object({ box: z.string(), quantity: z.number().int() })),
    }),
  ),
});
export type RoundContent = z.output<typeof round>;

const scanCard = z.object({ kind: z.literal('scan_card') });

const testPage = z.object({ kind: z.literal('test_page'), printer: z.string(), address: z.string() });

/** What a printed document says, all that matters and nothing else: when and by whom it was printed is no part of it (R94). */
const printContent = z.discriminatedUnion('kind', [slip, pickList, round, scanCard, testPage]);
export type PrintContent = z.output<typeof printContent>;

/** What stands on the paper beside its content, as it was when it was printed. It never makes a document another one. */
const printBeside = z.object({
  /** The shop. */
  outlet: z.string(),
  timeZone: z.string(),
  /** How the shop wrote days then; papers from before it had a locale do not say. */
  locale: z.string().nullable().default(null),
  /** When the order was placed (UTC ms); null where there is none. */
  placedAt: z.number().nullable(),
  /** What a scan of the document finds it by; empty where it is no order's. */
  code: z.string(),
  /** Sentences for staff, such as that the order is not paid. */
  notes: z.array(z.string()),
  /** Pieces that were done before, by line: sent already on a slip, picked already on a pick list. */
  done: z.record(z.string(), z.number().int()),
  /** It was printed from the journal when its order said something else already. */
  outdated: z.boolean(),
});
export type PrintBeside = z.output<typeof printBeside>;

/** The same text for the same content: keys in the schema's order, whatever wrote it. */
export const canonical = (content: PrintContent): string => JSON.stringify(printContent.parse(content));

/** SHA-256 of the canonical text, in hex. */
export const contentHash = (text: string): string => hash('sha256', text, 'hex');

/** Throws where the journal holds something else: it was damaged, or written by a newer version. */
export const readContent = (json: string): PrintContent => printContent.parse(JSON.parse(json));

export const readBeside = (json: string): PrintBeside => printBeside.parse(JSON.parse(json));
