import type { Reader, Writer } from './connection.ts';
import { insertInto } from './insert.ts';

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
}

/** What each tender of a sale has paid by the rows in force. */
export const paidByTender = (db: Reader, saleKey: number): { readonly tender: string; readonly amount: number }[] =>
  db.all(
    'SELECT tender, sum(amount) AS amount FROM payments WHERE sale_key = :saleKey AND voided = 0 GROUP BY tender',
    { saleKey },
  );

export const insertPayment = insertInto<PaymentRecord>('payments', {
  saleKey: 'sale_key',
  tender: 'tender',
  revision: 'revision',
  method: 'method',
  amount: 'amount',
  outletKey: 'outlet_key',
  registerKey: 'register_key',
  paidAt: 'paid_at',
});

/** Takes a sale's payments out of the registers' totals, or back in (R64, R68). */
export const setPaymentsVoided = (db: Writer, saleKey: number, voided: boolean): void => {
  db.run('UPDATE payments SET voided = :voided WHERE sale_key = :saleKey AND voided <> :voided', {
    saleKey,
    voided: voided ? 1 : 0,
  });
};
