import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { SaleFilter } from '../../contract/sales.ts';
import { storeTime } from '../domain/store-day.ts';
import type { Reader } from '../store/connection.ts';
import { type CsvCell, csvOf, moreCsv } from './csv.ts';
import { findSales } from './find-sales.ts';
import { pageOf } from './paging.ts';
import { saleQuestion } from './sale-filter.ts';
import { placeAfter, type SaleRow, saleColumns, saleJoins } from './sales-list.ts';
import { instantView } from './views.ts';

interface ExportedSale extends SaleRow {
  readonly outletName: string;
  readonly registerName: string;
  readonly timeZone: string;
  readonly customerEmail: string;
  readonly tax: number;
  readonly paid: number;
}

const columns = `${saleColumns}, o.name AS outletName, o.time_zone AS timeZone, r.name AS registerName,
       s.customer_email AS customerEmail, s.tax,
       (SELECT coalesce(sum(p.amount), 0) FROM payments p WHERE p.sale_key = s.sale_key AND p.voided = 0) AS paid`;

const yesOrNo = (flag: number): string => (flag === 1 ? 'yes' : 'no');

/** Every column: its heading, and a sale's cell in it. The words of statuses are those of the contract. */
const cells: readonly (readonly [string, (sale: ExportedSale) => CsvCell])[] = [
  ['Receipt', (sale) => sale.receiptNumber],
  ['BigCommerce order', (sale) => (sale.orderId === null ? '' : String(sale.orderId))],
  ['Sold (outlet time)', (sale) => storeTime(sale.soldAt, sale.timeZone)],
  ['Time zone', (sale) => sale.timeZone],
  ['Sold (UTC)', (sale) => instantView(sale.soldAt)],
  ['Arrived (UTC)', (sale) => instantView(sale.importedAt)],
  ['Source', (sale) => sale.source],
  ['Sale status', (sale) => sale.saleStatus],
  ['BigCommerce status id', (sale) => (sale.bigcommerceStatusId === null ? '' : String(sale.bigcommerceStatusId))],
  ['BigCommerce status', (sale) => sale.bigcommerceStatus ?? ''],
  ['Payment', (sale) => sale.paymentState],
  ['Fulfillment', (sale) => sale.fulfillmentStatus ?? ''],
  ['On hold', (sale) => yesOrNo(sale.onHold)],
  ['Archived', (sale) => yesOrNo(sale.archived)],
  ['Outlet', (sale) => sale.outletName],
  ['Register', (sale) => sale.registerName],
  ['Customer', (sale) => sale.customerName],
  ['E-mail', (sale) => sale.customerEmail],
  ['Items', (sale) => String(sale.itemCount)],
  ['Currency', (sale) => sale.currency],
  ['Total', (sale) => BigInt(sale.total)],
  ['Tax included', (sale) => BigInt(sale.tax)],
  ['Paid', (sale) => BigInt(sale.paid)],
  ['Returned', (sale) => BigInt(-sale.refunded)],
];

type ExportInput = SaleFilter & { readonly cursor?: string | undefined; readonly limit: number };

/**
 * Sales of a filter as CSV, a page at a time; the pages behind each other are the file. No more than one page is ever
 * read, so a call costs the same in a shop of a million sales.
 */
export const exportSales = (
  db: Reader,
  { cursor, limit, ...filter }: ExportInput,
): OutputOf<Contract['sales.export']> => {
  const question = saleQuestion(db, filter);
  const after = placeAfter(cursor);
  const found = question
    ? findSales<ExportedSale>(db, question, { columns, joins: saleJoins, after, most: limit + 1 })
    : [];
  const page = pageOf(
    found,
    limit,
    (sale) => ({ value: sale.soldAt, key: sale.saleKey }),
    (sale) => cells.map(([, cellOf]) => cellOf(sale)),
  );
  const csv =
    cursor === undefined
      ? csvOf(
          cells.map(([heading]) => heading),
          page.rows,
        )
      : moreCsv(page.rows);
  return { csv, count: page.rows.length, nextCursor: page.nextCursor };
};
