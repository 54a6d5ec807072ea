import type { Contract } from '../../contract/contract.ts';
import type { CustomerView } from '../../contract/customers.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { Reader } from '../store/connection.ts';
import { type Position, pageOf, searchPattern, where } from './paging.ts';
import { type NamedListInput, placeBefore } from './product-search.ts';

interface CustomerRow extends CustomerView {
  readonly customerKey: number;
}

const columns = `c.customer_key AS customerKey, c.customer_id AS customerId, c.name, c.email, c.created_from AS createdFrom`;

/** By name, or the newest first of those with the words that were typed. */
export const listCustomers = (db: Reader, input: NamedListInput): OutputOf<Contract['customers.list']> => {
  const isSearch = !!input.search?.trim();
  const after = placeBefore(input.cursor);
  return pageOf(
    isSearch ? withWords(db, input, after) : byName(db, input, after),
    input.limit,
    ({ name, customerKey }) => ({ value: isSearch ? '' : name, key: customerKey }),
    ({ customerKey: _, ...view }) => view,
  );
};

const byName = (db: Reader, { limit }: NamedListInput, after: Position | undefined): CustomerRow[] =>
  db.all<CustomerRow>(
    `SELECT ${columns} FROM customers c
     ${where([after && '(c.name, c.customer_key) > (:afterValue, :afterKey)'])}
     ORDER BY c.name, c.customer_key LIMIT :most`,
    { ...(after ? { afterValue: after.value, afterKey: after.key } : {}), most: limit + 1 },
  );

/** Read backwards, so that words which many customers share cost a page as well. */
const withWords = (db: Reader, { search = '', limit }: NamedListInput, after: Position | undefined): CustomerRow[] => {
  const pattern = searchPattern(search);
  if (pattern === null) return [];
  return db.all<CustomerRow>(
    `SELECT ${columns} FROM customer_search CROSS JOIN customers c ON c.customer_key = customer_search.rowid
     ${where(['customer_search MATCH :pattern', after && 'customer_search.rowid < CAST(:afterKey AS INTEGER)'])}
     ORDER BY customer_search.rowid DESC LIMIT :most`,
    { pattern, ...(after ? { afterKey: after.key } : {}), most: limit + 1 },
  );
};
