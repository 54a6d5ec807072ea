import type { SaleFilter, SaleRowView } from '../../contract/sales.ts';
import { day } from '../../contract/values.ts';
import type { Reader, SqlParams } from '../store/connection.ts';
import { pageOf, positionOf, searchPattern, where } from './paging.ts';
import { instantView, moneyView } from './views.ts';

export interface SaleRow {
  readonly saleKey: number;
  readonly saleId: string;
  readonly receiptNumber: string;
  readonly orderId: number | null;
  readonly source: SaleRowView['source'];
  readonly saleStatus: SaleRowView['saleStatus'];
  readonly bigcommerceStatusId: number | null;
  readonly bigcommerceStatus: string | null;
  readonly paymentState: SaleRowView['paymentState'];
  readonly fulfillmentStatus: SaleRowView['fulfillmentStatus'];
  readonly onHold: number;
  readonly archived: number;
  readonly soldAt: number;
  readonly soldDay: string;
  readonly importedAt: number;
  readonly outletId: string;
  readonly registerId: string;
  readonly customerName: string;
  readonly itemCount: number;
  readonly total: number;
  readonly currency: string;
}

export const selectSaleRow = `
SELECT s.sale_key AS saleKey, s.sale_id AS saleId, s.receipt_number AS receiptNumber, s.order_id AS orderId, s.source,
       s.sale_status AS saleStatus, s.bigcommerce_status_id AS bigcommerceStatusId,
       s.bigcommerce_status AS bigcommerceStatus, s.payment_state AS paymentState,
       s.fulfillment_status AS fulfillmentStatus, s.on_hold AS onHold, s.archived, s.sold_at AS soldAt, s.sold_day AS soldDay,
       s.imported_at AS importedAt, o.outlet_id AS outletId, r.register_id AS registerId,
       s.customer_name AS customerName, s.item_count AS itemCount, s.total, s.currency
  FROM sales s
  JOIN outlets o ON o.outlet_key = s.outlet_key
  JOIN registers r ON r.register_key = s.register_key`;

export const saleRowView = (row: SaleRow): SaleRowView => ({
  saleId: row.saleId,
  receiptNumber: row.receiptNumber,
  orderId: row.orderId === null ? null : String(row.orderId),
  source: row.source,
  saleStatus: row.saleStatus,
  bigcommerceStatusId: row.bigcommerceStatusId,
  bigcommerceStatus: row.bigcommerceStatus,
  paymentState: row.paymentState,
  fulfillmentStatus: row.fulfillmentStatus,
  onHold: row.onHold === 1,
  archived: row.archived === 1,
  soldAt: instantView(row.soldAt),
  soldDay: row.soldDay,
  importedAt: instantView(row.importedAt),
  outletId: row.outletId,
  registerId: row.registerId,
  customerName: row.customerName,
  itemCount: row.itemCount,
  total: moneyView(row.total, row.currency),
});

const isDay = (value: string): boolean => day.safeParse(value).success;

interface Conditions {
  readonly conditions: readonly (string | false)[];
  readonly params: SqlParams;
}

/** Where a period begins or ends: a day of the outlet's calendar, or an instant. */
const bound = (name: 'from' | 'to', value: string | undefined): Conditions => {
  if (value === undefined) return { conditions: [], params: {} };
  const sign = name === 'from' ? '>=' : '<=';
  return isDay(value)
    ? { conditions: [`s.sold_day ${sign} :${name}`], params: { [name]: value } }
    : { conditions: [`s.sold_at ${sign} :${name}`], params: { [name]: Date.parse(value) } };
};

