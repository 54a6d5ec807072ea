import { describe, expect, test } from 'vitest';
import { pauseBefore, promptShare, quietShare } from '../../src/main/bigcommerce/sparing-client.ts';

const now = 1_790_000_000_000;
const quota = (requests: number, left: number) => ({ requests, windowMs: 30_000, left, resetsAt: now + 12_000 });

describe('a proof leaves the store’s quota to the other apps (bigcommerce.md §2)', () => {
  test('by itself it takes at most a tenth of it: 15 of the smallest plan’s 150 requests in 30 seconds', () => {
    const pause = pauseBefore(quietShare, { seen: quota(150, 140), lastAt: now, now });
    expect(30_000 / pause).toBe(15);
  });

  test('a larger quota has a larger tenth', () => {
    expect(pauseBefore(quietShare, { seen: quota(450, 440), lastAt: now, now })).toBeCloseTo(30_000 / 45);
  });

  test('before any answer it keeps to the smallest plan, and time that has passed counts', () => {
    expect(pauseBefore(quietShare, { seen: null, lastAt: now - 500, now })).toBe(1_500);
  });

  test.each([
    ['by itself', quietShare],
    ['asked for', promptShare],
  ])('%s it waits for the next window once half of the quota is gone', (_, share) => {
    expect(pauseBefore(share, { seen: quota(150, 74), lastAt: now - 60_000, now })).toBe(12_000);
  });

  test('asked for, it goes as fast as it can until then', () => {
    expect(pauseBefore(promptShare, { seen: quota(150, 76), lastAt: now, now })).toBe(0);
  });
});
