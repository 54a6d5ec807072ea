import type { Connection } from '../store/connection.ts';
import type { LinkedProduct } from '../store/products.ts';

/**
 * Products and customers met lately, so that a page does not look up the same ones hundreds of times. It only ever
 * repeats what the database says: it is emptied when another connection wrote, and when a transaction was undone.
 */
export interface ImportMemory {
  readonly products: Map<string, LinkedProduct>;
  /** Those that the page at hand has met, by folded e-mail address. */
  readonly customers: Map<string, number>;
  /** Begins a transaction, in which nothing else can be written: forgets what another connection may have changed. */
  readonly refresh: () => void;
  readonly forget: () => void;
}

const MOST_ENTRIES = 50_000;

export const createImportMemory = (db: Connection): ImportMemory => {
  const products = new Map<string, LinkedProduct>();
  const customers = new Map<string, number>();
  let version = db.pragma('data_version');
  const forget = () => {
    products.clear();
    customers.clear();
  };
  return {
    products,
    customers,
    forget,
    refresh: () => {
      const now = db.pragma('data_version');
      if (now !== version || products.size > MOST_ENTRIES) forget();
      // An address is cut out of its page, and would keep all of that page in memory.
      customers.clear();
      version = now;
    },
  };
};
