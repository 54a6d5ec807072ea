import { z } from 'zod';
import { command } from './procedure.ts';
import { identifier, instant } from './values.ts';

/** An entry of the chain of evidence, with what its hash is of (SHA-256, base64url). */
const disputeEntry = z.object({
  number: z.number().int().positive(),
  kind: z.enum(['order', 'step', 'print', 'export']),
  subjectId: z.string(),
  recordedAt: z.number().int(),
  /** What it says, to the letter: JSON. */
  facts: z.string(),
  factsHash: z.string(),
  beforeOfSale: z.string(),
  before: z.string(),
  hash: z.string(),
});
export type DisputeEntry = z.output<typeof disputeEntry>;

/** The evidence of one sale, as it is written into a file (N11). */
export const disputeFile = z.object({
  format: z.literal(1),
  version: z.string(),
  practice: z.boolean(),
  saleId: identifier,
  store: z.string(),
  timeZone: z.string(),
  /** Names of outlets and registers, by id: rows say ids. */
  places: z.record(z.string(), z.string()),
  /** What happened to it, oldest first, as the app tells it. */
  timeline: z.array(z.object({ at: instant, what: z.string() })),
  entries: z.array(disputeEntry),
});
export type DisputeFile = z.output<typeof disputeFile>;

export const disputesProcedures = {
  'disputes.export': command({
    allowed: 'anyone',
    description:
      'The dispute file of a sale (N11): order, timeline, steps of staff, tracking or collection, payments and prints, with a chain of hashes that breaks where a row is altered. That it was given out is recorded.',
    input: z.object({ saleId: identifier }),
    output: z.object({ fileName: z.string(), html: z.string(), entries: z.number().int() }),
  }),
};
