import type { FulfillmentRowView } from '../../src/contract/fulfillments.ts';
import type { ProductView } from '../../src/contract/products.ts';
import type { SaleView } from '../../src/contract/sales.ts';
import { everyRow, type Till } from '../support/linked-till.ts';
import { units } from './web-order.ts';

/** Everything that a till shows, as far as it is asked for all at once. */
export interface Seen {
  readonly orderIds: ReadonlySet<string>;
  readonly fulfillments: ReadonlyMap<string, readonly FulfillmentRowView[]>;
  readonly products: ReadonlyMap<string, ProductView>;
  readonly customers: ReadonlyMap<string, { readonly name: string; readonly email: string }>;
  /** On hand by outlet and product. */
  readonly onHand: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const limit = 250;

export const lookAt = async (till: Till, outletIds: readonly string[]): Promise<Seen> => {
  const sales = await everyRow((cursor) => till.call('sales.list', { cursor, limit }));
  const fulfillments = await everyRow((cursor) => till.call('fulfillments.list', { cursor, limit }));
  const products = await everyRow((cursor) => till.call('products.list', { cursor, limit }));
  const customers = await everyRow((cursor) => till.call('customers.list', { cursor, limit }));
  const onHand = new Map<string, ReadonlyMap<string, number>>();
  for (const outletId of outletIds) {
    const rows = await everyRow((cursor) => till.call('stock.list', { cursor, limit, outletId }));
    onHand.set(outletId, new Map(rows.map((row) => [row.productId, row.onHand])));
  }
  return {
    orderIds: new Set(sales.map((sale) => sale.orderId ?? '')),
    fulfillments: Map.groupBy(fulfillments, (each) => each.orderId ?? ''),
    products: new Map(products.map((each) => [each.productId, each])),
    customers: new Map(customers.map((each) => [each.customerId, each])),
    onHand,
  };
};

/** Adds amounts of the same name. */
export const totalled = (rows: readonly (readonly [string, number])[]): Record<string, number> => {
  const totals: Record<string, number> = {};
  for (const [name, amount] of rows) totals[name] = (totals[name] ?? 0) + amount;
  return totals;
};

export const lineTotals = (sale: SaleView, kind: string): Record<string, number> =>
  totalled(sale.lines.filter((line) => line.kind === kind).map((line) => [line.name, units(line.total.amount)]));
