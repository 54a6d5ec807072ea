import type { AuditedWork, AuditFacts } from '../domain/audited-work.ts';
import type { Identity } from '../domain/identity.ts';
import { storeDay } from '../domain/store-day.ts';
import type { Writer } from './connection.ts';
import { insertInto } from './insert.ts';
import { outletInQuestion } from './outlets.ts';

/** Who works, with what. `now` is UTC ms; `by` is null where nobody is signed in. */
export interface WorkDesk {
  readonly db: Writer;
  readonly identity: Identity;
  readonly now: number;
  readonly by: string | null;
}

export interface AuditEntry {
  readonly what: AuditedWork;
  /** What it was done to, as staff call it: a store's name, an order's number. */
  readonly subject: string;
  readonly before?: AuditFacts | null;
  readonly after?: AuditFacts | null;
}

const insertEntry = insertInto<{
  readonly auditId: string;
  readonly recordedAt: number;
  readonly recordedDay: string;
  readonly who: string | null;
  readonly what: AuditedWork;
  readonly subject: string;
  readonly factsBefore: string | null;
  readonly factsAfter: string | null;
}>('audit_entries', {
  auditId: 'audit_id',
  recordedAt: 'recorded_at',
  recordedDay: 'recorded_day',
  who: 'who',
  what: 'what',
  subject: 'subject',
  factsBefore: 'facts_before',
  factsAfter: 'facts_after',
});

/** Appends to the audit log (R6). To be used within the transaction of what it tells of: neither is there without the other. */
export const recordAudit = (
  { db, identity, now, by }: WorkDesk,
  { what, subject, before = null, after = null }: AuditEntry,
): void =>
  insertEntry(db, {
    auditId: identity.next(),
    recordedAt: now,
    recordedDay: storeDay(now, outletInQuestion(db, undefined)?.timeZone ?? 'UTC'),
    who: by,
    what,
    subject,
    factsBefore: before && JSON.stringify(before),
    factsAfter: after && JSON.stringify(after),
  });
