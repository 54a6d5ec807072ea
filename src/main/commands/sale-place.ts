import { Refusal } from '../../contract/fault.ts';
import type { Reader } from '../store/connection.ts';
import { boundPlace } from '../store/links.ts';
import {
  allOutlets,
  allRegisters,
  type OutletRow,
  outletById,
  type RegisterRow,
  registerById,
} from '../store/outlets.ts';

/** Where a sale in the shop is recorded: both, or it is not recorded. */
export interface SalePlace {
  readonly outlet: OutletRow;
  readonly register: RegisterRow;
}

/**
 * The register that is named; else, in the outlet that is named, the bound register or the only one; else the bound one.
 * Throws `not_found`, `register_not_in_outlet`, `not_bound`, and `invalid_input` where an outlet has several registers.
 */
export const salePlace = (
  db: Reader,
  { outletId, registerId }: { readonly outletId?: string | undefined; readonly registerId?: string | undefined },
): SalePlace => {
  if (registerId !== undefined) return namedRegister(db, registerId, outletId);
  const bound = boundPlace(db);
  if (outletId !== undefined && outletId !== bound?.outletId) return onlyRegister(db, outletId);
  if (bound) return namedRegister(db, bound.registerId, bound.outletId);
  throw new Refusal('not_bound', {
    message: 'No outlet and register are bound yet. Name both (outletId, registerId), or bind the link first.',
  });
};

const namedRegister = (db: Reader, registerId: string, outletId: string | undefined): SalePlace => {
  const register = registerById(db, registerId);
  if (!register) throw new Refusal('not_found', { field: 'registerId' });
  const outlet = outletOfRegister(db, register);
  if (outletId === undefined || outletId === outlet.outletId) return { outlet, register };
  throw outletById(db, outletId)
    ? new Refusal('register_not_in_outlet', { field: 'registerId' })
    : new Refusal('not_found', { field: 'outletId' });
};

const outletOfRegister = (db: Reader, { outletKey }: RegisterRow): OutletRow => {
  const outlet = allOutlets(db).find((each) => each.outletKey === outletKey);
  if (!outlet) throw new Refusal('internal');
  return outlet;
};

const onlyRegister = (db: Reader, outletId: string): SalePlace => {
  const outlet = outletById(db, outletId);
  if (!outlet) throw new Refusal('not_found', { field: 'outletId' });
  const [register, ...others] = allRegisters(db).filter(({ outletKey }) => outletKey === outlet.outletKey);
  if (register && others.length === 0) return { outlet, register };
  throw new Refusal('invalid_input', {
    message: register
      ? `${outlet.name} has several registers. Name the one that sold it.`
      : `${outlet.name} has no register yet. Make one first.`,
    field: 'registerId',
  });
};
