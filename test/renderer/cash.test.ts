import { expect, test } from 'vitest';
import { denominationsOf, moneyOf, sumOfPieces, unitsOf } from '../../src/renderer/format/cash.ts';

test('coins and notes add up to the last decimal, without floats (law 9)', () => {
  const pieces = [
    { value: '0.10', count: 3 },
    { value: '0.01', count: 1 },
    { value: '100', count: 90_071_992_547 },
  ];
  expect(moneyOf(sumOfPieces(pieces), 'USD')).toEqual({ amount: '9007199254700.3100', currency: 'USD' });
});

test('an amount is the same after it was taken apart, also a negative one', () => {
  for (const amount of ['0.0000', '12.3400', '-0.0500', '-9007199254740993.0001']) {
    expect(moneyOf(unitsOf(amount), 'EUR').amount).toBe(amount);
  }
});

test('the coins of every currency are counted from the largest down', () => {
  for (const currency of ['USD', 'EUR', 'JPY', 'XXX']) {
    const values = denominationsOf(currency).map(Number);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  }
});
