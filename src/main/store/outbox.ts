import { readTelling, type Telling } from '../domain/write-back.ts';
import type { Reader, Writer } from './connection.ts';

/** Where an entry stands; `outbox/replay.ts` draws how it moves. */
export type EntryState = 'pending' | 'sending' | 'parked' | 'sent' | 'yielded' | 'withdrawn' | 'discarded';

/** What BigCommerce is to be told (design §3). Instants are UTC ms. */
export interface OutboxEntry {
  readonly entryKey: number;
  readonly entryId: string;
  readonly linkKey: number;
  readonly orderId: number;
  readonly saleKey: number;
  readonly fulfillmentKey: number;
  readonly stepKey: number;
  /** Null where this version cannot read what was kept. */
  readonly telling: Telling | null;
  /** What a shipment is recognised by in BigCommerce (bigcommerce.md §6.4). */
  readonly marker: string;
  readonly state: EntryState;
  readonly createdAt: number;
  /** How often BigCommerce was asked about it, or told; not counted while it could not be reached at all. */
  readonly attempts: number;
  /** Null while it does not go out by itself. */
  readonly nextAttemptAt: number | null;
  readonly waitsFor: 'payment' | 'hold' | null;
  /** When it was last claimed; null while it is certain that nothing of it was ever sent. */
  readonly sentAt: number | null;
  /** How often its effect was looked for since then without being seen. */
  readonly looks: number;
  /** When BigCommerce answered that it took it: nothing is sent anew then, whatever is listed there. */
  readonly acceptedAt: number | null;
  readonly lastAnswer: string;
  /** A manager let the goods leave although they were locked. */
  readonly isOverridden: boolean;
}

export interface NewEntry
  extends Pick<
    OutboxEntry,
    'entryId' | 'linkKey' | 'orderId' | 'saleKey' | 'fulfillmentKey' | 'stepKey' | 'createdAt'
  > {
  readonly telling: Telling;
}

/**
 * What a shipment is recognised by: short enough for a comment that the customer may see, and never the same twice (the
 * end of a UUIDv7 is chance).
 */
export const markerOf = (entryId: string): string => entryId.replaceAll('-', '').slice(-12).toUpperCase();

/** Adds an entry, due at once; to be called in the transaction of the step that it tells of (design law 3). */
export const enqueue = (db: Writer, { telling: { kind, ...payload }, ...entry }: NewEntry): void => {
  db.run(
    `INSERT INTO outbox_entries (entry_id, link_key, order_id, sale_key, fulfillment_key, step_key, kind, payload, marker,
                                 state, created_at, next_attempt_at)
     VALUES (:entryId, :linkKey, :orderId, :saleKey, :fulfillmentKey, :stepKey, :kind, :payload, :marker,
             'pending', :createdAt, :createdAt)`,
    { ...entry, kind, payload: JSON.stringify(payload), marker: markerOf(entry.entryId) },
  );
};

/** Whether all that a step tells of can still be taken back: nothing of it was ever sent. */
export const isUntold = (db: Reader, stepKey: number): boolean =>
  db.get(
    `SELECT 1 FROM outbox_entries
      WHERE step_key = :stepKey AND NOT (state = 'withdrawn' OR state IN ('pending', 'parked') AND sent_at IS NULL)`,
    { stepKey },
  ) === undefined;

/** Takes back what a step tells of; only where `isUntold`. */
export const withdraw = (db: Writer, stepKey: number, endedAt: number): void => {
  db.run(
    `UPDATE outbox_entries SET state = 'withdrawn', ended_at = :endedAt, next_attempt_at = NULL
      WHERE step_key = :stepKey AND state IN ('pending', 'parked')`,
    { stepKey, endedAt },
  );
};

/** Where everything stands that a step tells of. */
export const statesOfStep = (db: Reader, stepKey: number): EntryState[] =>
  db
    .all<{ state: EntryState }>('SELECT state FROM outbox_entries WHERE step_key = :stepKey', { stepKey })
    .map(({ state }) => state);

interface EntryRow extends Omit<OutboxEntry, 'telling' | 'isOverridden'> {
  readonly kind: string;
  readonly payload: string;
  readonly isOverridden: number;
}

