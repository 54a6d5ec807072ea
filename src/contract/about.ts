import { z } from 'zod';
import { query } from './procedure.ts';
import { nothing } from './values.ts';

export const hostKind = z.enum(['electron', 'browser', 'cli']);
export type HostKind = z.output<typeof hostKind>;

export const aboutProcedures = {
  'app.about': query({
    description: 'What is running: version, host, and whether this is the practice store.',
    input: nothing,
    output: z.object({ version: z.string(), host: hostKind, practice: z.boolean() }),
  }),
};
