import { expect, test } from 'vitest';
import { pinDelayMs, pinWaitMs } from '../../src/main/domain/pin-delay.ts';

test('each wrong PIN doubles what the next answer is held back for, up to half a minute (F6)', () => {
  expect([0, 1, 2, 3, 4, 7, 8, 9, 5000].map(pinDelayMs)).toEqual([
    0, 250, 500, 1000, 2000, 16_000, 30_000, 30_000, 30_000,
  ]);
});

test('time that has passed counts; a clock that was set back makes nobody wait longer than the delay itself', () => {
  const fourWrong = { wrong: 4, lastAt: 100_000 };
  expect([100_000, 100_500, 102_000, 999_999].map((now) => pinWaitMs(fourWrong, now))).toEqual([2000, 1500, 0, 0]);
  expect(pinWaitMs(fourWrong, 0)).toBe(2000);
});
