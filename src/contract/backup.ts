import { z } from 'zod';
import { command, query } from './procedure.ts';
import { instant, nothing } from './values.ts';

const count = z.number().int().nonnegative();

/** `asked`: somebody made it. `daily`: made by itself. `before_update`: before a new version changed the schema. */
const copyReason = z.enum(['asked', 'daily', 'before_update']);

/** A copy that is kept in the data folder. */
const keptCopy = z.object({
  /** Its name there, by which it is restored. */
  file: z.string(),
  path: z.string(),
  madeAt: instant,
  why: copyReason,
  bytes: count,
});

export const backupStatusView = z.object({
  /** Of the newest copy here that was checked and found good; null while there is none. */
  lastGoodAt: instant.nullable(),
  /** Newest first. */
  copies: z.array(keptCopy),
  running: z
    .object({
      doing: z.enum(['copying', 'checking', 'reading', 'restoring']),
      /** Bytes; null while they cannot be told. */
      done: count.nullable(),
      total: count.nullable(),
    })
    .nullable(),
  /** Why the last copy was not made, or found not to be good. */
  problem: z.string().nullable(),
  /** Since when stock levels are not told to BigCommerce, for the data went back to an older state; null: they are. */
  stockHeldSince: instant.nullable(),
  /** What the data went back to last, while stock is held: as of when; null where nobody knows. */
  wentBackTo: instant.nullable(),
});

const copyFile = z.string().trim().min(1).max(1_000);

export const copyPreview = z.object({
  madeAt: instant.nullable(),
  /** The version of the app that made it; null where that is not known. */
  version: z.string().nullable(),
  sales: count,
  lastSaleAt: instant.nullable(),
  /** What is here and not in the copy; null where the database here cannot be read. */
  missing: z
    .object({
      /** These come again by themselves. */
      onlineSales: count,
      inStoreSales: count,
      fulfillmentSteps: count,
      stockMovements: count,
      tillsClosed: count,
    })
    .nullable(),
  /** Changes for BigCommerce that wait in the copy: each is looked for there before it is sent. */
  waiting: count,
  /** The same in plain words, a sentence each. */
  words: z.array(z.string()),
});
export type CopyPreview = z.output<typeof copyPreview>;

export const backupProcedures = {
  'backup.status': query({
    description: 'The copies of the database that are kept here, the age of the last good one, and what is being done.',
    input: nothing,
    output: backupStatusView,
  }),
  'backup.make': command({
    allowed: 'manager_once_set_up',
    description:
      'Copies the database while the till runs, and checks the copy before it is called good. No token is in it.',
    input: z.object({
      /** An absolute path of a folder that exists; the data folder itself unless given. */
      folder: copyFile.optional(),
    }),
    output: z.object({ path: z.string(), madeAt: instant, bytes: count }),
  }),
  'backup.look': command({
    allowed: 'manager_once_set_up',
    description: 'Checks a copy and tells what restoring it would lose. Changes nothing.',
    input: z.object({
      /** The name of a copy that is kept here, or an absolute path. */
      file: copyFile,
    }),
    output: copyPreview,
  }),
  'backup.restore': command({
    allowed: 'manager_once_set_up',
    description:
      'Puts a copy in the place of the database, which is kept beside it. The app opens anew; orders since then come again.',
    input: z.object({ file: copyFile }),
    output: copyPreview,
  }),
  'backup.releaseStock': command({
    allowed: 'manager',
    description: 'After going back to an older state: a manager has looked at the figures, and stock is told again.',
    input: nothing,
    output: nothing,
  }),
};
