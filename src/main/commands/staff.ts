import { Refusal } from '../../contract/fault.ts';
import { faultCases } from '../../contract/fault-cases.ts';
import { recordAudit, type WorkDesk } from '../store/audit.ts';
import { idleMinutes, setIdleMinutes } from '../store/idle-time.ts';
import {
  countManagers,
  deleteStaff,
  hasManager,
  insertStaff,
  type StaffRow,
  staffByName,
  updatePin,
} from '../store/staff.ts';
import { forgetWrongPins } from '../store/wrong-pins.ts';
import { hashPin } from './pin.ts';
import type { SignedIn } from './sign-in.ts';

/** The person that the first PIN belongs to. */
const FIRST_MANAGER = 'Manager';

/**
 * Sets the manager PIN. Free on a data folder without one; afterwards only a signed-in manager may, for themselves (R6).
 * Throws `pin_already_set`.
 */
export const setManagerPin = async (
  desk: Omit<WorkDesk, 'by'>,
  { pin, by }: { readonly pin: string; readonly by: SignedIn | null },
): Promise<SignedIn> => {
  const { db, now } = desk;
  const name = by?.role === 'manager' ? by.name : FIRST_MANAGER;
  const person: StaffRow = { name, role: 'manager', pinHash: await hashPin(pin), pinSetAt: now };
  db.transaction(() => {
    const before = hasManager(db);
    if (before && by?.role !== 'manager') throw new Refusal('pin_already_set');
    if (staffByName(db, name)) updatePin(db, person);
    else insertStaff(db, person);
    recordAudit(
      { ...desk, by: by?.name ?? null },
      {
        what: 'staff.setManagerPin',
        subject: name,
        before: { PIN: before ? 'another' : 'none' },
        after: { PIN: 'set' },
      },
    );
  });
  return { name, role: 'manager', pinSetAt: now };
};

/** Puts somebody on the list. Throws `staff_name_taken`. */
export const addStaff = async (
  desk: WorkDesk,
  { name, role, pin }: { readonly name: string; readonly role: StaffRow['role']; readonly pin: string },
): Promise<void> => {
  const pinHash = await hashPin(pin);
  desk.db.transaction(() => {
    if (staffByName(desk.db, name)) throw new Refusal('staff_name_taken', { field: 'name' });
    insertStaff(desk.db, { name, role, pinHash, pinSetAt: desk.now });
    recordAudit(desk, { what: 'staff.add', subject: name, after: { role } });
  });
};

/** Gives somebody a new PIN; sign-ins by the old one end, and what was held back after wrong ones is not any more. Throws `not_found`. */
export const changePin = async (
  desk: WorkDesk,
  { name, pin }: { readonly name: string; readonly pin: string },
): Promise<void> => {
  const pinHash = await hashPin(pin);
  desk.db.transaction(() => {
    const person = personNamed(desk, name);
    updatePin(desk.db, { name: person.name, pinHash, pinSetAt: desk.now });
    forgetWrongPins(desk.db, person.name);
    recordAudit(desk, { what: 'staff.changePin', subject: person.name });
  });
};

/** Takes somebody off the list; what they did keeps their name. Throws `not_found`, `last_manager`. */
export const removeStaff = (desk: WorkDesk, { name }: { readonly name: string }): void =>
  desk.db.transaction(() => {
    const person = personNamed(desk, name);
    if (person.role === 'manager' && countManagers(desk.db) === 1) throw new Refusal('last_manager', { field: 'name' });
    deleteStaff(desk.db, person.name);
    forgetWrongPins(desk.db, person.name);
    recordAudit(desk, { what: 'staff.remove', subject: person.name, before: { role: person.role } });
  });

/** After how many minutes without work a sign-in ends by itself. */
export const changeIdleMinutes = (desk: WorkDesk, { minutes }: { readonly minutes: number }): void =>
  desk.db.transaction(() => {
    const before = idleMinutes(desk.db);
    if (before === minutes) return;
    setIdleMinutes(desk.db, minutes);
    recordAudit(desk, {
      what: 'staff.setIdleMinutes',
      subject: 'Sign-in',
      before: { minutes: before },
      after: { minutes },
    });
  });

const personNamed = ({ db }: WorkDesk, name: string): StaffRow => {
  const person = staffByName(db, name);
  if (!person) throw new Refusal('not_found', { message: faultCases.nobody_of_that_name, field: 'name' });
  return person;
};
