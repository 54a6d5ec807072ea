import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder, deleted with all that is in it. For use in hooks; a test uses `temporaryFolder`. */
export const makeFolder = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'tillbridge-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
};

/** An empty folder of the running test's own, deleted when the test ends. */
export const temporaryFolder = (): string => {
  const { path, remove } = makeFolder();
  onTestFinished(remove);
  return path;
};