/** A filter as SQL. Null when what was typed holds nothing that could be found. */
const conditionsOf = (filter: SaleFilter): Conditions | null => {
  const pattern = filter.search?.trim() ? searchPattern(filter.search) : undefined;
  if (pattern === null) return null;
  const from = bound('from', filter.from);
  const to = bound('to', filter.to);
  const equal: readonly [string, string, string | number | undefined][] = [
    ['s.sale_status', 'saleStatus', filter.saleStatus],
    ['s.bigcommerce_status_id', 'bigcommerceStatusId', filter.bigcommerceStatusId],
    ['s.payment_state', 'payment', filter.payment],
    ['s.fulfillment_status', 'fulfillment', filter.fulfillment],
    ['s.source', 'source', filter.source],
    ['o.outlet_id', 'outletId', filter.outletId],
    ['r.register_id', 'registerId', filter.registerId],
  ];
  const given = equal.filter(([, , value]) => value !== undefined);
  return {
    conditions: [
      ...given.map(([column, name]) => `${column} = :${name}`),
      ...from.conditions,
      ...to.conditions,
      pattern !== undefined && 's.sale_key IN (SELECT rowid FROM sale_search WHERE sale_search MATCH :pattern)',
    ],
    params: {
      ...Object.fromEntries(given.map(([, name, value]) => [name, value ?? null])),
      ...from.params,
      ...to.params,
      ...(pattern === undefined ? {} : { pattern }),
    },
  };
};

type ListInput = SaleFilter & { readonly cursor?: string | undefined; readonly limit: number };

export const listSales = (db: Reader, { cursor, limit, ...filter }: ListInput) => {
  const found = conditionsOf(filter);
  if (!found) return { rows: [], nextCursor: null };
  const after = cursor === undefined ? undefined : positionOf(cursor);
  const rows = db.all<SaleRow>(
    `${selectSaleRow}
     ${where([...found.conditions, after && '(s.sold_at, s.sale_key) < (:afterValue, :afterKey)'])}
     ORDER BY s.sold_at DESC, s.sale_key DESC LIMIT :limit`,
    { ...found.params, ...(after ? { afterValue: after.value, afterKey: after.key } : {}), limit: limit + 1 },
  );
  return pageOf(rows, limit, (row) => ({ value: row.soldAt, key: row.saleKey }), saleRowView);
};

interface DayRow {
  readonly day: string;
  readonly currency: string;
  readonly count: number;
  readonly total: number;
}

/** Count and totals of a filter; voided sales are counted, not totalled. Newest day first. */
export const summarizeSales = (db: Reader, filter: SaleFilter) => {
  const found = conditionsOf(filter);
  const rows = found
    ? db.all<DayRow>(
        `SELECT s.sold_day AS day, s.currency, count(*) AS count,
                sum(CASE s.sale_status WHEN 'voided' THEN 0 ELSE s.total END) AS total
           FROM sales s
           JOIN outlets o ON o.outlet_key = s.outlet_key
           JOIN registers r ON r.register_key = s.register_key
         ${where(found.conditions)}
          GROUP BY s.sold_day, s.currency ORDER BY s.sold_day DESC, s.currency`,
        found.params,
      )
    : [];
  const days = new Map<string, DayRow[]>();
  for (const row of rows) days.set(row.day, [...(days.get(row.day) ?? []), row]);
  return {
    ...totalsOf(rows),
    days: [...days].map(([day, ofDay]) => ({ day, ...totalsOf(ofDay) })),
  };
};

/** The currency of most sales first; one that only voided sales are in adds up to nothing and is left out. */
const totalsOf = (rows: readonly DayRow[]) => {
  const currencies = new Map<string, { count: number; total: number }>();
  for (const { currency, count, total } of rows) {
    const sums = currencies.get(currency) ?? { count: 0, total: 0 };
    currencies.set(currency, { count: sums.count + count, total: sums.total + total });
  }
  const used = [...currencies].filter(([, sums]) => sums.total !== 0).sort(([, a], [, b]) => b.count - a.count);
  return {
    count: rows.reduce((sum, row) => sum + row.count, 0),
    totals: used.map(([currency, sums]) => moneyView(sums.total, currency)),
  };
};
