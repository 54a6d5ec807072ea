import { z } from 'zod';
import { command } from './procedure.ts';
import { nothing } from './values.ts';

const pin = z.string().regex(/^\d{4,12}$/, 'A PIN is 4 to 12 digits.');

export const staffProcedures = {
  'staff.setManagerPin': command({
    description: 'Sets the manager PIN: once without a sign-in, on a new data folder. Signs this caller in as Manager.',
    input: z.object({ pin }),
    output: nothing,
  }),
  'staff.signIn': command({
    description: 'Signs this caller in. A wrong PIN takes longer each time.',
    input: z.object({ name: z.string().min(1).max(100), pin }),
    output: z.object({ name: z.string(), role: z.enum(['manager', 'staff']) }),
  }),
};
