import { z } from 'zod';
import { command, query } from './procedure.ts';
import { identifier, nothing } from './values.ts';

const name = z.string().trim().min(1).max(100);

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
          registers: z.array(z.object({ registerId: identifier, name: z.string() })),
        }),
      ),
    }),
  }),
  'registers.create': command({
    allowed: 'anyone',
    description: 'A till in an outlet.',
    input: z.object({ outletId: identifier, name }),
    output: z.object({ registerId: identifier }),
  }),
};
