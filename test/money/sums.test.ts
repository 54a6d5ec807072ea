import { describe, expect, test } from 'vitest';
import { kindWeights } from '../../src/practice-store/orders/order-kinds.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { currencies as practiceCurrencies } from '../../src/practice-store/shop/currencies.ts';
import { openStore } from '../support/linked-till.ts';
import { decimal, exact, roundingLines, saleOf } from './exact.ts';
import { currencies, type GeneratedRow, generatedOrders } from './generated-order.ts';

type Snapshot = ReturnType<PracticeStore['order']>;

/** A practice order as the list would send it, all its lines alongside. */
const rowOf = (order: Snapshot) => ({
  ...order,
  consignments: { shipping: [{ id: 1, line_items: order.products }] },
});

/** The rows whose lines miss the total or the tax, and how many needed a rounding line: both have to be named. */
const reckon = (rows: readonly Pick<GeneratedRow, 'id' | 'total_inc_tax' | 'total_tax'>[]) => {
  const wrong: number[] = [];
  const rounded: number[] = [];
  for (const row of rows) {
    const { lines, total, tax } = saleOf(row);
    if (total !== exact(row.total_inc_tax) || tax !== exact(row.total_tax)) wrong.push(row.id);
    if (roundingLines(lines).length > 0) rounded.push(row.id);
  }
  return { wrong, rounded };
};

const nothing = { wrong: [], rounded: [] };

describe('the lines of a sale sum to its order and their tax to its tax, to the last decimal (R34)', () => {
  const shops = practiceCurrencies.flatMap(({ code }) => [true, false, undefined].map((tax) => [code, tax] as const));

  test.each(shops)(
    'practice orders of every kind in a shop of %s, prices with tax: %s, need no rounding line',
    async (currency, taxInclusive) => {
      const store = await openStore({ currency, taxInclusive });
      const ids = [
        ...kindWeights.flatMap(([kind]) => store.placeOrders(6, { kind, statusId: 11 })),
        ...store.placeOrders(200),
      ];
      expect(reckon(ids.map((id) => rowOf(store.order(id))))).toEqual(nothing);
    },
  );

  const orders = generatedOrders(10_000);
  const rows = orders.map((order) => order.row);

  test('10,000 generated orders in currencies of 0, 2, 3 and 4 decimals, taxed both ways, need no rounding line', () => {
    const kinds = new Set(rows.map((row) => `${row.default_currency_code} ${row.is_tax_inclusive_pricing}`));
    expect(kinds.size).toBe(currencies.length * 2);
    expect(reckon(rows)).toEqual(nothing);
  });

  test.each([1n, -1n])('a total that is %d ten-thousandth off gets one rounding line of exactly that', (off) => {
    const wrong = orders.filter(({ row, estimate }) => {
      const total = exact(row.total_inc_tax) + off;
      const { lines, ...sums } = saleOf({ ...row, total_inc_tax: decimal(total) });
      const [rounding, ...more] = roundingLines(lines);
      // Where the other column of the same order says that total, nothing is off.
      if (BigInt(estimate) === total) return rounding !== undefined || sums.total !== total;
      return sums.total !== total || more.length > 0 || rounding?.tax !== 0 || BigInt(rounding.total) !== off;
    });
    expect(wrong.map(({ row }) => row.id)).toEqual([]);
  });

  test('a tax that is a ten-thousandth off is in the rounding line as well, and moves no other line', () => {
    const wrong = rows.filter((row) => {
      const before = saleOf(row).lines;
      const { lines, tax } = saleOf({ ...row, total_tax: decimal(exact(row.total_tax) + 1n) });
      const [rounding] = roundingLines(lines);
      const others = JSON.stringify(lines.filter((line) => line.kind !== 'rounding'));
      return tax !== exact(row.total_tax) + 1n || rounding?.tax !== 1 || others !== JSON.stringify(before);
    });
    expect(wrong.map((row) => row.id)).toEqual([]);
  });
});
