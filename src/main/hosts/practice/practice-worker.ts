import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { PracticeAct } from '../../../practice-store/worker.ts';

const ready = z.object({ type: z.literal('ready'), baseUrl: z.string(), token: z.string(), storeHash: z.string() });
const acted = z.object({ type: z.literal('acted'), orderId: z.number().int().nullable() });
const opened = z.object({ type: z.literal('opened'), orders: z.number().int() });

/** How often a live practice store gets an order, in ms. */
export const newOrderEveryMs = 10_000;

export interface PracticeWorkerOptions {
  /** 0 or left out: any free port. */
  readonly port?: number | undefined;
  readonly seed?: number | undefined;
}

export interface OpeningHours {
  /** How many orders are placed at once. */
  readonly orders: number;
  readonly spreadOverDays?: number | undefined;
  /** Left out, no order follows by itself. */
  readonly live?: { readonly everyMs: number };
}

export interface PracticeWorker {
  /** The simulated store's API, e.g. `http://127.0.0.1:4010/stores/abc`. */
  readonly baseUrl: string;
  readonly token: string;
  readonly storeHash: string;
  /** Lets customers in; answers how many orders were placed. */
  readonly open: (hours: OpeningHours) => Promise<number>;
  /** Lets something happen there; answers the number of the order where one was placed. */
  readonly act: (act: PracticeAct) => Promise<number | null>;
  readonly stop: () => Promise<void>;
}

/** The next message of that shape; rejects when the worker fails or ends first. */
const messageOf = async <T>(worker: Worker, schema: z.ZodType<T>): Promise<T> => {
  const over = new AbortController();
  const ended = once(worker, 'exit', { signal: over.signal }).then(() => {
    throw new Error('The practice store ended before it answered.');
  });
  try {
    const [message] = await Promise.race([once(worker, 'message', { signal: over.signal }), ended]);
    return schema.parse(message);
  } finally {
    over.abort();
    ended.catch(() => undefined);
  }
};

/** Starts the simulated BigCommerce on 127.0.0.1 in a thread of its own. `module` is the thread's entry. */
export const startPracticeWorker = async (module: URL, options: PracticeWorkerOptions): Promise<PracticeWorker> => {
  const worker = new Worker(module, { workerData: options });
  const { baseUrl, token, storeHash } = await messageOf(worker, ready);
  return {
    baseUrl,
    token,
    storeHash,
    open: async (hours) => {
      worker.postMessage({ type: 'open', ...hours });
      return (await messageOf(worker, opened)).orders;
    },
    act: async (act) => {
      worker.postMessage({ type: 'act', act });
      return (await messageOf(worker, acted)).orderId;
    },
    stop: async () => {
      const ended = once(worker, 'exit');
      worker.postMessage({ type: 'stop' });
      await ended;
    },
  };
};
