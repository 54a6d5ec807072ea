import type { Reader, Writer } from './connection.ts';
import { insertInto } from './insert.ts';
import { reverseInTills } from './till-reversals.ts';

export interface PaymentRecord {
  readonly saleKey: number;
  readonly tender: string;
  /** The sale's revision that this row came with. */
  readonly revision: number;
  readonly method: string;
  readonly amount: number;
  readonly outletKey: number;
  readonly registerKey: number;
  readonly paidAt: number;
  /** The register's opening that it belongs to (R26). */
  readonly openingNumber: number;
}

/** What a tender of a sale has paid by the rows in force, and how and where it first did. */
export interface TenderPaid {
  readonly tender: string;
  readonly amount: number;
  readonly method: string;
  readonly outletKey: number;
  readonly registerKey: number;
}

export const paidByTender = (db: Reader, saleKey: number): TenderPaid[] =>
  db.all<TenderPaid>(
    // Beside min(), SQLite takes the other columns from the row that has the minimum.
    `SELECT tender, sum(amount) AS amount, method, outlet_key AS outletKey, register_key AS registerKey, min(revision)
       FROM payments WHERE sale_key = :saleKey AND voided = 0 GROUP BY tender`,
    { saleKey },
  );

export const insertPayment = insertInto<PaymentRecord>(
  'payments',
  {
    saleKey: 'sale_key',
    tender: 'tender',
    revision: 'revision',
    method: 'method',
    amount: 'amount',
    outletKey: 'outlet_key',
    registerKey: 'register_key',
    paidAt: 'paid_at',
    openingNumber: 'opening_number',
  },
  ['sales'],
);

/** Takes a sale's payments out of the registers' totals, or back in (R64, R68). */
export const setPaymentsVoided = (db: Writer, saleKey: number, voided: boolean): void => {
  reverseInTills(db, saleKey, voided);
  db.run('UPDATE payments SET voided = :voided WHERE sale_key = :saleKey AND voided <> :voided', {
    saleKey,
    voided: voided ? 1 : 0,
  });
};
