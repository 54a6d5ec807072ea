import type { Reader, Writer } from './connection.ts';

export interface NewCustomer {
  readonly customerId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly createdAt: number;
}

/** How e-mail addresses are compared: trimmed, without case (R12). */
export const foldEmail = (email: string): string => email.trim().toLowerCase();

export const customerByEmail = (db: Reader, email: string): number | undefined =>
  db.get<{ customerKey: number }>('SELECT customer_key AS customerKey FROM customers WHERE email_fold = :fold', {
    fold: foldEmail(email),
  })?.customerKey;

export const insertCustomer = (db: Writer, customer: NewCustomer): number =>
  db.run(
    `INSERT INTO customers (customer_id, name, email, email_fold, phone, created_from, created_at)
     VALUES (:customerId, :name, :email, :fold, :phone, 'online_order', :createdAt)`,
    { ...customer, fold: foldEmail(customer.email) },
  ).lastKey;
