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

/** How long a difference is made smaller by fast-check, and again by leaving out whole steps, in ms. */
const shrinkFor = 60_000;

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
  const differencesOf = async (one: History): Promise<readonly string[]> =>
    (await play([one], around)).failures.flatMap((failure) => failure.differences);
  const equal = fc.asyncProperty(history, async (one) => (await differencesOf(one)).length === 0);
  const shrinking = { seed, path: String(place), numRuns: 1, interruptAfterTimeLimit: shrinkFor };
  const { counterexample, counterexamplePath } = await fc.check(equal, shrinking);
  const [found] = counterexample ?? [];
  if (found === undefined) return null;
  const smallest = await withoutNeedless(found, async (one) => (await differencesOf(one)).length > 0);
  return [
    `Seed ${seed}, path "${counterexamplePath}":`,
    ...toldSteps(smallest, around),
    ...(await differencesOf(smallest)),
  ].join('\n');
};

/** Leaves out rounds at the end, then steps, for as long as it still differs. */
const withoutNeedless = async (found: History, differs: (one: History) => Promise<boolean>): Promise<History> => {
  const until = Date.now() + shrinkFor;
  let smallest = found;
  let smaller: History | undefined;
  do {
    smaller = undefined;
    for (const candidate of smallerThan(smallest)) {
      if (Date.now() > until) return smallest;
      if (!(await differs(candidate))) continue;
      smaller = candidate;
      break;
    }
    smallest = smaller ?? smallest;
  } while (smaller !== undefined);
  return smallest;
};

const smallerThan = (one: History): History[] => [
  ...(one.rounds.length > 1 ? [{ ...one, rounds: one.rounds.slice(0, -1) }] : []),
  ...one.rounds.flatMap((round, index) =>
    round.map((_, step) => ({ ...one, rounds: one.rounds.with(index, round.toSpliced(step, 1)) })),
  ),
];

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
