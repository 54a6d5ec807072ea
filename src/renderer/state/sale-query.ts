import { addDays } from '../format/instants.ts';
import type { Input } from './bridge.ts';
import { searched } from './searched.ts';

export type Days =
  | { readonly kind: 'all' | 'today' | 'yesterday' | 'week' }
  /** Days of the outlet's calendar, both included; an empty one is open. */
  | { readonly kind: 'range'; readonly from: string; readonly to: string };

/** `day` is one of `within`, chosen by its bar: the others stay in sight, and letting go of it leads back to them. */
export type Period = Days | { readonly kind: 'day'; readonly day: string; readonly within: Days };

type SummaryInput = Input<'sales.summary'>;
export type SaleFilterName = Exclude<keyof SummaryInput, 'search' | 'from' | 'to' | 'customerId' | 'view'>;
export type SaleFilters = Pick<SummaryInput, SaleFilterName>;
export type SaleTab = NonNullable<SummaryInput['view']>;

/** What the Sales history screen is asked to show. */
export interface SaleQuery {
  readonly tab: SaleTab;
  readonly period: Period;
  readonly search: string;
  readonly filters: SaleFilters;
  readonly customer: { readonly customerId: string; readonly name: string } | null;
}

export const everySale: SaleQuery = { tab: 'all', period: { kind: 'all' }, search: '', filters: {}, customer: null };

/** The days that a period is part of: all that its bars show. */
export const daysAround = (period: Period): Days => (period.kind === 'day' ? period.within : period);

/** What takes away everything that leaves sales out, but for the tab and the days. */
export const unfiltered = ({ period }: SaleQuery) =>
  ({ search: '', filters: {}, customer: null, period: daysAround(period) }) satisfies Partial<SaleQuery>;

const daysOf = (period: Period, today: string): Pick<SummaryInput, 'from' | 'to'> => {
  switch (period.kind) {
    case 'all':
      return {};
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'week':
      return { from: addDays(today, -6), to: today };
    case 'day':
      return { from: period.day, to: period.day };
    case 'range':
      return {
        ...(period.from === '' ? {} : { from: period.from }),
        ...(period.to === '' ? {} : { to: period.to }),
      };
  }
};

/** The filter as the app reads it. The days of a preset are counted from `today`, so a list left open moves on. */
export const saleFilterOf = ({ tab, period, search, filters, customer }: SaleQuery, today: string): SummaryInput => ({
  ...filters,
  ...daysOf(period, today),
  ...(tab === 'all' ? {} : { view: tab }),
  ...(customer === null ? {} : { customerId: customer.customerId }),
  ...(searched(search) === '' ? {} : { search: searched(search) }),
});

/** The filters with one of them set, or taken away when `value` is undefined. */
export const withFilter = <N extends SaleFilterName>(
  filters: SaleFilters,
  name: N,
  value: SaleFilters[N] | undefined,
): SaleFilters => {
  const others: { -readonly [F in SaleFilterName]?: SaleFilters[F] } = { ...filters };
  delete others[name];
  // A register belongs to one outlet; it means nothing beside another.
  if (name === 'outletId') delete others.registerId;
  return value === undefined ? others : { ...others, [name]: value };
};
