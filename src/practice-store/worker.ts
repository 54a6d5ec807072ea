import { parentPort, workerData } from 'node:worker_threads';
import { startPracticeStore } from './practice-store.ts';
import type { PracticeStoreOptions } from './practice-store-options.ts';

/** How a practice store off the caller's thread is set up; a clock cannot be handed to another thread. */
export type PracticeWorkerOptions = Omit<PracticeStoreOptions, 'clock'>;

/** What the worker is told. */
export type PracticeWorkerRequest =
  | {
      readonly type: 'open';
      readonly orders: number;
      readonly spreadOverDays?: number;
      /** Goes live once the orders are there. */
      readonly live?: { readonly everyMs?: number; readonly seed?: number };
    }
  | { readonly type: 'place'; readonly orders: number }
  | { readonly type: 'stop' };

/** What it says: `ready` first, then one answer to each request; after `stopped` its thread ends. */
export type PracticeWorkerReport =
  | { readonly type: 'ready'; readonly baseUrl: string; readonly token: string; readonly storeHash: string }
  | { readonly type: 'opened' | 'placed'; readonly orders: number }
  | { readonly type: 'stopped' };

const port = parentPort;
if (port === null) throw new Error('This module is the entry of a worker thread; start it with new Worker(…).');

const report = (message: PracticeWorkerReport): void => port.postMessage(message);

const store = await startPracticeStore(workerData as PracticeWorkerOptions | undefined);

port.on('message', (request: PracticeWorkerRequest) => {
  switch (request.type) {
    case 'open': {
      const ids = store.placeOrders(request.orders, { spreadOverDays: request.spreadOverDays });
      if (request.live !== undefined) store.live.start(request.live);
      report({ type: 'opened', orders: ids.length });
      return;
    }
    case 'place':
      report({ type: 'placed', orders: store.placeOrders(request.orders).length });
      return;
    case 'stop':
      void store.stop().then(() => {
        report({ type: 'stopped' });
        port.close();
      });
  }
});

report({ type: 'ready', baseUrl: store.baseUrl, token: store.token, storeHash: store.storeHash });
