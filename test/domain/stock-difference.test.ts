import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LineStock, stockDifference } from '../../src/main/domain/stock-difference.ts';

const mug = (taken: number): LineStock => ({ lineId: '1', productKey: 7, taken });

describe('stock moves by the difference between the order and the ledger (R27–R29, R71)', () => {
  test('a first import takes what was sold', () => {
    expect(stockDifference({ target: [mug(3)], ledger: [], newReturns: [], otherwise: 'sale' })).toEqual([
      { lineId: '1', productKey: 7, quantity: -3, cause: { kind: 'sale' } },
    ]);
  });

  test('a void gives back what is still out, net of what already came back (R64, R67)', () => {
    expect(stockDifference({ target: [], ledger: [mug(2)], newReturns: [], otherwise: 'void' })).toEqual([
      { lineId: '1', productKey: 7, quantity: 2, cause: { kind: 'void' } },
    ]);
  });

  test('a refund and an edit read together are two movements, each with its cause (R65, R72)', () => {
    const back = { refundId: 9, lineId: '1', quantity: 1 };
    expect(stockDifference({ target: [mug(1)], ledger: [mug(5)], newReturns: [back], otherwise: 'edit' })).toEqual([
      { lineId: '1', productKey: 7, quantity: 1, cause: { kind: 'return', refundId: 9 } },
      { lineId: '1', productKey: 7, quantity: 3, cause: { kind: 'edit' } },
    ]);
  });

  test('a line that now names another product gives one back and takes the other', () => {
    const other = { lineId: '1', productKey: 8, taken: 2 };
    const due = stockDifference({ target: [other], ledger: [mug(2)], newReturns: [], otherwise: 'edit' });
    expect(due.map((movement) => [movement.productKey, movement.quantity])).toEqual([
      [8, -2],
      [7, 2],
    ]);
  });

  test('asked again after its answer was written, it answers with nothing, for any order and ledger', () => {
    const stock = fc.uniqueArray(
      fc.record({
        lineId: fc.constantFrom('1', '2'),
        productKey: fc.constantFrom(7, 8),
        taken: fc.integer({ min: 1, max: 9 }),
      }),
      { selector: (line) => `${line.lineId}/${line.productKey}` },
    );
    const returns = fc.array(
      fc.record({ refundId: fc.nat(), lineId: fc.constantFrom('1', '2'), quantity: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(stock, stock, returns, (target, ledger, newReturns) => {
        const due = stockDifference({ target, ledger, newReturns, otherwise: 'edit' });
        const after = [...ledger, ...due.map((movement) => ({ ...movement, taken: -movement.quantity }))];
        expect(stockDifference({ target, ledger: after, newReturns, otherwise: 'edit' })).toEqual([]);
      }),
    );
  });
});
