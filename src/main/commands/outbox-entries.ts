import { Refusal } from '../../contract/fault.ts';
import { faultCases } from '../../contract/fault-cases.ts';
import { tellingWords } from '../domain/telling-words.ts';
import { recordAudit, type WorkDesk } from '../store/audit.ts';
import { settleConflictsOf } from '../store/conflicts.ts';
import { entryById, type OutboxEntry } from '../store/outbox.ts';
import { endEntry, retryEntries, unparkEntry } from '../store/outbox-moves.ts';
import { retryParked, retryParkedItem } from '../store/products-to-push.ts';
import { tellTimeline } from '../store/sales.ts';

/** A stock level in the list of entries is named by its item: it is made anew for each sending (design law 5). */
const stockEntry = /^stock-(\d+)$/;

const itemOf = (entryId: string): number | null => {
  const [, itemKey] = stockEntry.exec(entryId) ?? [];
  return itemKey === undefined ? null : Number(itemKey);
};

/** Sends a parked entry again; BigCommerce is read and the entry judged before (R89). Throws `not_found`, `entry_not_parked`. */
export const retryEntry = ({ db, now }: WorkDesk, { entryId }: { readonly entryId: string }): void =>
  db.transaction(() => {
    const itemKey = itemOf(entryId);
    const isAgain = itemKey === null ? unparkEntry(db, found(db, entryId).entryKey, now) : retryParkedItem(db, itemKey);
    if (!isAgain) throw new Refusal('entry_not_parked');
  });

/** Everything that is parked, or waits for its next try. How many entries and items that is. */
export const retryEverything = ({ db, now }: WorkDesk): number =>
  db.transaction(() => retryEntries(db, now) + retryParked(db));

/**
 * Gives an entry up: BigCommerce is not told, the sale's timeline says so, and the audit log by whom (R6, R89). Not one
 * that was sent and whose outcome is looked for. Throws `not_found`, `entry_not_parked`, `invalid_input`.
 */
export const discardEntry = (
  desk: WorkDesk,
  { entryId, reason }: { readonly entryId: string; readonly reason: string },
): void =>
  desk.db.transaction(() => {
    const { db, now, by, identity } = desk;
    if (itemOf(entryId) !== null) {
      throw new Refusal('invalid_input', {
        message: faultCases.stock_level_made_anew,
        field: 'entryId',
      });
    }
    const entry = found(db, entryId);
    if (entry.state === 'sending') {
      throw new Refusal('entry_not_parked', {
        message: faultCases.effect_looked_up,
      });
    }
    if (!endEntry(db, entry, { state: 'discarded', now, answer: reason })) throw new Refusal('entry_not_parked');
    settleConflictsOf(db, entry.entryKey, { at: now, by, answer: 'theirs' });
    const words = tellingWords(entry.telling);
    tellTimeline(db, {
      eventId: identity.next(),
      saleKey: entry.saleKey,
      happenedAt: now,
      detail: `${by ?? 'A manager'} gave up telling BigCommerce ${words}: ${reason}`,
    });
    recordAudit(desk, {
      what: 'outbox.discard',
      subject: `Order ${entry.orderId}`,
      before: { 'to be told': words, 'last answer': entry.lastAnswer },
      after: { reason },
    });
  });

const found = (db: WorkDesk['db'], entryId: string): OutboxEntry => {
  const entry = entryById(db, entryId);
  if (!entry) throw new Refusal('not_found', { field: 'entryId' });
  return entry;
};
