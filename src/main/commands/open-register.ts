import { Refusal } from '../../contract/fault.ts';
import type { WorkDesk } from '../store/audit.ts';
import { insertDrawerMove } from '../store/drawer-moves.ts';
import { insertOpening, type OpeningRow, openingNumbers, openOpening } from '../store/openings.ts';
import type { RegisterPlace } from '../store/outlets.ts';
import { type AmountGiven, amountOf } from './in-store-money.ts';
import { registerOfWork } from './register-of-work.ts';

/** Opens a register. What was recorded since its last close belongs to it already (R26). Throws `register_open`. */
export const openRegister = (
  { db, identity, now, by }: WorkDesk,
  { registerId, float }: { readonly registerId?: string | undefined; readonly float: AmountGiven },
): { openingId: string } =>
  db.transaction(() => {
    const register = registerOfWork(db, registerId);
    const { registerKey } = register;
    if (openOpening(db, registerKey)) throw new Refusal('register_open', { field: 'registerId' });
    const openingId = identity.next();
    insertOpening(db, {
      openingId,
      registerKey,
      number: openingNumbers(db)(registerKey),
      openedAt: now,
      openedBy: by,
      float: cashOf(float, register, 'float'),
    });
    return { openingId };
  });

/** Puts money into the drawer, or takes it out, without a sale. Throws `register_closed`. */
export const moveCash = (
  { db, identity, now, by }: WorkDesk,
  move: {
    readonly registerId?: string | undefined;
    readonly kind: 'paid_in' | 'paid_out';
    readonly amount: AmountGiven;
    readonly reason: string;
  },
): void =>
  db.transaction(() => {
    const register = registerOfWork(db, move.registerId);
    const { openingKey } = openOpeningOf(db, register);
    const amount = cashOf(move.amount, register, 'amount');
    insertDrawerMove(db, {
      moveId: identity.next(),
      openingKey,
      amount: move.kind === 'paid_in' ? amount : 0 - amount,
      reason: move.reason,
      movedBy: by,
      movedAt: now,
    });
  });

/** Throws `register_closed`. */
export const openOpeningOf = (db: WorkDesk['db'], { registerKey, name }: RegisterPlace): OpeningRow => {
  const opening = openOpening(db, registerKey);
  if (opening) return opening;
  throw new Refusal('register_closed', { message: `${name} is closed. Open it first.`, field: 'registerId' });
};

/** Cash is not negative. Throws `invalid_input`. */
export const cashOf = (given: AmountGiven, { currency }: RegisterPlace, field: string): number => {
  const amount = amountOf(given, currency, field);
  if (amount >= 0) return amount;
  throw new Refusal('invalid_input', { message: 'An amount of cash is not negative. Correct it.', field });
};
