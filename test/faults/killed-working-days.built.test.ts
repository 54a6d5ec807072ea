import { expect, test } from 'vitest';
import { workKilledDays } from '../../faults/kills/working-days.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DAYS = Number(process.env.DAYS ?? 200);
const SEED = Number(process.env.SEED ?? 7);

test(`killed at a random instant of each of ${DAYS} working days: nothing is lost, and nothing sent twice in effect (F1)`, {
  timeout: 900_000,
}, async () => {
  const { complaints, journal } = await workKilledDays({
    days: DAYS,
    seed: SEED,
    folder: temporaryFolder(),
  });
  expect(complaints).toEqual([]);
  expect(journal.killed).toBe(DAYS);
  // Days on which nothing was ever done would hold anything.
  expect(journal.steps.size).toBeGreaterThan(DAYS / 2);
});
