import type { FulfillmentLine } from '../domain/fulfillment-plan.ts';
import type { Refund } from '../domain/order.ts';
import type { LineStock } from '../domain/stock-difference.ts';
import type { Reader } from '../store/connection.ts';
import { fulfillmentsOfSale, linesOfFulfillment, type StoredFulfillment } from '../store/fulfillments.ts';
import { returnsOfSale } from '../store/mending.ts';
import { paidByTender, type TenderPaid } from '../store/payments.ts';
import { refundsOfOrders } from '../store/refunds.ts';
import type { ReturnRecord } from '../store/returns.ts';
import { linesOfSale, type SaleLineRecord, type StoredSale } from '../store/sales.ts';
import { takenBySale } from '../store/stock-ledger.ts';

/** All that is here of a web order. */
export interface SaleSnapshot {
  readonly sale: StoredSale;
  readonly lines: readonly SaleLineRecord[];
  readonly payments: readonly TenderPaid[];
  readonly refunds: readonly Refund[];
  readonly returns: readonly ReturnRecord[];
  /** What the ledger took for it, without what came back entirely. */
  readonly stock: readonly LineStock[];
  readonly fulfillments: readonly (StoredFulfillment & { readonly lines: readonly FulfillmentLine[] })[];
}

export const saleSnapshot = (db: Reader, linkKey: number, sale: StoredSale): SaleSnapshot => ({
  sale,
  lines: linesOfSale(db, sale.saleKey),
  payments: paidByTender(db, sale.saleKey).filter((paid) => paid.amount !== 0),
  refunds: refundsOfOrders(db, linkKey, [sale.orderId]),
  returns: returnsOfSale(db, sale.saleKey),
  stock: takenBySale(db, sale.saleKey).filter((line) => line.taken !== 0),
  fulfillments: fulfillmentsOfSale(db, sale.saleKey).map((each) => ({
    ...each,
    lines: linesOfFulfillment(db, each.fulfillmentKey),
  })),
});
