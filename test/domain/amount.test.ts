import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount, parseAmount } from '../../src/main/domain/amount.ts';

describe('money is an integer of ten-thousandths (R34)', () => {
  test.each([
    ['361.9500', 3_619_500],
    ['924.47', 9_244_700],
    ['8', 80_000],
    ['-0.0001', -1],
    ['12.34000000', 123_400],
    [12.34, 123_400],
    [0.1 + 0.2, 3_000],
    [-3, -30_000],
  ])('%s is read as %i', (value, amount) => {
    expect(parseAmount(value)).toBe(amount);
  });

  test.each([
    '',
    'abc',
    '1,5',
    '1.23456',
    '1e5',
    'NaN',
    '99999999999999999',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e300,
  ])('%s is not money, and nothing is guessed', (value) => {
    expect(parseAmount(value)).toBeNull();
  });

  test('what is written is read back as the same amount, for every amount', () => {
    const amounts = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    fc.assert(fc.property(amounts, (amount) => parseAmount(formatAmount(amount)) === amount + 0));
  });
});
