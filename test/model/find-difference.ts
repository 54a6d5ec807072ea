import fc from 'fast-check';
import { calm, type History, history, type Step, type Weather, weather } from './history.ts';
import type { Failure, Play } from './play.ts';

export interface Search {
  readonly histories: number;
  /** The same seed gives the same histories. */
  readonly seed: number;
  readonly batch?: number;
}

export interface Found {
  /** Changes and pulls that were played. */
  readonly steps: number;
  /** The smallest history that differs, with its seed and its steps, as text; null where all were equal. */
  readonly report: string | null;
}

/** How long a difference is made smaller, in ms. */
const shrinkFor = 120_000;

/**
 * Plays random histories in batches that share a store and a till. The first that differs is played again alone, on a
 * store and a till of its own, and shrunk: in calm weather where it differs there too, else in that of its batch.
 */
export const findDifference = async (play: Play, { histories, seed, batch = 250 }: Search): Promise<Found> => {
  let steps = 0;
  for (let played = 0; played < histories; played += batch) {
    const batchSeed = seed + played;
    const sample = fc.sample(history, { seed: batchSeed, numRuns: Math.min(batch, histories - played) });
    const [air = calm] = fc.sample(weather, { seed: batchSeed, numRuns: 1 });
    const result = await play(sample, air);
    steps += result.steps;
    const [failure] = result.failures;
    if (failure !== undefined) return { steps, report: await explain(play, sample, air, failure, batchSeed) };
  }
  return { steps, report: null };
};

const explain = async (
  play: Play,
  sample: readonly History[],
  air: readonly Weather[],
  failure: Failure,
  seed: number,
): Promise<string> => {
  for (const around of [calm, air]) {
    const alone = await playAlone(play, around, seed, failure.owner);
    if (alone !== null) return alone;
  }
  const owner = sample[failure.owner];
  return [
    `Seed ${seed}, history ${failure.owner} of ${sample.length}: differs only beside the others of its batch.`,
    ...(owner === undefined ? [] : toldSteps(owner, air)),
    ...failure.differences,
  ].join('\n');
};

/** The history at one place of a seed's stream, shrunk while it differs; null where it does not differ alone. */
const playAlone = async (
  play: Play,
  around: readonly Weather[],
  seed: number,
  place: number,
): Promise<string | null> => {
  if (place < 0) return null;
  let differences: readonly string[] = [];
  const equal = fc.asyncProperty(history, async (one) => {
    const { failures } = await play([one], around);
    if (failures.length > 0) differences = failures.flatMap((each) => each.differences);
    return failures.length === 0;
  });
  const result = await fc.check(equal, {
    seed,
    path: String(place),
    numRuns: 1,
    interruptAfterTimeLimit: shrinkFor,
  });
  const [smallest] = result.counterexample ?? [];
  if (smallest === undefined) return null;
  return [
    `Seed ${seed}, path "${result.counterexamplePath}", shrunk ${result.numShrinks} times:`,
    ...toldSteps(smallest, around),
    ...differences,
  ].join('\n');
};

/** A history as lines to read. */
const toldSteps = ({ early, first, rounds }: History, air: readonly Weather[]): string[] => [
  `  place, ${early ? 'before the link' : 'after the link'}: ${JSON.stringify(first)}`,
  ...rounds.flatMap((round, index) => [
    ...toldWeather(air[index]),
    ...round.map((step: Step) => `  ${JSON.stringify(step)}`),
    '  pull',
  ]),
];

const toldWeather = (now: Weather | undefined): string[] => (now === undefined ? [] : [`  ${JSON.stringify(now)}`]);
