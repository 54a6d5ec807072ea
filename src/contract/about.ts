import { z } from 'zod';
import { command, query } from './procedure.ts';
import { nothing } from './values.ts';

export const hostKind = z.enum(['electron', 'browser', 'cli']);
export type HostKind = z.output<typeof hostKind>;

export const aboutProcedures = {
  'app.about': query({
    description: 'What is running: version, host, and whether this is the practice store.',
    input: nothing,
    output: z.object({
      version: z.string(),
      host: hostKind,
      practice: z.boolean(),
      /** Whether `app.usePractice` works here. */
      canSwitch: z.boolean(),
    }),
  }),
  'app.usePractice': command({
    allowed: 'anyone',
    description:
      "Opens practice in the place of a till without a store, or the shop's own till in the place of practice, soon after the answer. Their data are apart.",
    input: z.object({ practice: z.boolean() }),
    output: nothing,
  }),
};
