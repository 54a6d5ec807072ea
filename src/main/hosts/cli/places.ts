import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Places } from '../places.ts';

const root = new URL('../../../../', import.meta.url);
const packageFile = z.object({ version: z.string() });

/** The repository's root folder. */
export const rootFolder = fileURLToPath(root);

export const sourcePlaces = (): Places => ({
  syncWorker: new URL('src/main/sync-worker.ts', root),
  practiceWorker: new URL('src/practice-store/worker.ts', root),
  renderer: fileURLToPath(new URL('out/renderer', root)),
  version: packageFile.parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))).version,
});
