import { describe, expect, test } from 'vitest';
import { createQuota, HURRIED_RESERVE, USUAL_RESERVE } from '../../src/main/bigcommerce/quota.ts';
import { openClient } from '../support/direct-client.ts';
import { openStore } from '../support/linked-till.ts';

const opened = 1_790_000_000_000;

const openQuota = () => {
  let now = opened;
  const quota = createQuota(() => now);
  const answer = (left: number, resetMs: number) =>
    quota.answered({
      'x-rate-limit-requests-quota': '100',
      'x-rate-limit-requests-left': String(left),
      'x-rate-limit-time-reset-ms': String(resetMs),
      'x-rate-limit-time-window-ms': '30000',
    });
  const taken = (most: number, reserve = USUAL_RESERVE) => {
    let count = 0;
    while (count < most && quota.take(reserve) === 0) count += 1;
    return count;
  };
  return {
    quota,
    answer,
    taken,
    wait: (ms: number) => {
      now += ms;
    },
  };
};

describe('the store’s quota, with requests on their way (bigcommerce.md §2)', () => {
  test('what is on its way counts as used: the answers may have been given before it arrived', () => {
    const { quota, answer, taken } = openQuota();
    quota.take(USUAL_RESERVE);
    answer(30, 10_000);
    expect(taken(50), '30 left, of which a fifth of 100 is for others').toBe(11);
    expect(quota.take(USUAL_RESERVE)).toBe(10_000);
  });

  test('what staff did leaves others a twentieth', () => {
    const { quota, answer, taken } = openQuota();
    quota.take(0);
    answer(30, 10_000);
    expect(taken(50, HURRIED_RESERVE)).toBe(26);
  });

  test('an answer without a word about it was a request all the same', () => {
    const { quota, answer, taken } = openQuota();
    quota.take(0);
    answer(30, 10_000);
    for (let each = 0; each < 5; each++) {
      quota.take(0);
      quota.answered(null);
    }
    expect(taken(50)).toBe(6);
  });

  test('the next window has all of it, less what is still on its way', () => {
    const { quota, answer, taken, wait } = openQuota();
    quota.take(0);
    answer(40, 10_000);
    expect(taken(100)).toBe(21);
    wait(10_000);
    expect(taken(200)).toBe(60);
  });

  test('an answer from the window before, which overtook nothing, does not shorten this one', () => {
    const { quota, answer, taken, wait } = openQuota();
    for (let each = 0; each < 3; each++) quota.take(0);
    answer(40, 1_000);
    wait(2_000);
    answer(95, 29_000);
    answer(3, 50);
    expect(taken(200)).toBe(76);
  });

  test('after a 429 nothing is asked until the window has passed', () => {
    const { quota, answer, wait } = openQuota();
    quota.take(0);
    answer(0, 4_000);
    expect(quota.take(0)).toBe(4_000);
    wait(4_000);
    expect(quota.take(0)).toBe(0);
  });
});

test('many at once never go over the quota of a store', async () => {
  const store = await openStore({ quota: { requests: 20, windowMs: 400 } });
  store.script({ kind: 'delay', delayMs: 30, times: 1_000 });
  const client = openClient(store);
  await client.get('/v2/time');
  const ask = async () => {
    for (let each = 0; each < 10; each++) await client.get('/v2/time');
  };
  await client.hurry(() => Promise.all(Array.from({ length: 6 }, ask)));
  expect(store.received).toHaveLength(61);
  expect(store.received.filter(({ status }) => status === 429)).toEqual([]);
});
