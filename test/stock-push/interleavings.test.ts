import fc from 'fast-check';
import { expect, test } from 'vitest';
import { story } from './story.ts';
import { tellStory } from './tell-story.ts';

/** The short form; `RUNS=5000 SEED=7` makes it long, with other stories. */
const runs = Number(process.env.RUNS ?? 40);
const seed = Number(process.env.SEED ?? 20_260_302);

test(
  `after each of ${runs} random stories BigCommerce has what is here, and nothing is left to be told (R27–R32)`,
  async () => {
    const isTrue = fc.asyncProperty(story, async (told) => {
      expect(await tellStory(told)).toEqual([]);
    });
    await fc.assert(isTrue, {
      numRuns: runs,
      seed,
      interruptAfterTimeLimit: 60_000 + runs * 1_000,
      markInterruptAsFailure: true,
    });
    if (process.env.RUNS !== undefined) process.stdout.write(`${runs} stories from seed ${seed}\n`);
  },
  120_000 + runs * 1_500,
);
