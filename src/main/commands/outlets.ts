import { Refusal } from '../../contract/fault.ts';
import type { Identity } from '../domain/identity.ts';
import { storeDay } from '../domain/store-day.ts';
import type { Writer } from '../store/connection.ts';
import { insertOutlet, insertRegister, outletById } from '../store/outlets.ts';

interface Made {
  readonly identity: Identity;
  /** UTC ms. */
  readonly now: number;
}

/** Throws `invalid_input` for a time zone that this machine does not know. */
export const createOutlet = (
  db: Writer,
  { identity, now }: Made,
  outlet: { readonly name: string; readonly timeZone: string; readonly currency: string },
): { outletId: string } => {
  try {
    storeDay(now, outlet.timeZone);
  } catch {
    throw new Refusal('invalid_input', {
      message: `"${outlet.timeZone}" is not a time zone. Use a name such as Europe/Dublin.`,
      field: 'timeZone',
    });
  }
  const outletId = identity.next();
  insertOutlet(db, { outletId, ...outlet, createdAt: now });
  return { outletId };
};

/** Throws `not_found` when there is no such outlet. */
export const createRegister = (
  db: Writer,
  { identity, now }: Made,
  register: { readonly outletId: string; readonly name: string },
): { registerId: string } => {
  const outlet = outletById(db, register.outletId);
  if (!outlet) throw new Refusal('not_found', { field: 'outletId' });
  const registerId = identity.next();
  insertRegister(db, { registerId, outletKey: outlet.outletKey, name: register.name, createdAt: now });
  return { registerId };
};
