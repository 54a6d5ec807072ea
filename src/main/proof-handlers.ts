import type { Contract } from '../contract/contract.ts';
import { Refusal } from '../contract/fault.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { asRefusal, type Desk } from './desk.ts';
import { latestOutcome, latestProof } from './queries/proof.ts';

type ProofProcedure = Extract<keyof Contract, `proof.${string}`>;

export const proofHandlers = ({ reader, sync, changed }: Desk): Pick<Handlers<Contract, Session>, ProofProcedure> => {
  const outcome = () => {
    const found = latestOutcome(reader);
    if (!found) throw new Refusal('not_found');
    return found;
  };
  return {
    'proof.run': async ({ since }) => {
      await asRefusal(sync.ask('proof', since === undefined ? null : Date.parse(since)));
      return outcome();
    },
    'proof.latest': () => latestProof(reader),
    'proof.repair': async ({ differenceId }) => {
      const repaired = await asRefusal(sync.ask('repair', differenceId ?? null));
      if (repaired > 0) changed(['proof', 'stock']);
      return { repaired, left: latestOutcome(reader)?.differences ?? [] };
    },
  };
};
