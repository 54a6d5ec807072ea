import type { Contract } from '../../contract/contract.ts';
import type { CustomerView } from '../../contract/customers.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { Reader } from '../store/connection.ts';
import { pageOf, where } from './paging.ts';
import { type NamedListInput, namedListParams } from './products.ts';

export const listCustomers = (db: Reader, input: NamedListInput): OutputOf<Contract['customers.list']> => {
  const { after, search, params } = namedListParams(input);
  const rows = db.all<CustomerView & { readonly customerKey: number }>(
    `SELECT customer_key AS customerKey, customer_id AS customerId, name, email, created_from AS createdFrom
       FROM customers
     ${where([
       search && "(name LIKE :search ESCAPE '\\' OR email LIKE :search ESCAPE '\\')",
       after && '(name, customer_key) > (:afterValue, :afterKey)',
     ])}
     ORDER BY name, customer_key LIMIT :limit`,
    params,
  );
  return pageOf(
    rows,
    input.limit,
    (row) => ({ value: row.name, key: row.customerKey }),
    ({ customerKey: _, ...view }) => view,
  );
};
