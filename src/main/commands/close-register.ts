import { faultSentences, Refusal } from '../../contract/fault.ts';
import { faultCases } from '../../contract/fault-cases.ts';
import { sumOf } from '../domain/amount.ts';
import { recordAudit, type WorkDesk } from '../store/audit.ts';
import { closeOpening } from '../store/openings.ts';
import type { RegisterPlace } from '../store/outlets.ts';
import { computeFigures } from '../store/till-money.ts';
import { type UnsentWork, unsentWork } from '../store/unsent-work.ts';
import type { AmountGiven } from './in-store-money.ts';
import { cashOf, openOpeningOf } from './open-register.ts';
import { registerOfWork } from './register-of-work.ts';

interface Counting {
  readonly counted?: AmountGiven | undefined;
  readonly denominations?: readonly { readonly value: AmountGiven; readonly count: number }[] | undefined;
}

export interface ClosingRequest extends Counting {
  readonly registerId?: string | undefined;
  readonly note?: string | undefined;
  readonly leaveUnsent: boolean;
}

/**
 * Closes a register and keeps its figures, in one transaction: what is recorded before it is in them, what comes after
 * belongs to the next opening (R26), and what is closed does not change any more. With work that was not sent yet it
 * closes only where a manager says so, and that is written down (N14): `needManager` refuses everybody else.
 * Throws `register_closed`, `unsent_work`, `manager_needed`, `invalid_input`.
 */
export const closeRegister = (
  desk: WorkDesk,
  { registerId, note, leaveUnsent, ...counting }: ClosingRequest,
  needManager: () => void,
): { openingId: string } =>
  desk.db.transaction(() => {
    const { db, now, by } = desk;
    const register = registerOfWork(db, registerId);
    const opening = openOpeningOf(db, register);
    const count = countOf(counting, register);
    const unsent = unsentWork(db);
    if (unsent.length > 0) {
      if (!leaveUnsent) throw unsentRefusal(unsent);
      needManager();
      recordAudit(desk, {
        what: 'registers.closeUnsent',
        subject: register.name,
        after: Object.fromEntries(unsent.map((work) => [work.label, work.count])),
      });
    }
    closeOpening(db, {
      openingKey: opening.openingKey,
      closedAt: now,
      closedBy: by,
      ...count,
      note: note || null,
      figures: computeFigures(db, opening),
    });
    return { openingId: opening.openingId };
  });

const unsentRefusal = (unsent: readonly UnsentWork[]): Refusal => {
  const kinds = unsent.map(({ label, count }) => `${label}: ${count}`).join(', ');
  return new Refusal('unsent_work', { message: `${faultSentences.unsent_work} Not sent: ${kinds}.` });
};

/** The sum, and the coins and notes it was counted by. Throws `invalid_input` where they do not come to the same. */
const countOf = ({ counted, denominations }: Counting, register: RegisterPlace) => {
  const pieces = denominations?.map(({ value, count }, index) => ({
    value: cashOf(value, register, `denominations.${index}.value`),
    count,
  }));
  const sum = pieces && sumOf(pieces, ({ value, count }) => value * count);
  const given = counted && cashOf(counted, register, 'counted');
  const cash = sum ?? given;
  if (cash === undefined || !Number.isSafeInteger(cash)) {
    throw new Refusal('invalid_input', { message: faultCases.cash_missing, field: 'counted' });
  }
  if (given === undefined || given === cash) return { counted: cash, denominations: pieces ?? null };
  const message = faultCases.cash_differs;
  throw new Refusal('invalid_input', { message, field: 'counted' });
};
