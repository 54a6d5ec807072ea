import type { Telling } from '../domain/write-back.ts';
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
  readonly telling: Telling;
  /** What a shipment is recognised by in BigCommerce (bigcommerce.md §6.4). */
  readonly marker: string;
  readonly state: EntryState;
  readonly createdAt: number;
  readonly attempts: number;
  /** Null while it does not go out by itself. */
  readonly nextAttemptAt: number | null;
  readonly waitsFor: 'payment' | 'hold' | null;
  /** When it was last claimed. */
  readonly sentAt: number | null;
  /** How often its effect was looked for since then without being seen. */
  readonly looks: number;
  readonly lastAnswer: string;
}

export type NewEntry = Pick<
  OutboxEntry,
  'entryId' | 'linkKey' | 'orderId' | 'saleKey' | 'fulfillmentKey' | 'stepKey' | 'telling' | 'createdAt'
>;

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
      WHERE step_key = :stepKey AND NOT (state = 'withdrawn' OR state IN ('pending', 'parked') AND attempts = 0)`,
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
