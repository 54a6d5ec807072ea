import { parentPort } from 'node:worker_threads';
import { readPageAsJson } from './bigcommerce/read-page.ts';

/** The thread that reads pages of orders while the sync thread stores the ones before: wiring only. */
parentPort?.on('message', (text: string) => parentPort?.postMessage(readPageAsJson(text)));
