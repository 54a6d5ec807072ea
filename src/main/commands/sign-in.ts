import { setTimeout as delay } from 'node:timers/promises';
import { faultSentences, Refusal } from '../../contract/fault.ts';
import type { Identity } from '../domain/identity.ts';
import { pinDelayMs, pinWaitMs } from '../domain/pin-delay.ts';
import { recordAudit } from '../store/audit.ts';
import type { Writer } from '../store/connection.ts';
import { type StaffRow, staffByName } from '../store/staff.ts';
import { countWrongPin, forgetWrongPins, wrongPinsOf } from '../store/wrong-pins.ts';
import { pinMatches } from './pin.ts';

/** Somebody who gave the right PIN. It holds until that PIN is changed. */
export type SignedIn = Pick<StaffRow, 'name' | 'role' | 'pinSetAt'>;

interface SignInDeps {
  readonly db: Writer;
  readonly identity: Identity;
  readonly clock: () => number;
}

/**
 * Checks PINs, for one name one at a time. After each wrong one the next answer, right or wrong, comes later: also in
 * another window and after a restart, for the count is kept. Each wrong one is in the audit log (R6). A right PIN forgives
 * its own name only, so that nobody guesses another's between right ones of their own.
 * Throws `wrong_pin`; `pins_slowed` while another PIN for that name is being checked. Both say how long to wait.
 */
export const createSignIn = ({ db, identity, clock }: SignInDeps) => {
  const beingChecked = new Set<string>();

  const seconds = (ms: number): string => (ms <= 1000 ? '1 second' : `${Math.ceil(ms / 1000)} seconds`);
  const waitMs = (name: string): number => pinWaitMs(wrongPinsOf(db, name), clock());

  const isRight = async (name: string, pin: string): Promise<boolean> => {
    await delay(waitMs(name));
    const person = staffByName(db, name);
    return person !== undefined && pinMatches(pin, person.pinHash);
  };
  const countWrong = (name: string): Refusal => {
    const { wrong } = db.transaction(() => {
      const now = clock();
      countWrongPin(db, name, now);
      const counted = wrongPinsOf(db, name);
      recordAudit(
        { db, identity, now, by: null },
        {
          what: 'staff.wrongPin',
          subject: name || 'a name nobody has',
          after: { 'wrong PINs in a row': counted.wrong },
        },
      );
      return counted;
    });
    const wait = pinDelayMs(wrong);
    const slower = wait < 1000 ? '' : ` The next answer takes ${seconds(wait)}.`;
    return new Refusal('wrong_pin', { message: `${faultSentences.wrong_pin}${slower}` });
  };

  return async ({ name: typed, pin }: { readonly name: string; readonly pin: string }): Promise<SignedIn> => {
    // A name that nobody has may be a PIN in the wrong field: it is not written down.
    const name = staffByName(db, typed.trim())?.name ?? '';
    if (beingChecked.has(name)) {
      const message = `A PIN for that name is being checked already. Try again in ${seconds(waitMs(name))}.`;
      throw new Refusal('pins_slowed', { message });
    }
    beingChecked.add(name);
    try {
      const right = await isRight(name, pin);
      const person = staffByName(db, name);
      if (!right || !person) throw countWrong(name);
      forgetWrongPins(db, name);
      return { name: person.name, role: person.role, pinSetAt: person.pinSetAt };
    } finally {
      beingChecked.delete(name);
    }
  };
};
