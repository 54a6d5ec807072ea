import { randomUUID } from 'node:crypto';
import type { PrintRecorded } from '../../src/contract/prints.ts';
import type { OrderDraft } from '../../src/practice-store/practice-store.ts';
import { openPickBench, type PickBench } from '../fulfilment/pick-bench.ts';

interface Wish {
  readonly requestId?: string;
  readonly confirmed?: boolean;
  readonly printer?: string | null;
}

/** A shop where somebody prints what belongs to one order. */
export interface PrintBench extends PickBench {
  readonly fulfillmentId: string;
  readonly slip: (wish?: Wish) => Promise<PrintRecorded>;
  readonly pickList: (wish?: Wish) => Promise<PrintRecorded>;
  /** The fault of a slip that is to be refused. */
  readonly slipRefused: (wish?: Wish) => Promise<{ readonly code: string; readonly message: string }>;
  /** The whole journal, newest first. */
  readonly journal: () => Promise<PrintRecorded['job'][]>;
}

export const openPrintBench = async (draft: OrderDraft = {}): Promise<PrintBench> => {
  const bench = await openPickBench(draft);
  const { fulfillmentId } = await bench.now();
  const asked = (wish: Wish) => ({ requestId: randomUUID(), fulfillmentId, ...wish });
  return {
    ...bench,
    fulfillmentId,
    slip: (wish = {}) => bench.till.call('prints.slip', asked(wish)),
    pickList: (wish = {}) => bench.till.call('prints.pickList', asked(wish)),
    slipRefused: async (wish = {}) => {
      const reply = await bench.till.reply('prints.slip', asked(wish));
      if (reply.ok) throw new Error('The slip was not refused.');
      return reply.fault;
    },
    journal: async () => (await bench.till.call('prints.journal', {})).rows,
  };
};

/** The text of a page, without its marks. */
export const textOf = (html: string): string =>
  html
    .replace(/<(style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
