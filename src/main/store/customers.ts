import type { Reader, Writer } from './connection.ts';
import { insertKeyed } from './insert.ts';

export interface NewCustomer {
  readonly customerId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly createdAt: number;
}

/** How e-mail addresses are compared: trimmed, without case (R12). */
export const foldEmail = (email: string): string => email.trim().toLowerCase();

/** The known ones of some e-mail addresses: folded address → key. */
export const customersByEmail = (db: Reader, emails: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    db
      .all<{ fold: string; customerKey: number }>(
        `SELECT email_fold AS fold, customer_key AS customerKey FROM customers
          WHERE email_fold IN (SELECT value FROM json_each(:folds))`,
        { folds: JSON.stringify(emails.map(foldEmail)) },
      )
      .map(({ fold, customerKey }) => [fold, customerKey]),
  );

export const customerKeyOf = (db: Reader, customerId: string): number | undefined =>
  db.get<{ customerKey: number }>('SELECT customer_key AS customerKey FROM customers WHERE customer_id = :customerId', {
    customerId,
  })?.customerKey;

const insertRecord = insertKeyed<NewCustomer & { readonly fold: string; readonly createdFrom: 'online_order' }>(
  'customers',
  'customer_key',
  {
    customerId: 'customer_id',
    name: 'name',
    email: 'email',
    fold: 'email_fold',
    phone: 'phone',
    createdFrom: 'created_from',
    createdAt: 'created_at',
  },
);

export const insertCustomer = (db: Writer, customer: NewCustomer): number =>
  insertRecord(db, { ...customer, fold: foldEmail(customer.email), createdFrom: 'online_order' });
