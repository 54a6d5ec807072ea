import type { Reader } from './connection.ts';
import { insertInto } from './insert.ts';

export interface ReturnRecord {
  readonly saleKey: number;
  readonly refundId: number;
  readonly returnId: string;
  readonly amount: number;
  readonly reason: string;
  readonly returnedAt: number;
}

/** The register that the money leaves, and the opening there (R26). */
interface ReturnPlace {
  readonly registerKey: number;
  readonly openingNumber: number;
}

export const insertReturn = insertInto<ReturnRecord & ReturnPlace>(
  'returns',
  {
    saleKey: 'sale_key',
    refundId: 'refund_id',
    returnId: 'return_id',
    amount: 'amount',
    reason: 'reason',
    returnedAt: 'returned_at',
    registerKey: 'register_key',
    openingNumber: 'opening_number',
  },
  ['sales'],
);

export const returnedRefundIds = (db: Reader, saleKey: number): ReadonlySet<number> =>
  new Set(
    db
      .all<{ refundId: number }>('SELECT refund_id AS refundId FROM returns WHERE sale_key = :saleKey', { saleKey })
      .map((row) => row.refundId),
  );
