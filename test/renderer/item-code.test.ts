import { describe, expect, test } from 'vitest';
import { actionOf } from '../../src/renderer/state/action-codes.ts';
import { isCodeOf } from '../../src/renderer/state/item-code.ts';

const mug = { sku: 'Mug-Blue', barcode: '012345678905' };

describe('which article a scanned code means (R92)', () => {
  test.each(['MUG-BLUE', 'mug-blue', ' Mug-Blue ', '012345678905', '0012345678905', '12345678905'])(
    '%s means the mug: by SKU in any case, by UPC-A, by the same number as EAN-13 and without its zeros',
    (code) => {
      expect(isCodeOf(code, mug)).toBe(true);
    },
  );

  test.each(['MUG', 'MUG-BLUE-2', '012345678906', '9012345678905', '', '   '])('%j does not', (code) => {
    expect(isCodeOf(code, mug)).toBe(false);
  });

  test('an article without SKU and barcode is meant by no code', () => {
    expect(isCodeOf('', { sku: '', barcode: '' })).toBe(false);
    expect(isCodeOf('00000000', { sku: '', barcode: '' })).toBe(false);
  });

  test('zeros before a short SKU of digits are part of it', () => {
    expect(isCodeOf('12345', { sku: '0012345', barcode: '' })).toBe(false);
  });
});

describe('the scan card', () => {
  test('each of its codes asks for one thing, in any case; another code for nothing', () => {
    expect(actionOf('TB-NEXT')).toBe('next');
    expect(actionOf('tb-over')).toBe('hand_over');
    expect(actionOf('TB-NEXTS')).toBeNull();
    expect(actionOf('toString')).toBeNull();
  });
});
