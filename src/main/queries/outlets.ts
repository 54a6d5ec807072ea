import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { Reader } from '../store/connection.ts';
import { allOutlets, allRegisters } from '../store/outlets.ts';

export const listOutlets = (db: Reader): OutputOf<Contract['outlets.list']> => {
  const registers = allRegisters(db);
  return {
    rows: allOutlets(db).map(({ outletKey, ...outlet }) => ({
      ...outlet,
      registers: registers
        .filter((register) => register.outletKey === outletKey)
        .map(({ registerId, name }) => ({ registerId, name })),
    })),
  };
};
