import { compareFigures, compareMarks, compareOnHand, compareParked, compareSilence } from './compare-stock.ts';
import { exchangeAmid } from './exchange-amid.ts';
import type { Step, Story } from './story.ts';
import { openWorld, type World } from './world.ts';

/** Tells a story to its end, lets it calm down, and answers what differs, a sentence each. */
export const tellStory = async (story: Story): Promise<string[]> => {
  const world = await openWorld(story);
  try {
    for (const step of story.steps) await live(world, step);
    return await calmDown(world, story);
  } finally {
    await world.close();
  }
};

const live = async (world: World, step: Step): Promise<void> => {
  if (step.do === 'exchange') await exchangeAmid(world, step.trouble, step.meanwhile);
  else world.perform(step);
};

/** So many exchanges, each a little more than the settling time after the last, settle everything. */
const CALM_EXCHANGES = 5;

const calmDown = async (world: World, story: Story): Promise<string[]> => {
  const differences: string[] = [];
  const exchange = async () => {
    world.wait(31);
    const { problem } = await world.till.exchange();
    if (problem !== null) differences.push(`an exchange in calm weather failed: ${String(problem)}`);
  };
  const exchanges = async () => {
    for (let round = 0; round < CALM_EXCHANGES && isAnyDue(world); round++) await exchange();
  };
  await exchange();
  if (isAtOnce(world, story)) differences.push(...compareFigures(world));
  await exchanges();
  differences.push(...compareParked(world));
  await exchanges();
  world.wait(31);
  return [
    ...differences,
    ...compareOnHand(world),
    ...compareFigures(world),
    ...compareMarks(world),
    ...compareSilence(world),
  ];
};

const isAnyDue = ({ till }: World): boolean =>
  till.db().get('SELECT 1 FROM products_to_push WHERE look_at IS NOT NULL') !== undefined;

/** One exchange that nothing disturbs is enough, where levels show at once, none was refused, and no clock was put back. */
const isAtOnce = ({ till }: World, { delayMs, steps }: Story): boolean => {
  const deeds = steps.flatMap((step) => (step.do === 'exchange' ? step.meanwhile.map(({ deed }) => deed) : step));
  const refused = till.db().get('SELECT 1 FROM inventory_items WHERE problem IS NOT NULL');
  return delayMs === 0 && refused === undefined && !deeds.some((deed) => deed.do === 'clock back');
};
