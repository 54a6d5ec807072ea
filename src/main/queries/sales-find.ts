import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import { slipTail } from '../print/slip-code.ts';
import type { Reader } from '../store/connection.ts';
import { saleOfRow } from '../store/sale-search.ts';
import { type CodeWay, orderOfCode } from './order-code.ts';

type Found = NonNullable<OutputOf<Contract['sales.find']>['found']>;

/** How a code can mean a sale, the surest first; each reads by an index. */
const ways: readonly CodeWay<Found['by']>[] = [
  {
    by: 'slip',
    sql: `SELECT s.sale_id AS saleId FROM fulfillments f JOIN sales s ON s.sale_key = f.sale_key
           WHERE substr(f.fulfillment_id, -12) = :code`,
    codeOf: slipTail,
  },
  {
    by: 'receipt',
    sql: `SELECT s.sale_id AS saleId FROM sale_search CROSS JOIN sales s ON s.sale_key = ${saleOfRow('sale_search.rowid')}
           WHERE sale_search MATCH '"' || :code || '"' AND s.receipt_number = :code COLLATE NOCASE`,
    codeOf: (code) => /^[a-z]\d{1,15}$/i.exec(code)?.[0] ?? null,
  },
  {
    by: 'order',
    sql: 'SELECT s.sale_id AS saleId FROM sales s WHERE s.order_id = CAST(:code AS INTEGER)',
    codeOf: orderOfCode,
  },
];

/** The sale that a scanned or typed code means. Two that it could mean, as orders of two stores may be, are none. */
export const findSale = (db: Reader, code: string): OutputOf<Contract['sales.find']> => {
  for (const { by, sql, codeOf } of ways) {
    const wanted = codeOf(code);
    const [found, another] = wanted === null ? [] : db.all<{ saleId: string }>(`${sql} LIMIT 2`, { code: wanted });
    if (found && !another) return { found: { saleId: found.saleId, by } };
  }
  return { found: null };
};
