import { Refusal } from '../../contract/fault.ts';
import type { ConflictAnswer } from '../domain/conflict.ts';
import { tellingWords } from '../domain/telling-words.ts';
import type { WorkDesk } from '../store/audit.ts';
import { openConflict, settleConflict } from '../store/conflicts.ts';
import { entryById } from '../store/outbox.ts';
import { endEntry, unparkEntry } from '../store/outbox-moves.ts';
import { tellTimeline } from '../store/sales.ts';

/**
 * Answers what BigCommerce changed while work was done here (R90). With `ours` the entry that waits is sent all the same, as
 * far as BigCommerce can take it; with `theirs` it is not. One that was answered before stays as it was answered. Throws
 * `not_found`, and `invalid_input` for `seen` where an entry waits for more.
 */
export const settle = (
  { db, identity, now, by }: WorkDesk,
  { conflictId, answer }: { readonly conflictId: string; readonly answer: ConflictAnswer },
): void =>
  db.transaction(() => {
    const conflict = openConflict(db, conflictId);
    if (!conflict) throw new Refusal('not_found', { field: 'conflictId' });
    const entry = entryById(db, conflict.entryId ?? '');
    if (entry && answer === 'seen') {
      throw new Refusal('invalid_input', {
        message: 'BigCommerce waits to be told something of it. Answer whether it is told.',
        field: 'answer',
      });
    }
    settleConflict(db, conflict.conflictKey, { at: now, by, answer: entry ? answer : 'seen' });
    if (!entry) return;
    if (answer === 'ours') unparkEntry(db, entry.entryKey, now);
    else endEntry(db, entry, { state: 'yielded', now, answer: entry.lastAnswer });
    tellTimeline(db, {
      eventId: identity.next(),
      saleKey: entry.saleKey,
      happenedAt: now,
      detail: decided(by ?? 'Staff', answer, tellingWords(entry.telling)),
    });
  });

const decided = (who: string, answer: ConflictAnswer, words: string): string =>
  answer === 'ours'
    ? `${who} decided that BigCommerce is told all the same: ${words}.`
    : `${who} decided that BigCommerce is not told: ${words}.`;
