import { z } from 'zod';
import { command, query } from './procedure.ts';
import { instant, nothing } from './values.ts';

const pin = z.string().regex(/^\d{4,12}$/, 'A PIN is 4 to 12 digits.');
const name = z.string().trim().min(1).max(100);
const role = z.enum(['manager', 'staff']);
const minutes = z.number().int().min(1).max(240);

const personView = z.object({ name: z.string(), role });

export const staffProcedures = {
  'staff.setManagerPin': command({
    // It refuses by itself, for it also has to say that there is a PIN.
    allowed: 'anyone',
    description: 'Sets the manager PIN: once without a sign-in, on a new data folder. Signs this caller in as Manager.',
    input: z.object({ pin }),
    output: nothing,
  }),
  'staff.signIn': command({
    allowed: 'anyone',
    description:
      'Signs this caller in. After each wrong PIN the next answer takes longer, and the refusal says how long.',
    input: z.object({ name: z.string().min(1).max(100), pin }),
    output: personView,
  }),
  'staff.signOut': command({
    allowed: 'anyone',
    description: 'Ends the sign-in of this caller. Nothing happens where nobody is signed in.',
    input: nothing,
    output: nothing,
  }),
  'staff.stay': command({
    allowed: 'anyone',
    description:
      'Says that the person who is signed in is still at work, as each other command does. Changes nothing else.',
    input: nothing,
    output: nothing,
  }),
  'staff.current': query({
    description: 'Who is signed in with this caller, and when that ends by itself.',
    input: nothing,
    output: z.object({
      staff: personView.nullable(),
      /** Null where nobody is signed in. */
      endsAt: instant.nullable(),
      /** False on a new data folder: then nothing asks for a manager who could not be there yet. */
      managerPinSet: z.boolean(),
    }),
  }),
  'staff.list': query({
    description: 'Everybody who can sign in, managers first, and after how many idle minutes a sign-in ends.',
    input: nothing,
    output: z.object({ rows: z.array(personView), idleMinutes: minutes }),
  }),
  'staff.add': command({
    allowed: 'manager',
    description: 'Puts somebody on the list of those who can sign in (R6).',
    input: z.object({ name, role, pin }),
    output: nothing,
  }),
  'staff.changePin': command({
    allowed: 'manager',
    description: 'Gives somebody a new PIN. Sign-ins by the old one end.',
    input: z.object({ name, pin }),
    output: nothing,
  }),
  'staff.remove': command({
    allowed: 'manager',
    description: 'Takes somebody off the list, never the last manager. What they did keeps their name.',
    input: z.object({ name }),
    output: nothing,
  }),
  'staff.setIdleMinutes': command({
    allowed: 'manager',
    description: 'After how many minutes without work a sign-in ends by itself.',
    input: z.object({ minutes }),
    output: nothing,
  }),
};
