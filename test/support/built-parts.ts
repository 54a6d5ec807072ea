import { pathToFileURL } from 'node:url';
import type { Places } from '../../src/main/hosts/places.ts';
import { rootFolder } from './started-program.ts';

const built = (file: string): URL => new URL(`out/main/${file}`, pathToFileURL(`${rootFolder}/`));

/** For a till in the test's own process: threads as they are built, which begin in half the time of the sources; no screens. */
export const builtParts: Places = {
  syncWorker: built('sync-worker.js'),
  practiceWorker: built('practice-store-worker.js'),
  bundleWorker: built('bundle-worker.js'),
  renderer: '',
  version: '1.2.3',
};
