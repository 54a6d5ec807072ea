import type { Contract } from '../contract/contract.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { closeRegister } from './commands/close-register.ts';
import { moveCash, openRegister } from './commands/open-register.ts';
import { type Desk, requireManager, workDesk } from './desk.ts';
import { handover } from './queries/handover.ts';
import { listOpenings, listRegisters } from './queries/registers.ts';
import { tillSummary } from './queries/till-summary.ts';

type TillProcedure =
  | Extract<keyof Contract, `till.${string}`>
  | Exclude<Extract<keyof Contract, `registers.${string}`>, 'registers.create'>;

/** The procedures of registers and their tills, and what answers them: wiring only. */
export const tillHandlers = (desk: Desk): Pick<Handlers<Contract, Session>, TillProcedure> => {
  const { reader, clock } = desk;
  const changed = <T>(answer: T): T => {
    desk.changed(['till']);
    return answer;
  };
  return {
    'registers.list': () => listRegisters(reader),
    'registers.open': (input, session) => changed(openRegister(workDesk(desk, session), input)),
    'registers.moveCash': (input, session) => {
      moveCash(workDesk(desk, session), input);
      return changed({});
    },
    'registers.close': (input, session) => {
      const closed = closeRegister(workDesk(desk, session), input, () => requireManager(session));
      return changed(tillSummary(reader, closed));
    },
    'till.summary': (input) => tillSummary(reader, input),
    'till.openings': (input) => listOpenings(reader, input),
    'till.handover': (input) => handover(reader, clock(), input),
  };
};
