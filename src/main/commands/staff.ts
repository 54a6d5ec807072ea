import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../../contract/fault.ts';
import { recordAudit, type WorkDesk } from '../store/audit.ts';
import type { Writer } from '../store/connection.ts';
import { hasManager, staffByName, upsertStaff } from '../store/staff.ts';
import { hashPin, pinMatches } from './pin.ts';

export interface SignedIn {
  readonly name: string;
  readonly role: 'manager' | 'staff';
}

/** The person that the first PIN belongs to. */
const FIRST_MANAGER = 'Manager';

/**
 * Sets the manager PIN. Free on a data folder without one; afterwards only a signed-in manager may (R6).
 * Throws `pin_already_set`.
 */
export const setManagerPin = async (
  desk: Omit<WorkDesk, 'by'>,
  { pin, by }: { readonly pin: string; readonly by: SignedIn | null },
): Promise<SignedIn> => {
  const name = by?.role === 'manager' ? by.name : FIRST_MANAGER;
  const pinHash = await hashPin(pin);
  const { db, now } = desk;
  db.transaction(() => {
    const before = hasManager(db);
    if (before && by?.role !== 'manager') throw new Refusal('pin_already_set');
    upsertStaff(db, { name, role: 'manager', pinHash, createdAt: now });
    recordAudit(
      { ...desk, by: by?.name ?? null },
      { what: 'staff.setManagerPin', subject: name, before: { 'a manager PIN was set': before } },
    );
  });
  return { name, role: 'manager' };
};

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 30_000;

/** Checks PINs; after each wrong one the next answer, right or wrong, takes longer. */
export const createSignIn = () => {
  let wrong = 0;
  return async (db: Writer, { name, pin }: { readonly name: string; readonly pin: string }): Promise<SignedIn> => {
    if (wrong > 0) await delay(Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (wrong - 1)));
    const person = staffByName(db, name.trim());
    if (!person || !(await pinMatches(pin, person.pinHash))) {
      wrong += 1;
      throw new Refusal('wrong_pin');
    }
    wrong = 0;
    return { name: person.name, role: person.role };
  };
};
