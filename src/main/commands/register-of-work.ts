import { Refusal } from '../../contract/fault.ts';
import type { Reader } from '../store/connection.ts';
import { type RegisterPlace, registerInQuestion } from '../store/outlets.ts';

/** The register that is meant: the named one, else the bound one, else the only one. Throws `not_found`, `register_unclear`. */
export const registerOfWork = (db: Reader, registerId: string | undefined): RegisterPlace => {
  const register = registerInQuestion(db, registerId);
  if (register) return register;
  throw new Refusal(registerId === undefined ? 'register_unclear' : 'not_found', { field: 'registerId' });
};
