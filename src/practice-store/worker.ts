import { parentPort, workerData } from 'node:worker_threads';
import type { OrderDraft } from './orders/order-draft.ts';
import { type PracticeStore, startPracticeStore } from './practice-store.ts';
import type { PracticeStoreOptions } from './practice-store-options.ts';

/** How a practice store off the caller's thread is set up; a clock cannot be handed to another thread. */
export type PracticeWorkerOptions = Omit<PracticeStoreOptions, 'clock'>;

/** Something that a shopper, the merchant or the network does. */
export type PracticeAct =
  | { readonly kind: 'order'; readonly draft: OrderDraft }
  | { readonly kind: 'cancel' | 'pay'; readonly orderId: number }
  | { readonly kind: 'refuse'; readonly forMs: number };

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
  | { readonly type: 'act'; readonly act: PracticeAct }
  | { readonly type: 'stop' };

/** What it says: `ready` first, then one answer to each request; after `stopped` its thread ends. */
export type PracticeWorkerReport =
  | { readonly type: 'ready'; readonly baseUrl: string; readonly token: string; readonly storeHash: string }
  | { readonly type: 'opened' | 'placed'; readonly orders: number }
  /** `orderId` where one was placed. */
  | { readonly type: 'acted'; readonly orderId: number | null }
  | { readonly type: 'stopped' };

const port = parentPort;
if (port === null) throw new Error('This module is the entry of a worker thread; start it with new Worker(…).');

const report = (message: PracticeWorkerReport): void => port.postMessage(message);

// Not awaited at the top of the module: a bundle of another module format could not do that. A store that does not
// start rejects here, unhandled, which ends the thread with an `error` event for its owner.
const starting = startPracticeStore(workerData as PracticeWorkerOptions | undefined);

const act = (store: PracticeStore, wish: PracticeAct): number | null => {
  if (wish.kind === 'order') return store.placeOrder(wish.draft);
  if (wish.kind === 'refuse') store.script({ kind: 'refuse', forMs: wish.forMs });
  else store[wish.kind](wish.orderId);
  return null;
};

const serve = async (request: PracticeWorkerRequest): Promise<void> => {
  const store = await starting;
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
    case 'act':
      report({ type: 'acted', orderId: act(store, request.act) });
      return;
    case 'stop':
      await store.stop();
      report({ type: 'stopped' });
      port.close();
  }
};

port.on('message', (request: PracticeWorkerRequest) => void serve(request));

void starting.then(({ baseUrl, token, storeHash }) => report({ type: 'ready', baseUrl, token, storeHash }));
