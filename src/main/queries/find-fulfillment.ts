import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import { slipTail } from '../print/slip-code.ts';
import type { Reader } from '../store/connection.ts';
import { type CodeWay, orderOfCode } from './order-code.ts';

type Found = NonNullable<OutputOf<Contract['fulfillments.find']>['found']>;

/** How a code can mean a fulfillment, the surest first. `code` is as it was scanned or typed, without spaces around it. */
const ways: readonly CodeWay<Found['by']>[] = [
  {
    by: 'slip',
    sql: 'SELECT fulfillment_id AS fulfillmentId FROM fulfillments WHERE fulfillment_id = :code',
    codeOf: (code) => wholeId.exec(code)?.[1]?.toLowerCase() ?? null,
  },
  {
    by: 'slip',
    sql: 'SELECT fulfillment_id AS fulfillmentId FROM fulfillments WHERE substr(fulfillment_id, -12) = :code',
    codeOf: slipTail,
  },
  {
    // Of several orders on a shelf the one that has waited longest is shown.
    by: 'shelf',
    sql: `SELECT fulfillment_id AS fulfillmentId FROM fulfillments
             WHERE shelf_code = :code COLLATE NOCASE AND ready_at IS NOT NULL ORDER BY ready_at`,
    codeOf: (code) => code,
  },
  {
    by: 'order',
    sql: `SELECT f.fulfillment_id AS fulfillmentId FROM sales s JOIN fulfillments f ON f.sale_key = s.sale_key
             WHERE s.order_id = CAST(:code AS INTEGER) ORDER BY s.sale_key DESC, f.status = 'cancelled', f.fulfillment_key`,
    codeOf: orderOfCode,
  },
  {
    by: 'receipt',
    sql: `SELECT f.fulfillment_id AS fulfillmentId FROM sales s JOIN fulfillments f ON f.sale_key = s.sale_key
             WHERE s.order_id = CAST(:code AS INTEGER) ORDER BY s.sale_key DESC, f.status = 'cancelled', f.fulfillment_key`,
    codeOf: (code) => /^w(\d{1,15})$/i.exec(code)?.[1] ?? null,
  },
];

/** A fulfillment's id as a whole, as other programs write it. */
const wholeId = /^(?:TB-F-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The fulfillment that a code means (N7). A web order's receipt number is W and its order number. */
export const findFulfillment = (db: Reader, code: string): OutputOf<Contract['fulfillments.find']> => {
  for (const { by, sql, codeOf } of ways) {
    const wanted = codeOf(code);
    const row = wanted === null ? undefined : db.get<{ fulfillmentId: string }>(`${sql} LIMIT 1`, { code: wanted });
    if (row) return { found: { fulfillmentId: row.fulfillmentId, by } };
  }
  return { found: null };
};
