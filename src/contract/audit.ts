import { z } from 'zod';
import { query } from './procedure.ts';
import { day, identifier, instant, nothing, pageCursor, pageLimit, pageOf, searchText } from './values.ts';

const auditFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable();

/** One thing that was done, by whom, to what, and the facts that it changed, in plain words (R6). */
export const auditEntryView = z.object({
  auditId: identifier,
  at: instant,
  /** Null where nobody was signed in. */
  who: z.string().nullable(),
  /** A stable name, such as `link.bind`. */
  what: z.string(),
  /** The same in plain words. */
  label: z.string(),
  subject: z.string(),
  before: auditFacts,
  after: auditFacts,
});
export type AuditEntryView = z.output<typeof auditEntryView>;

const auditFilter = z.object({
  /** Words of who, what or to what. */
  search: searchText.optional(),
  what: z.string().max(100).optional(),
  /** Inclusive. A day is the bound outlet's, as it was when the entry was made. */
  from: z.union([day, instant]).optional(),
  to: z.union([day, instant]).optional(),
});
export type AuditFilter = z.output<typeof auditFilter>;

/** Some milliseconds of work. */
const mostExported = 250;

export const auditProcedures = {
  'audit.list': query({
    description: 'What managers did, and what bears on it, newest first: who, what, when, before and after (R6).',
    input: auditFilter.extend({ cursor: pageCursor.optional(), limit: pageLimit }),
    output: pageOf(auditEntryView),
  }),
  'audit.kinds': query({
    description: 'Every kind of entry that the audit log can have.',
    input: nothing,
    output: z.object({ rows: z.array(z.object({ what: z.string(), label: z.string() })) }),
  }),
  'audit.export': query({
    description:
      'The entries that a filter finds, newest first, as CSV for a spreadsheet, a page at a time: the pages behind each other are the file. Nothing in it runs as a formula.',
    input: auditFilter.extend({
      cursor: pageCursor.optional(),
      limit: z.number().int().min(1).max(mostExported).default(mostExported),
    }),
    output: z.object({
      csv: z.string(),
      count: z.number().int(),
      /** How many there are; told with the first page. */
      total: z.number().int().nullable(),
      nextCursor: pageCursor.nullable(),
    }),
  }),
};
