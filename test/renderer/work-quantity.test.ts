import { describe, expect, test } from 'vitest';
import { onHandAfter, parseQuantity, quantityFor, stepped } from '../../src/renderer/state/work-quantity.ts';

describe('entering a quantity', () => {
  test('whole numbers are read, with any minus sign; everything else is no quantity', () => {
    expect(['12', ' 0 ', '+3', '-4', '−4', '007'].map(parseQuantity)).toEqual([12, 0, 3, -4, -4, 7]);
    expect(['', '-', '1.5', '1e3', 'twelve', '12 3', '99999999999'].map(parseQuantity)).toEqual(Array(7).fill(null));
    expect(parseQuantity('2000000000')).toBeNull();
  });

  test('a count may be 0, a receipt may not, and a correction has a sign and is not 0 (R32)', () => {
    expect(quantityFor('count', '0')).toEqual({ quantity: 0 });
    expect(quantityFor('count', '-1')).toEqual({ rule: 'from_zero' });
    expect(quantityFor('receive', '0')).toEqual({ rule: 'from_one' });
    expect(quantityFor('damage', '2')).toEqual({ quantity: 2 });
    expect(quantityFor('adjust', '-2')).toEqual({ quantity: -2 });
    expect(quantityFor('adjust', '0')).toEqual({ rule: 'signed' });
    expect(quantityFor('transfer', '')).toEqual({ rule: 'from_one' });
  });

  test('a count replaces on hand, the others move it, also below zero (R30)', () => {
    expect(onHandAfter('count', 7, 3)).toBe(3);
    expect(onHandAfter('receive', -2, 5)).toBe(3);
    expect(onHandAfter('adjust', 7, -3)).toBe(4);
    expect(onHandAfter('damage', 1, 3)).toBe(-2);
    expect(onHandAfter('transfer', 7, 3)).toBe(4);
  });

  test('one more begins at one, and one fewer ends at nothing unless it is a correction', () => {
    expect(stepped('count', '', 1)).toBe('1');
    expect(stepped('count', '4', 1)).toBe('5');
    expect(stepped('receive', '', -1)).toBe('0');
    expect(stepped('adjust', '', -1)).toBe('-1');
  });
});
