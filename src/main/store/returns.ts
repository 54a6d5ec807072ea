import type { Reader, Writer } from './connection.ts';

export interface ReturnRecord {
  readonly saleKey: number;
  readonly refundId: number;
  readonly returnId: string;
  readonly amount: number;
  readonly reason: string;
  readonly returnedAt: number;
}

export const insertReturn = (db: Writer, record: ReturnRecord): void => {
  db.run(
    `INSERT INTO returns (sale_key, refund_id, return_id, amount, reason, returned_at)
     VALUES (:saleKey, :refundId, :returnId, :amount, :reason, :returnedAt)`,
    { ...record },
  );
};

export const returnedRefundIds = (db: Reader, saleKey: number): ReadonlySet<number> =>
  new Set(
    db
      .all<{ refundId: number }>('SELECT refund_id AS refundId FROM returns WHERE sale_key = :saleKey', { saleKey })
      .map((row) => row.refundId),
  );
