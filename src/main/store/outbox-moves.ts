import type { Writer } from './connection.ts';
import type { EntryState, OutboxEntry } from './outbox.ts';

/** How an entry moves; `outbox/replay.ts` draws it. Each names the state that it comes from: another hand may have been quicker. */

/** Writes down that it is sent, before it is. False where it does not wait any more, and where its store was unlinked. */
export const claimEntry = (
  db: Writer,
  { entryKey }: OutboxEntry,
  { now, lookAt }: { readonly now: number; readonly lookAt: number },
): boolean =>
  db.run(
    `UPDATE outbox_entries
        SET state = 'sending', attempts = attempts + 1, sent_at = :now, looks = 0, next_attempt_at = :lookAt, waits_for = NULL
      WHERE entry_key = :entryKey AND state = 'pending'
        AND link_key IN (SELECT link_key FROM links WHERE unlinked_at IS NULL)`,
    { entryKey, now, lookAt },
  ).changes === 1;

/** BigCommerce has answered that it took it. */
export const noteAccepted = (db: Writer, { entryKey }: OutboxEntry, now: number): void => {
  db.run('UPDATE outbox_entries SET accepted_at = :now, next_attempt_at = :now WHERE entry_key = :entryKey', {
    entryKey,
    now,
  });
};

/** It is certain that nothing took effect: it stands as before the claim, and is due. */
export const takeBackClaim = (db: Writer, { entryKey, sentAt, attempts }: OutboxEntry, now: number): void => {
  db.run(
    `UPDATE outbox_entries SET state = 'pending', sent_at = :sentAt, attempts = :attempts, next_attempt_at = :now
      WHERE entry_key = :entryKey AND state = 'sending'`,
    { entryKey, sentAt, attempts, now },
  );
};

/** BigCommerce could not be asked about it: another try, counted. Of one that was sent, another look. */
export const tryLater = (
  db: Writer,
  { entryKey }: OutboxEntry,
  { nextAttemptAt, answer }: { readonly nextAttemptAt: number; readonly answer: string },
): void => {
  db.run(
    `UPDATE outbox_entries SET attempts = attempts + 1, next_attempt_at = :nextAttemptAt, last_answer = :answer
      WHERE entry_key = :entryKey AND state IN ('pending', 'sending')`,
    { entryKey, nextAttemptAt, answer },
  );
};

/** Its effect was looked for and not seen, or its outcome is not known: it is looked for at an instant. */
export const lookLater = (
  db: Writer,
  { entryKey }: OutboxEntry,
  { lookAt, looks, answer }: { readonly lookAt: number; readonly looks: number; readonly answer: string },
): void => {
  db.run(
    `UPDATE outbox_entries SET next_attempt_at = :lookAt, looks = :looks, last_answer = :answer
      WHERE entry_key = :entryKey AND state = 'sending'`,
    { entryKey, lookAt, looks, answer },
  );
};

/** Looked for often and late enough: it did not take effect. It is due, and judged anew. */
export const sendAnew = (db: Writer, { entryKey }: OutboxEntry, now: number): void => {
  db.run(
    "UPDATE outbox_entries SET state = 'pending', next_attempt_at = :now WHERE entry_key = :entryKey AND state = 'sending'",
    { entryKey, now },
  );
};

/** Nothing is asked about it any more until the order's import says that what it waits for may be over. */
export const waitFor = (
  db: Writer,
  { entryKey }: OutboxEntry,
  { what, answer }: { readonly what: 'payment' | 'hold'; readonly answer: string },
): void => {
  db.run(
    `UPDATE outbox_entries SET waits_for = :what, next_attempt_at = NULL, last_answer = :answer
      WHERE entry_key = :entryKey AND state = 'pending'`,
    { entryKey, what, answer },
  );
};

/** To be called where an import changed the status of an order, in its transaction. */
export const wakeWaiting = (db: Writer, saleKey: number, now: number): void => {
  db.run(
    `UPDATE outbox_entries SET waits_for = NULL, next_attempt_at = :now
      WHERE fulfillment_key IN (SELECT fulfillment_key FROM fulfillments WHERE sale_key = :saleKey)
        AND state = 'pending' AND waits_for IS NOT NULL`,
    { saleKey, now },
  );
};

/** It needs somebody. `sentAt` is what it was before a try that is known to have had no effect. */
export const parkEntry = (db: Writer, { entryKey, sentAt }: OutboxEntry, answer: string): boolean =>
  db.run(
    `UPDATE outbox_entries
        SET state = 'parked', sent_at = :sentAt, next_attempt_at = NULL, waits_for = NULL, last_answer = :answer
      WHERE entry_key = :entryKey AND state IN ('pending', 'sending')`,
    { entryKey, sentAt, answer },
  ).changes === 1;

/** Ends it. False where it had ended already. */
export const endEntry = (
  db: Writer,
  { entryKey }: OutboxEntry,
  end: {
    readonly state: Extract<EntryState, 'sent' | 'yielded' | 'discarded'>;
    readonly now: number;
    readonly answer: string;
  },
): boolean =>
  db.run(
    `UPDATE outbox_entries
        SET state = :state, ended_at = :now, next_attempt_at = NULL, waits_for = NULL, last_answer = :answer
      WHERE entry_key = :entryKey AND state IN ('pending', 'sending', 'parked')`,
    { entryKey, ...end },
  ).changes === 1;

/** A parked one is sent again, judged anew. False where it is not parked. */
export const unparkEntry = (db: Writer, entryKey: number, now: number): boolean =>
  db.run(
    "UPDATE outbox_entries SET state = 'pending', next_attempt_at = :now WHERE entry_key = :entryKey AND state = 'parked'",
    { entryKey, now },
  ).changes === 1;

/** Everything is due that waits for its next try, for what BigCommerce has to do first, or for somebody. How many. */
export const retryEntries = (db: Writer, now: number): number =>
  db.run(
    `UPDATE outbox_entries SET state = 'pending', next_attempt_at = :now, waits_for = NULL
      WHERE state = 'parked' OR (state = 'pending' AND (next_attempt_at IS NULL OR next_attempt_at > :now))`,
    { now },
  ).changes;
