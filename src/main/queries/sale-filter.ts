import type { SaleFilter } from '../../contract/sales.ts';
import { day } from '../../contract/values.ts';
import { parseAmount } from '../domain/amount.ts';
import { cellsFrom, cellsUntil } from '../domain/sale-cell.ts';
import type { Reader } from '../store/connection.ts';
import { customerKeyOf } from '../store/customers.ts';
import { type SaleKinds, saleKinds } from '../store/sale-counts.ts';
import { searchPattern } from './paging.ts';

/** From one to another, both included; null where open. */
export interface Range {
  readonly from: number | null;
  readonly to: number | null;
}

/** A filter of sales, taken apart by how its parts are answered. */
export interface SaleQuestion {
  /** The kinds of sale that fit; null where every kind does. */
  readonly kinds: SaleKinds | null;
  /** Cells of the days that fit. */
  readonly cells: Range;
  /** When it was sold (UTC ms). */
  readonly instants: Range;
  /** What it comes to, in ten-thousandths. */
  readonly totals: Range;
  readonly customerKey: number | null;
  /** Full-text, see `searchPattern`. */
  readonly pattern: string | null;
}

const isOpen = ({ from, to }: Range): boolean => from === null && to === null;

/** Whether kinds and days say it all: then it is counted already. */
export const isCounted = ({ pattern, customerKey, totals, instants }: SaleQuestion): boolean =>
  pattern === null && customerKey === null && isOpen(totals) && isOpen(instants);

const viewFits: Readonly<Record<NonNullable<SaleFilter['view']>, string | false>> = {
  all: false,
  returns: 'has_return = 1',
  unpaid: "sale_status = 'closed' AND payment_state IN ('unpaid', 'part_paid')",
};

/** What a kind is asked for, each with the condition that asks it. A place that is not known fits none. */
const kindFits = {
  saleStatus: 'sale_status = :saleStatus',
  bigcommerceStatusId: 'bigcommerce_status_id = :bigcommerceStatusId',
  payment: 'payment_state = :payment',
  fulfillment: 'fulfillment_status = :fulfillment',
  source: 'source = :source',
  outletId: 'outlet_key = (SELECT outlet_key FROM outlets WHERE outlet_id = :outletId)',
  registerId: 'register_key = (SELECT register_key FROM registers WHERE register_id = :registerId)',
} as const satisfies Partial<Record<keyof SaleFilter, string>>;

const kindsOf = (db: Reader, filter: SaleFilter): SaleKinds | null => {
  const conditions: string[] = [];
  const params: Record<string, string | number> = {};
  for (const [name, condition] of Object.entries(kindFits)) {
    const wanted = filter[name as keyof typeof kindFits];
    if (wanted === undefined) continue;
    conditions.push(condition);
    params[name] = wanted;
  }
  const view = viewFits[filter.view ?? 'all'];
  if (view) conditions.push(view);
  return conditions.length === 0 ? null : saleKinds(db, conditions, params);
};

const isDay = (value: string): boolean => day.safeParse(value).success;

/** A period as days of the outlet's calendar; an end that is an instant is not one of them. */
const cellsOf = ({ from, to }: SaleFilter): Range => ({
  from: from !== undefined && isDay(from) ? cellsFrom(from) : null,
  to: to !== undefined && isDay(to) ? cellsUntil(to) : null,
});

const instantOf = (value: string | undefined): number | null =>
  value === undefined || isDay(value) ? null : Date.parse(value);

const amountOf = (value: string | undefined): number | null => (value === undefined ? null : parseAmount(value));

/** What a filter asks. Null when nothing can fit it: no word was typed that could be found, or no such customer is here. */
export const saleQuestion = (db: Reader, filter: SaleFilter): SaleQuestion | null => {
  const pattern = filter.search?.trim() ? searchPattern(filter.search) : undefined;
  const customerKey = filter.customerId === undefined ? null : customerKeyOf(db, filter.customerId);
  if (pattern === null || customerKey === undefined) return null;
  return {
    kinds: kindsOf(db, filter),
    cells: cellsOf(filter),
    instants: { from: instantOf(filter.from), to: instantOf(filter.to) },
    totals: { from: amountOf(filter.amountFrom), to: amountOf(filter.amountTo) },
    customerKey,
    pattern: pattern ?? null,
  };
};
