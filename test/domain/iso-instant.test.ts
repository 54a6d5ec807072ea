import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoInstant } from '../../src/main/domain/iso-instant.ts';

test('an instant is written as Date writes it, whichever it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }), (at) => {
      expect(isoInstant(at)).toBe(new Date(at).toISOString());
    }),
    { numRuns: 2_000 },
  );
  const around = [0, -1, 86_399_999, 86_400_000, Date.UTC(2024, 1, 29, 23, 59, 59, 999), Date.UTC(2026, 11, 31)];
  for (const at of [...around, ...around]) expect(isoInstant(at)).toBe(new Date(at).toISOString());
  expect(() => isoInstant(Number.NaN)).toThrow(RangeError);
  expect(() => isoInstant(8_640_000_086_400_000)).toThrow(RangeError);
});
