import type { SupportBundle } from '../app.ts';
import { startTask } from '../backup/task-thread.ts';
import type { Places } from './places.ts';
import type { BundleOrder } from './support-bundle.ts';

/** How a host writes the file for support: on a thread, for the doctor reads the whole database. */
export const supportBundleOf =
  (folder: string, { bundleWorker, version }: Places): SupportBundle =>
  (onProgress) =>
    startTask(bundleWorker, { folder, version, now: Date.now() } satisfies BundleOrder, onProgress);
