import { z } from 'zod';
import { command, query } from './procedure.ts';
import { nothing } from './values.ts';

/** What may take longer than a second, and can be stopped without harm. The import of history has its own (`history.cancel`). */
const workName = z.enum([
  'copy',
  'look',
  'restore',
  'support_file',
  'opening_figures',
  'proof',
  'personal_data',
  'store_check',
]);

export const workView = z.object({
  work: workName,
  /** What it is at: the part that is counted. */
  doing: z.enum([
    ...(['copying', 'checking', 'reading', 'restoring', 'examining'] as const),
    ...(['pulling', 'catalogue', 'levels', 'comparing', 'removing', 'asking'] as const),
  ]),
  /** How far that part is, and how much of it there is, in what is counted; null while it cannot be told. */
  done: z.number().int().nonnegative().nullable(),
  total: z.number().int().nonnegative().nullable(),
  counts: z.enum(['bytes', 'orders', 'products', 'sales', 'answers']),
  /** Somebody has stopped it, and it ends as soon as it can. */
  isStopping: z.boolean(),
});
export type WorkView = z.output<typeof workView>;

export const workProcedures = {
  'work.running': query({
    description: 'The long work that is going on, and how far it is.',
    input: nothing,
    output: z.object({ rows: z.array(workView) }),
  }),
  'work.stop': command({
    allowed: 'anyone',
    description:
      'Stops long work where that does no harm. Whoever asked for it is answered `stopped`, with what was done and what was not.',
    input: z.object({ work: workName }),
    output: z.object({ wasRunning: z.boolean() }),
  }),
};
