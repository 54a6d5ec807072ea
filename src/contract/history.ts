import { z } from 'zod';
import { command, query } from './procedure.ts';
import { day, identifier, instant, money, nothing } from './values.ts';

const count = z.number().int();

/** One product's stock: by how much it changes, and what is on hand now and after. */
const stockChange = z.object({
  /** Null for a product that would be created. */
  productId: identifier.nullable(),
  sku: z.string(),
  name: z.string(),
  change: count,
  onHand: count,
  /** Of a rehearsal, on hand of this moment with the change; of an import, on hand of this moment. */
  after: count,
  isNegative: z.boolean(),
  /** False while only web orders moved it: then on hand says nothing about the shelf. */
  isKnown: z.boolean(),
});

/** What an import of history would do, or what it did (N3). */
export const historyOutcome = z.object({
  sales: z.object({
    total: count,
    closed: count,
    voided: count,
    /** Closed ones whose goods are still to be handed over: they come to Fulfillments. */
    toHandOver: count,
  }),
  /** Orders that become no sale, by why not. */
  leftOut: z.object({
    alreadyHere: count,
    pending: count,
    archived: count,
    fromThisTill: count,
    held: count,
  }),
  /** Newest first; a day of the outlet's calendar, one row for each currency. Voided sales are counted, not totalled. */
  days: z.array(z.object({ day, sales: count, total: money, returned: money })),
  totals: z.array(money),
  products: z.array(z.object({ sku: z.string(), name: z.string(), createdFrom: z.enum(['online_order', 'charge']) })),
  customers: z.array(z.object({ name: z.string(), email: z.string() })),
  /** Those that go below nothing first, the lowest before. */
  stock: z.array(stockChange),
  negative: count,
  held: z.array(z.object({ orderId: z.string(), reason: z.string(), message: z.string() })),
});
export type HistoryOutcome = z.output<typeof historyOutcome>;

const rehearsal = z.object({
  batchId: identifier,
  /** True: the sales are recorded, and take no stock and give none back, for ever. */
  leaveStock: z.boolean(),
  rehearsedAt: instant,
  /** As of when BigCommerce's orders were read. */
  ordersAsOf: instant.nullable(),
  outcome: historyOutcome,
});
export type HistoryRehearsal = z.output<typeof rehearsal>;

/**
 * `reading`: a rehearsal that was not finished. `rehearsed`: waits for a manager. `importing`: confirmed. `stopped`: paused
 * half-way. `imported`. `undoing`, `undone`.
 */
export const historyState = z.enum(['reading', 'rehearsed', 'importing', 'stopped', 'imported', 'undoing', 'undone']);

export const historyBatchView = z.object({
  batchId: identifier,
  state: historyState,
  leaveStock: z.boolean(),
  begunAt: instant,
  rehearsedAt: instant.nullable(),
  confirmedAt: instant.nullable(),
  confirmedBy: z.string().nullable(),
  importedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
  /** Sales that it recorded; of an undone one, those that stayed because somebody had begun to work on them. */
  sales: count,
  products: count,
  customers: count,
  held: count,
  /** Figures that came out otherwise than rehearsed. */
  differs: z.array(
    z.object({
      part: z.string(),
      name: z.string(),
      rehearsed: z.number().nullable(),
      happened: z.number().nullable(),
    }),
  ),
});
export type HistoryBatchView = z.output<typeof historyBatchView>;

const historyStatus = z.object({
  /** Null while it is locked: the default. */
  unlockedUntil: instant.nullable(),
  /** What has to be known before an import (R78). */
  warning: z.string(),
  /** The store's name, to be typed to confirm; null where none is linked. */
  storeName: z.string().nullable(),
  running: z
    .object({
      doing: z.enum(['reading', 'rehearsing', 'importing', 'undoing']),
      done: count,
      /** Null while it is not known. */
      total: count.nullable(),
    })
    .nullable(),
  /** What stopped it last; an import and an undoing go on by themselves. */
  problem: z.object({ message: z.string(), nextStep: z.string() }).nullable(),
  /** The batch that is not at its end yet. */
  open: historyBatchView.nullable(),
  /** Newest first, without the open one. */
  batches: z.array(historyBatchView),
});
export type HistoryStatus = z.output<typeof historyStatus>;

const batchInput = z.object({
  /** The newest unless given. */
  batchId: identifier.optional(),
});

export const historyProcedures = {
  'history.status': query({
    description: 'Whether the import of orders from before the link is unlocked, what runs, and every batch so far.',
    input: nothing,
    output: historyStatus,
  }),
  'history.unlock': command({
    allowed: 'manager',
    description:
      "Unlocks the import of history with Retail Support's code, for a manager (R77). Nothing is imported by it.",
    input: z.object({ code: z.string().min(1).max(2_000) }),
    output: z.object({ unlockedUntil: instant }),
  }),
  'history.rehearse': command({
    allowed: 'manager',
    description:
      'Reads all past orders and tells what importing them would do: sales, revenue, products, customers, stock. Imports nothing (N3).',
    input: z.object({
      /** Record sales, leave stock alone. */
      leaveStock: z.boolean().default(false),
    }),
    output: rehearsal,
  }),
  'history.outcome': query({
    description: 'What a batch was rehearsed to do, or what it did, figure by figure.',
    input: batchInput.extend({
      /** What it did where it was imported, unless given. */
      run: z.enum(['rehearsed', 'imported']).optional(),
    }),
    output: historyOutcome,
  }),
  'history.import': command({
    allowed: 'manager',
    description:
      'Imports what was rehearsed, or goes on with it. It can change inventory levels, and putting that right takes time (R78).',
    input: batchInput.extend({
      /** The store's name, typed to confirm. */
      typedName: z.string().max(200),
    }),
    output: historyBatchView,
  }),
  'history.cancel': command({
    allowed: 'anyone',
    description:
      'Stops what runs after the page at hand. What was read is kept; an import half-way can go on or be undone.',
    input: nothing,
    output: historyStatus,
  }),
  'history.undo': command({
    allowed: 'manager',
    description:
      'Takes a batch back: its sales, payments and stock movements, and what it created and nothing else uses.',
    input: batchInput.extend({
      /** Orders that staff worked on since, or whose money is in a closed till, stay; else the undoing is refused. */
      keepWorkedOn: z.boolean().default(false),
    }),
    output: historyBatchView,
  }),
};
