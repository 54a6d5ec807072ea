import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StoreProblem } from '../../src/main/bigcommerce/problem.ts';
import { createPace } from '../../src/main/pull/pace.ts';
import { NotReady } from '../../src/main/pull/problem-of.ts';
import { createPullLoop } from '../../src/main/pull/pull-loop.ts';
import type { PullCounts } from '../../src/main/pull/tally.ts';

const quiet: PullCounts = { seen: 0, imported: 0, updated: 0, held: 0, skipped: 0 };

const loopOver = (pullOnce: () => Promise<PullCounts>) => {
  const problems: unknown[] = [];
  const rests: (number | null)[] = [];
  const loop = createPullLoop({
    pullOnce,
    pace: createPace(
      () => ({ shortestMs: 1_000, longestMs: 4_000 }),
      () => 1,
    ),
    clock: Date.now,
    onResting: (at) => rests.push(at === null ? null : at - Date.now()),
    onProblem: (error) => problems.push(error),
    onSuccess: () => undefined,
  });
  return { loop, problems, rests };
};

describe('the pull comes back by itself (R14)', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('it rests longer while nothing happens, and briefly again once orders come', async () => {
    const answers = [quiet, quiet, quiet, { ...quiet, imported: 1 }];
    const { loop, rests } = loopOver(async () => answers.shift() ?? quiet);
    loop.start();
    for (const ms of [0, 1_000, 1_500, 2_250]) await vi.advanceTimersByTimeAsync(ms);
    expect(rests).toEqual([0, 1_000, 1_500, 2_250, 1_000]);
    await loop.stop();
  });

  test('without a network it tries again, later each time, and goes on as soon as there is one', async () => {
    let away = true;
    const { loop, problems, rests } = loopOver(async () => {
      if (away) throw new StoreProblem('unreachable');
      return quiet;
    });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(rests).toEqual([0, 2_000, 4_000]);
    away = false;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(problems).toHaveLength(2);
    expect(rests.at(-1)).toBe(1_000);
    await loop.stop();
  });

  test('it waits as long as BigCommerce asked to', async () => {
    const { loop, rests } = loopOver(async () => {
      throw new StoreProblem('busy', '', { retryAfterMs: 25_000 });
    });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(rests.at(-1)).toBe(25_000);
    await loop.stop();
  });

  test('whoever asks while a pull runs gets the next one, shared with all who asked', async () => {
    const finish: ((counts: PullCounts) => void)[] = [];
    const { loop } = loopOver(() => new Promise((resolve) => finish.push(resolve)));
    const first = loop.now();
    const second = loop.now();
    const third = loop.now();
    finish[0]?.(quiet);
    await first;
    await vi.advanceTimersByTimeAsync(0);
    finish[1]?.({ ...quiet, imported: 2 });
    expect(await second).toMatchObject({ imported: 2 });
    expect(await third).toMatchObject({ imported: 2 });
    expect(finish).toHaveLength(2);
  });

  test('without a link it waits to be started again instead of asking nobody (R5)', async () => {
    const { loop, rests } = loopOver(async () => {
      throw new NotReady('not_linked');
    });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(rests.at(-1)).toBeNull();
    await loop.stop();
  });
});
