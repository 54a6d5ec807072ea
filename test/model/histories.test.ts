import { expect, test } from 'vitest';
import { findDifference } from './find-difference.ts';
import { type Play, play } from './play.ts';

/** The short form; `HISTORIES=11000 SEED=7` makes it long (more than 100,000 steps), with other histories. */
const histories = Number(process.env.HISTORIES ?? 2_000);
const seed = Number(process.env.SEED ?? 20_260_302);

test(
  `after every pull of ${histories} random histories the till shows what the rules say (R12–R41, R42–R73)`,
  async () => {
    const { steps, report } = await findDifference(play, { histories, seed });
    if (process.env.HISTORIES !== undefined) process.stdout.write(`${histories} histories, ${steps} steps\n`);
    expect(report).toBeNull();
    expect(steps).toBeGreaterThan(histories * 5);
  },
  240_000 + histories * 100,
);

test('a history that differs is found again alone, and shrunk to what it needs to differ', async () => {
  // A till that fails at every cancelled order.
  const failing: Play = async (played) => ({
    steps: 1,
    failures: played.flatMap((history, owner) =>
      history.rounds.flat().some((step) => step.do === 'cancel') ? [{ owner, round: 0, differences: ['too bad'] }] : [],
    ),
  });
  const { report } = await findDifference(failing, { histories: 500, seed: 3 });
  const steps = report?.split('\n').filter((line) => line.includes('"do":'));
  expect(steps).toEqual(['  {"do":"cancel","order":0}']);
  expect(report).toMatch(/^Seed \d+, path "[\d:]+":/);
  expect(report).toContain('too bad');
});
