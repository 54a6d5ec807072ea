import { expect, test } from 'vitest';
import { denominationsOf, moneyOf, sumOfPieces, typedAmount, unitsOf } from '../../src/renderer/format/cash.ts';

test('an amount is typed with a point or a comma, and anything else is none', () => {
  expect(['150', ' 12,5 ', '0.10', '12.3456'].map(typedAmount)).toEqual(['150', '12.5', '0.10', '12.3456']);
  expect(['', '-5', '1,000.50', '12.', '1.23456', 'ten', '1e3'].map(typedAmount)).toEqual(Array(7).fill(null));
});

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
