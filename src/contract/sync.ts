import { z } from 'zod';
import { command, query } from './procedure.ts';
import { instant, nothing } from './values.ts';

/**
 * What the sync chip shows, the worst that is true:
 * `not_linked`, `not_bound`: nothing can arrive yet. `refused`: the token was refused. `paused`: the plan was lost.
 * `offline`: BigCommerce cannot be reached. `slow`: it asked to wait, or answered with an error.
 * `pulling`: reading orders. `idle`: waiting for the next pull.
 */
export const syncState = z.enum(['not_linked', 'not_bound', 'refused', 'paused', 'offline', 'slow', 'pulling', 'idle']);
export type SyncState = z.output<typeof syncState>;

const syncProblem = z.object({
  code: z.string(),
  /** A plain sentence about what happened, fit to show. */
  message: z.string(),
  nextStep: z.string(),
});

export type SyncProblem = z.output<typeof syncProblem>;

export const syncStatusView = z.object({
  state: syncState,
  lastPulledAt: instant.nullable(),
  problem: syncProblem.nullable(),
  nextTryAt: instant.nullable(),
  /** Orders read so far in this pull, and how many there are when that is known. */
  progress: z.object({ done: z.number().int(), total: z.number().int().nullable() }).nullable(),
  outbox: z.object({ pending: z.number().int(), parked: z.number().int() }),
  held: z.number().int(),
});
export type SyncStatusView = z.output<typeof syncStatusView>;

export const syncProcedures = {
  'sync.now': command({
    allowed: 'anyone',
    description: 'One exchange, now: orders come in, then stock levels go out. Answers when it has ended.',
    input: nothing,
    output: z.object({
      orders: z.object({
        seen: z.number().int(),
        imported: z.number().int(),
        updated: z.number().int(),
        held: z.number().int(),
        skipped: z.number().int(),
      }),
      outbox: z.object({ sent: z.number().int(), pending: z.number().int(), parked: z.number().int() }),
    }),
  }),
  'sync.wakeUp': command({
    allowed: 'anyone',
    description: 'The network came or went, or the machine woke: the next exchange begins now. Answers at once.',
    input: nothing,
    output: nothing,
  }),
  'sync.status': query({
    description: 'How the exchange with BigCommerce stands.',
    input: nothing,
    output: syncStatusView,
  }),
};
