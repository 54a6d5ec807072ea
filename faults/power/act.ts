import type { Reader } from '../../src/main/store/connection.ts';
import type { DiskLog } from './disk-log.ts';
import type { Here, RowKind } from './here.ts';

/** What somebody was told, and so relies on. */
export type Fact =
  | { readonly what: RowKind; readonly id: string }
  /** The token of the linked store is kept. */
  | { readonly what: 'token'; readonly id: string }
  /** A copy of the database that is kept in the data folder, by its name there. */
  | { readonly what: 'copy'; readonly id: string }
  /** The copy took the database's place. */
  | { readonly what: 'restore'; readonly id: string };

export interface Acknowledged {
  readonly fact: Fact;
  /** The line of the programs' output by which it was told. */
  readonly line: number;
}

/** A piece of a shop's life, recorded: each place of its log is one at which the power may go. */
export interface Act {
  readonly name: string;
  readonly log: DiskLog;
  /** Where it exchanges with the store: orders that lie behind the cursor of a database, and are not in it. */
  readonly passedOver?: (db: Reader) => readonly number[];
  /** The store that it exchanged with is still there, and a till that starts on what is left may go on. */
  readonly goesOn?: true;
  readonly acknowledged: readonly Acknowledged[];
  /** What was in the database when it began. */
  readonly had: Here;
  /** The database is of an earlier schema: until the first answer its rows stay as they are. */
  readonly rowsStay?: (databaseFile: string) => boolean;
  /** What is in the copy that takes the database's place in it. */
  readonly restores?: Here;
}
