import { addDays } from '../format/instants.ts';
import type { Input } from './bridge.ts';
import { searched } from './searched.ts';

export type Period =
  | { readonly kind: 'all' | 'today' | 'yesterday' | 'week' }
  /** Days of the outlet's calendar, both included; an empty one is open. */
  | { readonly kind: 'range'; readonly from: string; readonly to: string };

type SummaryInput = Input<'sales.summary'>;
export type SaleFilterName = Exclude<keyof SummaryInput, 'search' | 'from' | 'to'>;
export type SaleFilters = Pick<SummaryInput, SaleFilterName>;

/** What the Sales history screen is asked to show. */
export interface SaleQuery {
  readonly period: Period;
  readonly search: string;
  readonly filters: SaleFilters;
}

const days = (period: Period, today: string): Pick<SummaryInput, 'from' | 'to'> => {
  switch (period.kind) {
    case 'all':
      return {};
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'week':
      return { from: addDays(today, -6), to: today };
    case 'range':
      return {
        ...(period.from === '' ? {} : { from: period.from }),
        ...(period.to === '' ? {} : { to: period.to }),
      };
  }
};

/** The filter as the app reads it. The days of a preset are counted from `today`, so a list left open moves on. */
export const saleFilterOf = ({ period, search, filters }: SaleQuery, today: string): SummaryInput => ({
  ...filters,
  ...days(period, today),
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
