/** The real sync thread, which dies in the middle of whatever it does once a test has put `die` beside the database. */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workerData } from 'node:worker_threads';
import '../../src/main/sync-worker.ts';

const order = join(dirname(workerData.databaseFile), 'die');

setInterval(() => {
  if (!existsSync(order)) return;
  rmSync(order);
  process.exit(9);
}, 2).unref();
