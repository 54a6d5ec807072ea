import { describe, expect, test } from 'vitest';
import { createScanReader } from '../../src/renderer/state/scan-reader.ts';

/** Keys at the pace given, and the Enter after them at the same pace. */
const entered = (code: string, gapMs: number): string | null => {
  const reader = createScanReader();
  const keys = [...code];
  for (const [index, key] of keys.entries()) reader.add(key, index * gapMs);
  return reader.take(keys.length * gapMs);
};

describe('telling a scanner from a hand', () => {
  test('a code that comes at the pace of a scanner is a scan, be the scanner a quick or a slow one', () => {
    expect(entered('4006381333931', 2)).toBe('4006381333931');
    expect(entered('MUG-1', 60)).toBe('MUG-1');
  });

  test('the same code typed by hand is none, nor are three keys however fast', () => {
    expect(entered('4006381333931', 90)).toBeNull();
    expect(entered('120', 2)).toBeNull();
  });

  test('what was typed before a scan is no part of the code', () => {
    const reader = createScanReader();
    expect(reader.add('1', 0)).toBe(false);
    expect(reader.add('2', 150)).toBe(false);
    expect([...'MUG1'].map((key, index) => reader.add(key, 400 + index * 5))).toEqual([false, true, true, true]);
    expect(reader.take(420)).toBe('MUG1');
  });

  test('a code is taken once, and an Enter that comes late takes none', () => {
    const reader = createScanReader();
    for (const [index, key] of [...'MUG-1'].entries()) reader.add(key, index * 5);
    expect(reader.take(400)).toBeNull();
    expect(reader.take(401)).toBeNull();
  });
});
