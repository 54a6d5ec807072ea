import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Places } from '../places.ts';

const root = pathToFileURL(`${dirname(findPackageJSON('..', import.meta.url) ?? '')}/`);
const isBuilt = !import.meta.url.endsWith('.ts');
const packageFile = z.object({ version: z.string() });

/** The repository's root folder. */
export const rootFolder = fileURLToPath(root);

/** The module of the thread that copies and restores. */
export const ownBackupWorker = new URL(isBuilt ? 'out/main/backup-worker.js' : 'src/main/backup-worker.ts', root);

/** What is built starts what is built, and the sources start sources. */
export const ownPlaces = (): Places => ({
  syncWorker: new URL(isBuilt ? 'out/main/sync-worker.js' : 'src/main/sync-worker.ts', root),
  practiceWorker: new URL(isBuilt ? 'out/main/practice-store-worker.js' : 'src/practice-store/worker.ts', root),
  bundleWorker: new URL(isBuilt ? 'out/main/bundle-worker.js' : 'src/main/hosts/bundle-worker.ts', root),
  renderer: fileURLToPath(new URL('out/renderer', root)),
  version: packageFile.parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))).version,
});
