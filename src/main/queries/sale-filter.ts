import type { SaleFilter } from '../../contract/sales.ts';
import { day } from '../../contract/values.ts';
import { parseAmount } from '../domain/amount.ts';
import { cellsFrom, cellsUntil } from '../domain/sale-cell.ts';
import type { Reader } from '../store/connection.ts';
import { customerKeyOf } from '../store/customers.ts';
import { outletById, registerById } from '../store/outlets.ts';
import { type KindSums, saleKinds } from '../store/sale-counts.ts';
import { searchPattern } from './paging.ts';

/** From one to another, both included; null where open. */
export interface Range {
  readonly from: number | null;
  readonly to: number | null;
}

/** A filter of sales, taken apart by how its parts are answered. */
export interface SaleQuestion {
  /** The kinds of sale that fit; null where every kind does. */
  readonly kinds: readonly KindSums[] | null;
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

type Fits = (kind: KindSums) => boolean;

const viewFits: Readonly<Record<NonNullable<SaleFilter['view']>, Fits | null>> = {
  all: null,
  returns: (kind) => kind.hasReturn === 1,
  unpaid: (kind) => kind.saleStatus === 'closed' && ['unpaid', 'part_paid'].includes(kind.paymentState),
};

/** What a filter asks of a kind. A place that is not known fits none. */
const kindConditions = (db: Reader, filter: SaleFilter): Fits[] => {
  const { saleStatus, bigcommerceStatusId, payment, fulfillment, source, outletId, registerId, view } = filter;
  const outletKey = outletId === undefined ? undefined : outletById(db, outletId)?.outletKey;
  const registerKey = registerId === undefined ? undefined : registerById(db, registerId)?.registerKey;
  const conditions: readonly (Fits | false | null)[] = [
    saleStatus !== undefined && ((kind) => kind.saleStatus === saleStatus),
    bigcommerceStatusId !== undefined && ((kind) => kind.bigcommerceStatusId === bigcommerceStatusId),
    payment !== undefined && ((kind) => kind.paymentState === payment),
    fulfillment !== undefined && ((kind) => kind.fulfillmentStatus === fulfillment),
    source !== undefined && ((kind) => kind.source === source),
    outletId !== undefined && ((kind) => kind.outletKey === outletKey),
    registerId !== undefined && ((kind) => kind.registerKey === registerKey),
    viewFits[view ?? 'all'],
  ];
  return conditions.filter((condition) => typeof condition === 'function');
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
  const conditions = kindConditions(db, filter);
  return {
    kinds: conditions.length === 0 ? null : saleKinds(db).filter((kind) => conditions.every((fits) => fits(kind))),
    cells: cellsOf(filter),
    instants: { from: instantOf(filter.from), to: instantOf(filter.to) },
    totals: { from: amountOf(filter.amountFrom), to: amountOf(filter.amountTo) },
    customerKey,
    pattern: pattern ?? null,
  };
};
