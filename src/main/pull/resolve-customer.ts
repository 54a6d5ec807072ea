import type { Order } from '../domain/order.ts';
import type { Writer } from '../store/connection.ts';
import { foldEmail, insertCustomer } from '../store/customers.ts';
import type { ImportContext, PageContext } from './import-context.ts';

/**
 * The customer of an order by e-mail: known buyers are attached and stay as they are here, new ones are created (R12).
 * Null without an e-mail: nothing could tell that buyer from another of the same name.
 */
export const resolveCustomer = (
  db: Writer,
  { identity, known, memory, now }: ImportContext & Pick<PageContext, 'known'>,
  order: Order,
): number | null => {
  const { name, email, phone } = order.buyer;
  if (email === '') return null;
  const fold = foldEmail(email);
  const customerKey =
    memory.customers.get(fold) ??
    known.customers.get(fold) ??
    insertCustomer(db, { customerId: identity.next(), name, email, phone, createdAt: now });
  memory.customers.set(fold, customerKey);
  return customerKey;
};
