import type { ConflictAnswer, ConflictKind, OurFacts, TheirFacts } from '../domain/conflict.ts';
import type { Reader, Writer } from './connection.ts';

export interface NewConflict {
  readonly conflictId: string;
  readonly saleKey: number;
  readonly fulfillmentKey: number | null;
  /** The entry that waits for an answer; null where there is nothing to decide. */
  readonly entryKey: number | null;
  readonly kind: ConflictKind;
  readonly ours: OurFacts;
  readonly theirs: TheirFacts;
  /** UTC ms. */
  readonly raisedAt: number;
}

/**
 * Shows what BigCommerce changed while work was done here (R90). Until somebody has seen it there is one of a kind for a
 * sale: it then has the latest facts, and keeps those that are not told anew.
 */
export const raiseConflict = (db: Writer, { ours, theirs, ...conflict }: NewConflict): void => {
  db.run(
    `INSERT INTO conflicts (conflict_id, sale_key, fulfillment_key, entry_key, kind, ours, theirs, raised_at)
     VALUES (:conflictId, :saleKey, :fulfillmentKey, :entryKey, :kind, :ours, :theirs, :raisedAt)
     ON CONFLICT (sale_key, kind) WHERE settled_at IS NULL DO UPDATE
        SET entry_key = coalesce(excluded.entry_key, entry_key),
            fulfillment_key = coalesce(excluded.fulfillment_key, fulfillment_key),
            ours = json_patch(ours, excluded.ours), theirs = json_patch(theirs, excluded.theirs)`,
    { ...conflict, ours: JSON.stringify(ours), theirs: JSON.stringify(theirs) },
  );
};

export interface OpenConflict {
  readonly conflictKey: number;
  readonly saleKey: number;
  readonly kind: ConflictKind;
  /** The entry that waits for the answer; null where none does any more. */
  readonly entryId: string | null;
}

/** One that nobody has seen yet. */
export const openConflict = (db: Reader, conflictId: string): OpenConflict | undefined =>
  db.get<OpenConflict>(
    `SELECT c.conflict_key AS conflictKey, c.sale_key AS saleKey, c.kind, e.entry_id AS entryId
       FROM conflicts c LEFT JOIN outbox_entries e ON e.entry_key = c.entry_key AND e.state = 'parked'
      WHERE c.conflict_id = :conflictId AND c.settled_at IS NULL`,
    { conflictId },
  );

export const settleConflict = (
  db: Writer,
  conflictKey: number,
  settled: { readonly at: number; readonly by: string | null; readonly answer: ConflictAnswer },
): void => {
  db.run(
    `UPDATE conflicts SET settled_at = :at, settled_by = :by, answer = :answer
      WHERE conflict_key = :conflictKey AND settled_at IS NULL`,
    { conflictKey, ...settled },
  );
};

/** Settles what waits for the answer about an entry that was given up. */
export const settleConflictsOf = (
  db: Writer,
  entryKey: number,
  settled: { readonly at: number; readonly by: string | null; readonly answer: ConflictAnswer },
): void => {
  db.run(
    `UPDATE conflicts SET settled_at = :at, settled_by = :by, answer = :answer
      WHERE entry_key = :entryKey AND settled_at IS NULL`,
    { entryKey, ...settled },
  );
};

/** The kinds that staff answered with "tell it all the same". */
export const insistedOn = (db: Reader, entryKey: number): ReadonlySet<ConflictKind> =>
  new Set(
    db
      .all<{ kind: ConflictKind }>("SELECT kind FROM conflicts WHERE entry_key = :entryKey AND answer = 'ours'", {
        entryKey,
      })
      .map(({ kind }) => kind),
  );
