import { dayHeading } from '../../format/instants.ts';
import { asTyped } from '../../format/typed-amount.ts';
import { daysAround, type SaleQuery, withFilter } from '../../state/sale-query.ts';
import { text } from '../../text.ts';
import type { FilterField } from './filter-choices.ts';

const words = text.salesHistory;

/** A filter that is on, with its value, and what turning it off makes of the query. */
export interface FilterChip {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly meaning: string;
  readonly off: Partial<SaleQuery>;
}

/** Everything that leaves sales out now, but for the tab, the preset of days and the words searched for, which show it themselves. */
export const filterChips = (query: SaleQuery, fields: readonly FilterField[], today: string): FilterChip[] => {
  const { period, customer, filters } = query;
  const { amountFrom, amountTo } = filters;
  const chosen = fields
    .filter((field) => field.value !== '')
    .map(({ name, label, value, choices, meaning, set }) => ({
      name,
      label,
      value: choices.find((choice) => choice.value === value)?.label ?? value,
      meaning,
      off: { filters: set('') },
    }));
  const others: readonly (FilterChip | null)[] = [
    period.kind !== 'day'
      ? null
      : {
          name: 'day',
          label: words.day,
          value: dayHeading(period.day, today),
          meaning: '',
          off: { period: daysAround(period) },
        },
    customer === null
      ? null
      : { name: 'customer', label: words.customer, value: customer.name, meaning: '', off: { customer: null } },
    amountFrom === undefined && amountTo === undefined
      ? null
      : {
          name: 'amount',
          label: words.amount,
          value: words.amounts(amountFrom && asTyped(amountFrom), amountTo && asTyped(amountTo)),
          meaning: '',
          off: { filters: withFilter(withFilter(filters, 'amountFrom', undefined), 'amountTo', undefined) },
        },
  ];
  return [...others.filter((chip) => chip !== null), ...chosen];
};
