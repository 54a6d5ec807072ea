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
      () => ({ shortestMs: 1_000, longestMs: 4_000, wokenMs: 600 }),
      () => 1,
    ),
    isLively: ({ imported }) => imported > 0,
    askedToWait: () => null,
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

  test('asleep it begins nothing, and once the machine wakes it begins at once', async () => {
    let pulls = 0;
    const { loop, rests } = loopOver(async () => {
      pulls += 1;
      return quiet;
    });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    loop.sleep();
    await vi.advanceTimersByTimeAsync(3_600_000);
    loop.wake();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(pulls).toBe(1);
    expect(rests.at(-1)).toBeNull();
    loop.wakeUp();
    await vi.advanceTimersByTimeAsync(0);
    expect(pulls).toBe(2);
    await loop.stop();
  });

  test('falling asleep while one runs, that one is finished and none follows', async () => {
    const finish: (() => void)[] = [];
    const { loop, rests } = loopOver(() => new Promise((resolve) => finish.push(() => resolve(quiet))));
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    loop.sleep();
    finish[0]?.();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(finish).toHaveLength(1);
    expect(rests.at(-1)).toBeNull();
    loop.wakeUp();
    await vi.advanceTimersByTimeAsync(0);
    expect(finish).toHaveLength(2);
    finish[1]?.();
    await loop.stop();
  });

  test('a network that comes back is used at once, but never before BigCommerce allows', async () => {
    let problem = new StoreProblem('unreachable');
    const { loop, problems } = loopOver(async () => {
      throw problem;
    });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    loop.wakeUp();
    await vi.advanceTimersByTimeAsync(0);
    expect(problems).toHaveLength(2);
    problem = new StoreProblem('busy', '', { retryAfterMs: 25_000 });
    loop.wakeUp();
    await vi.advanceTimersByTimeAsync(0);
    expect(problems).toHaveLength(3);
    loop.wakeUp();
    await vi.advanceTimersByTimeAsync(24_999);
    expect(problems).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(1);
    expect(problems).toHaveLength(4);
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

  test('what staff do goes out a moment later, together, and not more often than the pace allows (R32)', async () => {
    const pulls: number[] = [];
    const began = Date.now();
    const { loop } = loopOver(async () => {
      pulls.push(Date.now() - began);
      return quiet;
    });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    await vi.advanceTimersByTimeAsync(500);
    loop.wake();
    await vi.advanceTimersByTimeAsync(200);
    loop.wake();
    await vi.advanceTimersByTimeAsync(100);
    expect(pulls).toEqual([0, 800]);
    loop.wake();
    await vi.advanceTimersByTimeAsync(599);
    expect(pulls).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(pulls).toEqual([0, 800, 1_400]);
    await loop.stop();
  });

  test('what staff do while one runs goes out with the next, soon after it', async () => {
    const finish: (() => void)[] = [];
    const { loop, rests } = loopOver(() => new Promise((resolve) => finish.push(() => resolve(quiet))));
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    loop.wake();
    finish[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(rests.at(-1)).toBe(600);
    await vi.advanceTimersByTimeAsync(600);
    finish[1]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(rests.at(-1)).toBe(1_500);
    await loop.stop();
  });

  test('what staff do does not hurry a pull that waits because BigCommerce is away', async () => {
    let pulls = 0;
    const { loop } = loopOver(async () => {
      pulls += 1;
      throw new StoreProblem('unreachable');
    });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    loop.wake();
    await vi.advanceTimersByTimeAsync(1_999);
    expect(pulls).toBe(1);
    await loop.stop();
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
