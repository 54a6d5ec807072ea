import type { Contract } from '../contract/contract.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import type { Desk } from './desk.ts';

type WorkProcedure = Extract<keyof Contract, `work.${string}`>;

/** Long work, whoever does it: wiring only. */
export const workHandlers = ({
  sync,
  backups,
  supportFile,
}: Desk): Pick<Handlers<Contract, Session>, WorkProcedure> => {
  const holders = [sync, backups, supportFile];
  return {
    'work.running': () => ({ rows: holders.flatMap((holder) => [...holder.works()]) }),
    'work.stop': ({ work }) => ({
      wasRunning: holders.map((holder) => holder.stopWork(work)).some((stopped) => stopped),
    }),
  };
};
