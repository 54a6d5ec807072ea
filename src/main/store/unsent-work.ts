import type { Reader } from './connection.ts';
import { countToPush } from './inventory-items.ts';
import { countEntries } from './outbox.ts';

/** What was done here and BigCommerce does not know yet, by kind (N14). */
export interface UnsentWork {
  readonly kind: string;
  /** In plain words, for any number of them. */
  readonly label: string;
  readonly count: number;
}

const kinds: readonly (Omit<UnsentWork, 'count'> & { readonly countOf: (db: Reader) => number })[] = [
  { kind: 'fulfilment', label: 'steps of fulfilment', countOf: (db) => sum(countEntries(db)) },
  { kind: 'stock', label: 'stock levels', countOf: (db) => sum(countToPush(db)) },
];

const sum = ({ pending, parked }: { readonly pending: number; readonly parked: number }): number => pending + parked;

/** Kinds with nothing are left out. */
export const unsentWork = (db: Reader): UnsentWork[] =>
  kinds.map(({ countOf, ...kind }) => ({ ...kind, count: countOf(db) })).filter(({ count }) => count > 0);
