import type { Refund } from '../domain/order.ts';
import type { Reader } from '../store/connection.ts';
import { customersByEmail } from '../store/customers.ts';
import { historyAmong } from '../store/history-orders.ts';
import { refundsOfOrders } from '../store/refunds.ts';
import { type StoredSale, salesOfOrders } from '../store/sales.ts';
import { heldAmong, ignoredAmong, watchedAmong } from '../store/unimported-orders.ts';

/** What is already here of a page's orders: asked once for the page, not once for each order. */
export interface KnownOrders {
  readonly sales: ReadonlyMap<number, StoredSale>;
  readonly refunds: ReadonlyMap<number, readonly Refund[]>;
  readonly held: ReadonlySet<number>;
  readonly watched: ReadonlySet<number>;
  readonly ignored: ReadonlySet<number>;
  /** Those that came by an import of history; true where it left their stock alone. */
  readonly history: ReadonlyMap<number, boolean>;
  /** Buyers, by folded e-mail address. */
  readonly customers: ReadonlyMap<string, number>;
}

export const knownOrders = (
  db: Reader,
  linkKey: number,
  { orderIds, emails }: { readonly orderIds: readonly number[]; readonly emails: readonly string[] },
): KnownOrders => ({
  sales: new Map(salesOfOrders(db, linkKey, orderIds).map((sale) => [sale.orderId, sale])),
  refunds: Map.groupBy(refundsOfOrders(db, linkKey, orderIds), (refund) => refund.orderId),
  held: heldAmong(db, linkKey, orderIds),
  watched: watchedAmong(db, linkKey, orderIds),
  ignored: ignoredAmong(db, linkKey, orderIds),
  history: historyAmong(db, linkKey, orderIds),
  customers: customersByEmail(db, emails),
});
