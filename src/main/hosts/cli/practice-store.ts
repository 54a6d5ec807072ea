import { newOrderEveryMs, type PracticeWorkerOptions, startPracticeWorker } from '../practice/practice-worker.ts';
import { print } from './output.ts';
import { ownPlaces } from './places.ts';
import { untilStopped } from './until-stopped.ts';

/** `practice-store`: only the simulated BigCommerce; prints its base URL and token, and runs until it is told to stop. */
export const runPracticeStore = async (options: PracticeWorkerOptions & { readonly orders: number }) => {
  const { orders, ...workerOptions } = options;
  const store = await startPracticeWorker(ownPlaces().practiceWorker, workerOptions);
  // A till that is linked now leaves out what was there before (R74): more orders arrive for it.
  await store.open({ orders, live: { everyMs: newOrderEveryMs } });
  await print(`base URL: ${store.baseUrl}\ntoken: ${store.token}`);
  await untilStopped();
  await store.stop();
  return 0;
};
