import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plant } from './plant.ts';

const ciRun = join(import.meta.dirname, '../../.ci/run');

interface Outcome {
  /** What `npm test` prints, and its exit code. */
  readonly tests: { readonly prints: string; readonly code: number };
  readonly checkCode?: number;
}

/** Runs `.ci/run` in a folder of its own, with an `npm` that only notes how it was called and ends as told. */
function runCi({ tests, checkCode = 0 }: Outcome) {
  const root = plant({
    '.ci/.keep': '',
    'summary.txt': tests.prints,
    'bin/npm': `#!/usr/bin/env bash
echo "npm $*" >> calls.txt
case "$*" in
  test) cat summary.txt; exit ${tests.code} ;;
  'run check') exit ${checkCode} ;;
esac
`,
  });
  chmodSync(join(root, 'bin/npm'), 0o755);
  copyFileSync(ciRun, join(root, '.ci/run'));
  const path = `${join(root, 'bin')}${delimiter}${process.env.PATH ?? ''}`;
  const { status, stdout } = spawnSync('bash', ['.ci/run'], {
    cwd: root,
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
  });
  const calls = readFileSync(join(root, 'calls.txt'), 'utf8').trim().split('\n');
  return { status, lastLine: stdout.trimEnd().split('\n').at(-1), calls };
}

describe.skipIf(process.platform === 'win32')('.ci/run (a bash script)', () => {
  test('installs, tests and checks, and ends with the number of tests', () => {
    const prints = ' Test Files  3 passed (3)\n      Tests  25 passed | 2 skipped (27)\n';
    expect(runCi({ tests: { prints, code: 0 } })).toEqual({
      status: 0,
      lastLine: '25 passed, 0 failed',
      calls: ['npm ci', 'npm test', 'npm run check'],
    });
  });

  test('fails as the tests fail, and says how many did', () => {
    const prints = ' Test Files  1 failed | 2 passed (3)\n      Tests  4 failed | 121 passed (125)\n';
    expect(runCi({ tests: { prints, code: 1 } })).toMatchObject({ status: 1, lastLine: '121 passed, 4 failed' });
  });

  test('counts a test file that does not load as a failure', () => {
    const prints = ' Test Files  1 failed | 2 passed (3)\n      Tests  20 passed (20)\n';
    expect(runCi({ tests: { prints, code: 1 } })).toMatchObject({ status: 1, lastLine: '20 passed, 1 failed' });
  });

  test('fails when the check fails, though every test passed', () => {
    const prints = ' Test Files  3 passed (3)\n      Tests  25 passed (25)\n';
    expect(runCi({ tests: { prints, code: 0 }, checkCode: 1 })).toMatchObject({
      status: 1,
      lastLine: '25 passed, 0 failed',
    });
  });

  test('does not pass when no test was seen to run', () => {
    expect(runCi({ tests: { prints: 'nothing here\n', code: 0 } })).toMatchObject({
      status: 1,
      lastLine: '0 passed, 0 failed',
    });
  });
});
