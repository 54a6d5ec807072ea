import { describe, expect, test } from 'vitest';
import {
  everySale,
  type SaleQuery,
  saleFilterOf,
  unfiltered,
  withFilter,
} from '../../src/renderer/state/sale-query.ts';
import { searched } from '../../src/renderer/state/searched.ts';

const query = (change: Partial<SaleQuery>): SaleQuery => ({
  ...everySale,
  ...change,
});
const today = '2026-03-01';

describe('the filters of the sales history (R59)', () => {
  test('the presets are days of the outlet’s calendar, both ends included', () => {
    expect(saleFilterOf(query({}), today)).toEqual({});
    expect(saleFilterOf(query({ period: { kind: 'today' } }), today)).toEqual({ from: today, to: today });
    expect(saleFilterOf(query({ period: { kind: 'yesterday' } }), today)).toEqual({
      from: '2026-02-28',
      to: '2026-02-28',
    });
    expect(saleFilterOf(query({ period: { kind: 'week' } }), today)).toEqual({ from: '2026-02-23', to: today });
  });

  test('a range may be open at either end', () => {
    expect(saleFilterOf(query({ period: { kind: 'range', from: '2026-01-01', to: '' } }), today)).toEqual({
      from: '2026-01-01',
    });
    expect(saleFilterOf(query({ period: { kind: 'range', from: '', to: '2026-01-31' } }), today)).toEqual({
      to: '2026-01-31',
    });
  });

  test('all filters combine, and an empty search is none', () => {
    const filters = { saleStatus: 'closed', bigcommerceStatusId: 0 } as const;
    expect(saleFilterOf(query({ search: '  #1234 ', filters, period: { kind: 'today' } }), today)).toEqual({
      saleStatus: 'closed',
      bigcommerceStatusId: 0,
      search: '1234',
      from: today,
      to: today,
    });
    expect(saleFilterOf(query({ search: '   ' }), today)).toEqual({});
  });

  test('a tab, one customer and a day chosen by its bar combine with the rest, and let go of nothing else', () => {
    const within = { kind: 'week' } as const;
    const asked = query({
      tab: 'unpaid',
      customer: { customerId: 'c', name: 'Ada Byron' },
      period: { kind: 'day', day: '2026-02-24', within },
      filters: { amountFrom: '10' },
    });
    const day = { from: '2026-02-24', to: '2026-02-24' };
    expect(saleFilterOf(asked, today)).toEqual({ view: 'unpaid', customerId: 'c', amountFrom: '10', ...day });
    expect(unfiltered(asked)).toEqual({ search: '', filters: {}, customer: null, period: within });
  });

  test('turning a filter off leaves no trace of it; another outlet lets go of its register', () => {
    expect(withFilter({ payment: 'paid' }, 'payment', undefined)).toEqual({});
    expect(withFilter({ outletId: 'a', registerId: 'r' }, 'outletId', 'b')).toEqual({ outletId: 'b' });
    expect(withFilter({ outletId: 'a' }, 'registerId', 'r')).toEqual({ outletId: 'a', registerId: 'r' });
  });

  test('the # that people write before an order number is not searched for, other words are left alone', () => {
    expect(searched('#1234')).toBe('1234');
    expect(searched(' # ')).toBe('#');
    expect(searched('Marie #2')).toBe('Marie #2');
  });
});
