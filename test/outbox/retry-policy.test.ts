import { expect, test } from 'vitest';
import { LONGEST_PLAN_MS, retryDelay } from '../../src/main/outbox/retry-policy.ts';

test('each try waits up to twice as long as the one before, a quarter of an hour at most, by chance (design §3)', () => {
  const limits = [1, 2, 3, 8, 9, 40].map((tries) => retryDelay({ tries, random: 1 }));
  expect(limits).toEqual([4_000, 8_000, 16_000, 512_000, 900_000, 900_000]);
  expect(retryDelay({ tries: 9, random: 0 })).toBe(0);
  expect(retryDelay({ tries: 3, random: 0.25 })).toBe(4_000);
});

test('never sooner than BigCommerce asked to wait', () => {
  expect(retryDelay({ tries: 1, random: 0.1, askedMs: 30_000 })).toBe(30_000);
  expect(retryDelay({ tries: 9, random: 1, askedMs: 30_000 })).toBe(900_000);
});

test('no plan of its own lies so far ahead that it would be taken for one of a clock that was put back', () => {
  expect(retryDelay({ tries: 1_000, random: 1 })).toBeLessThan(LONGEST_PLAN_MS);
});
