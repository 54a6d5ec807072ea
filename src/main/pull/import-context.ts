import type { Identity } from '../domain/identity.ts';
import type { BindingRow, LinkRow } from '../store/links.ts';
import type { ImportMemory } from './import-memory.ts';

/** What importing an order needs besides the order and the database. */
export interface ImportContext {
  readonly link: LinkRow;
  readonly binding: BindingRow;
  readonly identity: Identity;
  readonly memory: ImportMemory;
  /** UTC ms. */
  readonly now: number;
}
