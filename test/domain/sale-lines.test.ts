import { describe, expect, test } from 'vitest';
import { saleLinesOf } from '../../src/main/domain/sale-lines.ts';
import { lineOf, orderOf } from './order-fixture.ts';

const totals = (lines: ReturnType<typeof saleLinesOf>) => ({
  total: lines.reduce((sum, line) => sum + line.total, 0),
  tax: lines.reduce((sum, line) => sum + line.tax, 0),
});

describe('the lines of a sale sum to its order, to the last decimal (R34)', () => {
  test('a tax-inclusive order with an order discount needs no rounding line', () => {
    // The worked example of bigcommerce.md §3.4.
    const order = orderOf({
      total: 24_000_000,
      totalTax: 1_251_200,
      discount: 1_000_000,
      lines: [lineOf({ quantity: 10, incTax: 25_000_000, exTax: 23_696_667, tax: 1_251_200 })],
    });
    const lines = saleLinesOf(order);
    expect(lines.map((line) => line.kind)).toEqual(['product', 'discount']);
    expect(totals(lines)).toEqual({ total: 24_000_000, tax: 1_251_200 });
  });

  test('where prices are entered without tax, a discount comes off the price and the tax is that of the rest', () => {
    const order = orderOf({
      taxInclusive: false,
      total: 990_000,
      totalTax: 90_000,
      discount: 100_000,
      lines: [lineOf({ incTax: 1_100_000, exTax: 1_000_000, tax: 90_000 })],
    });
    const lines = saleLinesOf(order);
    expect(lines.map((line) => line.kind)).toEqual(['product', 'discount']);
    expect(totals(lines)).toEqual({ total: 990_000, tax: 90_000 });
  });

  test('shipping, handling, wrapping and each fee are lines of their own; what costs nothing is no line (R35–R39)', () => {
    const charge = (amount: number) => ({ incTax: amount, exTax: amount, tax: 0 });
    const order = orderOf({
      total: 150_000,
      shipping: charge(20_000),
      wrapping: charge(15_000),
      fees: [{ feeId: '7', name: 'Oversize', ...charge(5_000) }],
    });
    expect(saleLinesOf(order).map((line) => [line.lineId, line.kind, line.total])).toEqual([
      ['1', 'product', 110_000],
      ['shipping', 'shipping', 20_000],
      ['wrapping', 'wrapping', 15_000],
      ['fee:7', 'fee', 5_000],
    ]);
  });

  test('a residue becomes a rounding line of its own; it is neither dropped nor spread', () => {
    const lines = saleLinesOf(orderOf({ total: 110_001, totalTax: 10_002 }));
    expect(lines.at(-1)).toMatchObject({ kind: 'rounding', total: 1, tax: 2 });
    expect(lines[0]?.total).toBe(110_000);
  });
});
