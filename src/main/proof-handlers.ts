import type { Contract } from '../contract/contract.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import type { Desk } from './desk.ts';

type ProofProcedure = Extract<keyof Contract, `proof.${string}`>;

export const proofHandlers = (_desk: Desk): Pick<Handlers<Contract, Session>, ProofProcedure> => ({});
