import { cellKey } from '../domain/sale-cell.ts';
import type { Reader, SqlParams, SqlValue, Writer } from './connection.ts';
import { sumInto } from './insert.ts';

/**
 * How many sales there are of each kind, and of each kind on each day (a cell), with what they come to. Kept with every
 * sale that is written, so that no count and no total is ever added up from the sales themselves.
 */

/** Everything that a list of sales is filtered by, and nothing else: sales that are alike in it are of one kind. */
export interface SaleKind {
  readonly currency: string;
  readonly saleStatus: string;
  readonly paymentState: string;
  readonly fulfillmentStatus: string | null;
  readonly bigcommerceStatusId: number | null;
  readonly source: string;
  readonly outletKey: number;
  readonly registerKey: number;
  /** 1 where goods or money came back. */
  readonly hasReturn: number;
}

/** What is counted of a sale. Amounts are ten-thousandths of its currency. */
export interface CountedSale extends Omit<SaleKind, 'hasReturn'> {
  readonly soldDay: string;
  readonly total: number;
  /** What was given back, by returns that belong to the sale. */
  readonly refunded: number;
}

const columns: Readonly<Record<keyof SaleKind, string>> = {
  currency: 'currency',
  saleStatus: 'sale_status',
  paymentState: 'payment_state',
  fulfillmentStatus: 'fulfillment_status',
  bigcommerceStatusId: 'bigcommerce_status_id',
  source: 'source',
  outletKey: 'outlet_key',
  registerKey: 'register_key',
  hasReturn: 'has_return',
};
const fields = Object.keys(columns) as (keyof SaleKind)[];

const amounts = ['count', 'total', 'returned'];
const kindSums = sumInto('sale_kinds', ['kind_key', ...fields.map((field) => columns[field])], 1, amounts);
const cellSums = sumInto('sale_cells', ['cell_key'], 1, amounts);

/** What came back of a sale: its returns, or all of a sale of goods that were taken back at the counter. */
const returnedOf = ({ total, refunded }: CountedSale): number => refunded + Math.max(0, -total);

export const kindOf = (sale: CountedSale): SaleKind => ({ ...sale, hasReturn: returnedOf(sale) > 0 ? 1 : 0 });

const findKind = `SELECT kind_key AS kindKey FROM sale_kinds
  WHERE ${fields.map((field) => `${columns[field]} IS :${field}`).join(' AND ')}`;

const kindKeyOf = (db: Writer, kind: SaleKind): number => {
  const params = Object.fromEntries(fields.map((field) => [field, kind[field]]));
  return db.remember(
    `kind ${Object.values(params).join('\n')}`,
    () => db.get<{ kindKey: number }>(findKind, params)?.kindKey ?? db.nextKey('sale_kinds', 'kind_key'),
  );
};

/** Counts a sale in, or out again. Returns the cell that it belongs to. */
export const countSale = (db: Writer, sale: CountedSale, by: 1 | -1): number => {
  const kind = kindOf(sale);
  const kindKey = kindKeyOf(db, kind);
  const sums = [by, by * sale.total, by * returnedOf(sale)];
  const told: SqlValue[] = fields.map((field) => kind[field]);
  db.addUp(kindSums, [kindKey, ...told], sums);
  const cell = cellKey(sale.soldDay, kindKey);
  db.addUp(cellSums, [cell], sums);
  return cell;
};

/** Some kinds of sale. */
export interface SaleKinds {
  /** A mark for each key up to the highest of them: `1` for a kind that is one of them. Quicker to look in than a list. */
  readonly marks: string;
  /** How many sales are of them. */
  readonly count: number;
}

/** The kinds that fit `conditions` on `sale_kinds`; there are few of them, whatever the number of sales. */
export const saleKinds = (db: Reader, conditions: readonly string[], params: SqlParams): SaleKinds => {
  const found = db.get<{ keys: string; count: number }>(
    `SELECT json_group_array(kind_key) AS keys, coalesce(sum(count), 0) AS count
       FROM sale_kinds WHERE ${conditions.join(' AND ')}`,
    params,
  );
  return { marks: marksOf(JSON.parse(found?.keys ?? '[]')), count: found?.count ?? 0 };
};

const marksOf = (keys: readonly number[]): string => {
  const marks = new Array<string>(Math.max(0, ...keys)).fill('0');
  for (const key of keys) marks[key - 1] = '1';
  return marks.join('');
};

/** Whether a kind is among some, as SQL: its key a column, their marks bound as `:kinds`. */
export const isOfKinds = (key: string): string => `substr(:kinds, ${key}, 1) = '1'`;

/** Sums of what `source` counts of the kinds `k`, as columns. Voided sales are counted, not totalled. */
export const sumsOfKinds = (source: string): string =>
  `k.currency, sum(${source}.count) AS count, ${notVoided(`${source}.total`)} AS total,
   ${notVoided(`${source}.returned`)} AS returned`;

const notVoided = (amount: string): string => `sum(iif(k.sale_status = 'voided', 0, ${amount}))`;
