import type { Identity } from '../domain/identity.ts';
import type { BindingRow, LinkRow } from '../store/links.ts';
import type { LedgerWriter } from '../store/stock-ledger.ts';
import type { ImportMemory } from './import-memory.ts';
import type { KnownOrders } from './known-orders.ts';

/** What importing an order needs besides the order and the database. */
export interface ImportContext {
  readonly link: LinkRow;
  readonly binding: BindingRow;
  readonly identity: Identity;
  readonly memory: ImportMemory;
  /** UTC ms. */
  readonly now: number;
}

/** What one page is stored with, all of it in one transaction. */
export interface PageContext extends ImportContext {
  readonly known: KnownOrders;
  readonly ledger: LedgerWriter;
  /** Of a register, the opening that money recorded now belongs to (R26). */
  readonly openingOf: (registerKey: number) => number;
}
