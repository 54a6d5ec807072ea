import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const script = join(import.meta.dirname, '../../scripts/build-if-stale.ts');

/** Before tests of the built app: what they run is what the sources say now. */
export default function buildApp(): void {
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The app could not be built, so nothing built can be tested.');
}