const selectEntry = `
  SELECT e.entry_key AS entryKey, e.entry_id AS entryId, e.link_key AS linkKey, e.order_id AS orderId,
         e.sale_key AS saleKey, e.fulfillment_key AS fulfillmentKey, e.step_key AS stepKey, e.kind, e.payload, e.marker,
         e.state, e.created_at AS createdAt, e.attempts, e.next_attempt_at AS nextAttemptAt, e.waits_for AS waitsFor,
         e.sent_at AS sentAt, e.looks, e.accepted_at AS acceptedAt, e.last_answer AS lastAnswer,
         s.detail ->> 'override' IS NOT NULL AS isOverridden
    FROM outbox_entries e JOIN fulfillment_steps s ON s.step_key = e.step_key`;

const entryOf = ({ kind, payload, isOverridden, ...row }: EntryRow): OutboxEntry => ({
  ...row,
  telling: tellingOf(kind, payload),
  isOverridden: isOverridden === 1,
});

/** What an entry tells, out of its two columns; null where it cannot be read. */
export const tellingOf = (kind: string, payload: string): Telling | null => {
  try {
    return readTelling(kind, JSON.parse(payload));
  } catch {
    return null;
  }
};

/** States that hold later entries of the same order back. */
const isOpen = "e.state IN ('pending', 'sending', 'parked')";

/**
 * The first open entry of each order, where it is due: one that is parked holds its own order only. Oldest first. One
 * that lies beyond `latest` was planned before the clock was put back.
 */
export const dueEntries = (
  db: Reader,
  linkKey: number,
  { now, latest }: { readonly now: number; readonly latest: number },
): OutboxEntry[] =>
  db
    .all<EntryRow>(
      `${selectEntry}
        WHERE e.link_key = :linkKey AND ${isOpen} AND e.state <> 'parked'
          AND (e.next_attempt_at <= :now OR e.next_attempt_at > :latest)
          AND NOT EXISTS (SELECT 1 FROM outbox_entries earlier
                           WHERE earlier.link_key = e.link_key AND earlier.order_id = e.order_id
                             AND earlier.entry_key < e.entry_key
                             AND earlier.state IN ('pending', 'sending', 'parked'))
        ORDER BY e.entry_key`,
      { linkKey, now, latest },
    )
    .map(entryOf);

/** The first open entry of an order, due or not. */
export const firstEntryOf = (db: Reader, linkKey: number, orderId: number): OutboxEntry | undefined => {
  const row = db.get<EntryRow>(
    `${selectEntry} WHERE e.link_key = :linkKey AND e.order_id = :orderId AND ${isOpen} ORDER BY e.entry_key LIMIT 1`,
    { linkKey, orderId },
  );
  return row && entryOf(row);
};

export const entryById = (db: Reader, entryId: string): OutboxEntry | undefined => {
  const row = db.get<EntryRow>(`${selectEntry} WHERE e.entry_id = :entryId`, { entryId });
  return row && entryOf(row);
};

/**
 * How many entries go out by themselves, and how many wait for somebody: those of the linked store, for those of another
 * one wait until it is linked again; of all, while none is.
 */
export const countEntries = (db: Reader): { readonly pending: number; readonly parked: number } =>
  db.get<{ pending: number; parked: number }>(
    `SELECT count(*) FILTER (WHERE e.state <> 'parked') AS pending, count(*) FILTER (WHERE e.state = 'parked') AS parked
       FROM outbox_entries e
      WHERE ${isOpen} AND e.link_key = coalesce((SELECT link_key FROM links WHERE unlinked_at IS NULL), e.link_key)`,
  ) ?? { pending: 0, parked: 0 };

const ofSale = 'fulfillment_key IN (SELECT fulfillment_key FROM fulfillments WHERE sale_key = :saleKey)';

/** Whether BigCommerce is still to be told anything of a sale. */
export const hasUntold = (db: Reader, saleKey: number): boolean =>
  db.get(`SELECT 1 FROM outbox_entries e WHERE ${ofSale} AND ${isOpen} LIMIT 1`, { saleKey }) !== undefined;

/** Pieces of each order line that shipments of ours have told BigCommerce of, or may have told it of by now. */
export const shippedByUs = (db: Reader, saleKey: number): ReadonlyMap<number, number> => {
  const pieces = new Map<number, number>();
  const told = db.all<{ kind: string; payload: string }>(
    `SELECT kind, payload FROM outbox_entries e WHERE ${ofSale} AND kind = 'shipment' AND state IN ('sent', 'sending')`,
    { saleKey },
  );
  for (const telling of told.map(({ kind, payload }) => tellingOf(kind, payload))) {
    if (telling?.kind !== 'shipment') continue;
    for (const { lineId, quantity } of telling.items) pieces.set(lineId, (pieces.get(lineId) ?? 0) + quantity);
  }
  return pieces;
};
