import type { Reader } from '../store/connection.ts';
import { instantView } from './views.ts';

/** What staff call a sale, and when it was sold. */
export interface NamedSale {
  readonly saleId: string;
  readonly receiptNumber: string;
  readonly orderId: string | null;
  readonly customerName: string;
  readonly soldAt: string;
}

/** Sales by their ids; one that is not here any more is left out. */
export const namedSales = (db: Reader, saleIds: readonly string[]): ReadonlyMap<string, NamedSale> =>
  new Map(
    db
      .all<Omit<NamedSale, 'soldAt'> & { readonly soldAt: number }>(
        `SELECT sale_id AS saleId, receipt_number AS receiptNumber, CAST(order_id AS TEXT) AS orderId,
                customer_name AS customerName, sold_at AS soldAt
           FROM sales WHERE sale_id IN (SELECT value FROM json_each(:saleIds))`,
        { saleIds: JSON.stringify(saleIds) },
      )
      .map((sale) => [sale.saleId, { ...sale, soldAt: instantView(sale.soldAt) }]),
  );
