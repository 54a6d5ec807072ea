import type { SaleView } from '../../src/contract/sales.ts';
import type { Differences } from './compare.ts';
import type { FollowedOrder } from './followed-order.ts';
import type { Seen } from './seen.ts';

const sameEmail = (email: string): string => email.trim().toLowerCase();

/** Buyers by e-mail, each with the names that the first pull with an order of theirs could give (R12). */
export const newBuyers = () => {
  const names = new Map<string, { readonly round: number; readonly names: Set<string> }>();

  /** Notes an order that was just imported. */
  const noteImport = ({ order }: FollowedOrder, round: number): void => {
    const { first_name, last_name, email } = order.billing_address;
    const known = names.get(sameEmail(email)) ?? { round, names: new Set<string>() };
    if (known.round === round) known.names.add(`${first_name} ${last_name}`);
    names.set(sameEmail(email), known);
  };

  const compare = (sale: SaleView, seen: Seen): Differences => {
    const customer = seen.customers.get(sale.customer.customerId ?? '');
    const wanted = names.get(sameEmail(sale.customer.email));
    const fits =
      customer !== undefined &&
      sameEmail(customer.email) === sameEmail(sale.customer.email) &&
      wanted?.names.has(customer.name) === true;
    const first = [...(wanted?.names ?? [])].join(' or ');
    return fits ? [] : [`order ${sale.orderId}: its customer is ${JSON.stringify(customer)}, first seen as ${first}`];
  };

  /** No e-mail has two customers. */
  const compareAll = (seen: Seen): Differences => {
    const byEmail = Map.groupBy(seen.customers.values(), (customer) => sameEmail(customer.email));
    return [...byEmail].flatMap(([email, all]) =>
      all.length === 1 && names.has(email) ? [] : [`${all.length} customers have the e-mail ${email}`],
    );
  };

  return { noteImport, compare, compareAll };
};
