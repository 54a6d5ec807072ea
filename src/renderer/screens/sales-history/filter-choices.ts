import type { Output } from '../../state/bridge.ts';
import { type SaleFilterName, type SaleFilters, withFilter } from '../../state/sale-query.ts';
import type { OutletView } from '../../state/shop.ts';
import { text } from '../../text.ts';

type OrderStatusView = Output<'orderStatuses.list'>['rows'][number];

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface FilterField {
  readonly name: SaleFilterName;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** The value that is set, as text; empty when the filter is off. */
  readonly value: string;
  /** Said below the field: what the value set means. */
  readonly meaning: string;
  readonly set: (value: string) => SaleFilters;
}

const choicesOf = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const label = text.salesHistory.filter;

/** A filter whose value is one of a closed list of words. */
const wordField = <N extends 'saleStatus' | 'payment' | 'fulfillment' | 'source'>(
  filters: SaleFilters,
  name: N,
  words: Readonly<Record<NonNullable<SaleFilters[N]> & string, string>>,
): FilterField => {
  const values = Object.keys(words) as (NonNullable<SaleFilters[N]> & string)[];
  return {
    name,
    label: label[name],
    choices: choicesOf(words),
    value: filters[name] ?? '',
    meaning: '',
    set: (chosen) =>
      withFilter(
        filters,
        name,
        values.find((value) => value === chosen),
      ),
  };
};

const statusField = (filters: SaleFilters, statuses: readonly OrderStatusView[]): FilterField => {
  const chosen = filters.bigcommerceStatusId;
  return {
    name: 'bigcommerceStatusId',
    label: label.bigcommerceStatusId,
    choices: statuses.map((status) => ({ value: String(status.bigcommerceStatusId), label: status.label })),
    value: chosen === undefined ? '' : String(chosen),
    meaning: statuses.find((status) => status.bigcommerceStatusId === chosen)?.meaning ?? '',
    set: (value) => withFilter(filters, 'bigcommerceStatusId', value === '' ? undefined : Number(value)),
  };
};

/** A filter whose value is the id of an outlet or a register. */
const placeField = (
  filters: SaleFilters,
  name: 'outletId' | 'registerId',
  choices: readonly Choice[],
): FilterField => ({
  name,
  label: label[name],
  choices,
  value: filters[name] ?? '',
  meaning: '',
  set: (value) => withFilter(filters, name, value === '' ? undefined : value),
});

const registersOf = (outlets: readonly OutletView[], outletId: string | undefined): Choice[] =>
  outlets
    .filter((outlet) => outletId === undefined || outlet.outletId === outletId)
    .flatMap(({ name, registers }) =>
      registers.map((register) => ({
        value: register.registerId,
        label: outletId === undefined && outlets.length > 1 ? `${name} · ${register.name}` : register.name,
      })),
    );

/** Every filter of the Sales history with its choices, its value, and what setting it makes of the filters. */
export const filterFields = (
  filters: SaleFilters,
  statuses: readonly OrderStatusView[],
  outlets: readonly OutletView[],
): FilterField[] => [
  wordField(filters, 'saleStatus', text.saleStatus),
  statusField(filters, statuses),
  wordField(filters, 'payment', text.paymentState),
  wordField(filters, 'fulfillment', text.fulfillmentStatus),
  wordField(filters, 'source', text.source),
  placeField(
    filters,
    'outletId',
    outlets.map((outlet) => ({ value: outlet.outletId, label: outlet.name })),
  ),
  placeField(filters, 'registerId', registersOf(outlets, filters.outletId)),
];
