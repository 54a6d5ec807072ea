import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { protections } from '../test/security/protections.ts';

/**
 * Takes each protection out of the sources, one after the other, and runs the test that has to notice. Prints one line
 * each and fails where a test stayed green. Needs a tree without changes, and some minutes: `npm run security:undo`.
 */
const root = join(import.meta.dirname, '..');
const only = process.argv[2] ?? '';

const testNotices = (test: string): boolean => {
  const project = test.endsWith('.built.test.ts') ? 'built' : 'sources';
  const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--bail=1', '--project', project, test];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' }).status !== 0;
};

let missed = 0;
for (const { what, file, from, to, test } of protections.filter(({ what: name }) => name.includes(only))) {
  const path = join(root, file);
  const whole = readFileSync(path, 'utf8');
  if (whole.split(from).length !== 2) throw new Error(`"${from}" is not once in ${file}.`);
  writeFileSync(path, whole.replace(from, to));
  try {
    const noticed = testNotices(test);
    if (!noticed) missed += 1;
    process.stdout.write(`${noticed ? 'noticed' : 'MISSED '}  ${what}  (${test})\n`);
  } finally {
    writeFileSync(path, whole);
  }
}
process.exitCode = missed === 0 ? 0 : 1;
