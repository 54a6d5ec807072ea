import { z } from 'zod';
import { command, query } from './procedure.ts';
import { instant, nothing } from './values.ts';

export const privacyView = z.object({
  /** After so many months personal data of sales that are settled and handed over is removed; null: never. */
  months: z.number().int().nullable(),
  /** Nothing is removed before. */
  beginsAt: instant,
  lastRunAt: instant.nullable(),
  /** Sales so far. */
  removed: z.number().int(),
});

export const privacyProcedures = {
  'privacy.get': query({
    description: 'How long names, addresses, e-mails and phone numbers are kept, and what was removed so far.',
    input: nothing,
    output: privacyView,
  }),
  'privacy.setMonths': command({
    allowed: 'manager',
    description:
      'After how many months personal data of settled sales is removed (null: never). Figures and stock stay.',
    input: z.object({ months: z.number().int().min(1).max(240).nullable() }),
    output: privacyView,
  }),
  'privacy.removeNow': command({
    allowed: 'manager',
    description: 'Removes now what is older than the time set. It cannot be taken back.',
    input: nothing,
    output: z.object({
      removed: z.number().int(),
      /** Somebody stopped it: what was removed is gone, the rest follows with the next run. */
      wasStopped: z.boolean(),
    }),
  }),
};
