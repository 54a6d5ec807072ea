import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Tests start the app some hundred times, in threads and processes of its own: what the sources compile to is kept.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'tillbridge-compile-cache');
// The screens speak the language of the system: what a test reads is the same on a German machine.
process.env.LC_ALL = 'en_US.UTF-8';

/** Tests of the app as it is built and started, which is built first; the others run from the sources alone. */
const ofTheBuiltApp = ['test/**/*.built.test.ts'];

/** What takes minutes begins first, so that at the end no core waits for the other. */
const takesMinutes = /[/\\]test[/\\](faults|model)[/\\]/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => Number(takesMinutes.test(moduleId));
    return sorted.toSorted((a, b) => isLong(b) - isLong(a));
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Whatever starts a till as a process starts what is built.
    globalSetup: 'test/support/build-app.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'sources',
          include: ['test/**/*.test.ts'],
          exclude: ofTheBuiltApp,
          // Six times what the longest of them takes here: a limit ends what hangs, and measures no machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A fact that is waited for may take as long as its test: the second that is usual is no fact about the shop.
          expect: { poll: { timeout: 50_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: ofTheBuiltApp,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
