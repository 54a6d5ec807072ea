import { z } from 'zod';
import { command, query } from './procedure.ts';
import { identifier, nothing } from './values.ts';

const name = z.string().trim().min(1).max(100);

/** BCP 47: a language and a region. Null: as each machine writes by itself. */
const locale = z.string().trim().min(2).max(35).nullable();

export const outletsProcedures = {
  'outlets.create': command({
    allowed: 'anyone',
    description: 'A shop. Its time zone decides which day a sale belongs to.',
    input: z.object({
      name,
      /** IANA name, e.g. `Europe/Dublin`. */
      timeZone: z.string().min(1).max(100),
      /** ISO 4217, e.g. `EUR`. */
      currency: z.string().regex(/^[A-Z]{3}$/),
      /** How it writes days, figures and money, e.g. `en-GB`. */
      locale: locale.optional(),
    }),
    output: z.object({ outletId: identifier }),
  }),
  'outlets.list': query({
    description: 'Every outlet with its registers.',
    input: nothing,
    output: z.object({
      rows: z.array(
        z.object({
          outletId: identifier,
          name: z.string(),
          timeZone: z.string(),
          currency: z.string(),
          locale: z.string().nullable(),
          registers: z.array(z.object({ registerId: identifier, name: z.string() })),
        }),
      ),
    }),
  }),
  'outlets.setLocale': command({
    allowed: 'manager_once_set_up',
    description:
      'How an outlet writes days, figures and money, on screens and on paper: a language and a region, e.g. `en-GB`. Null: as each machine writes by itself.',
    input: z.object({ outletId: identifier, locale }),
    output: z.object({ locale: z.string().nullable() }),
  }),
  'registers.create': command({
    allowed: 'anyone',
    description: 'A till in an outlet.',
    input: z.object({ outletId: identifier, name }),
    output: z.object({ registerId: identifier }),
  }),
};
