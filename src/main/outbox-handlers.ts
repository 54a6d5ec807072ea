import type { Contract } from '../contract/contract.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { discardEntry, retryEntry, retryEverything } from './commands/outbox-entries.ts';
import { changeWriteBack } from './commands/set-write-back.ts';
import { settle } from './commands/settle-conflict.ts';
import type { Desk } from './desk.ts';
import { listConflicts } from './queries/outbox-conflicts.ts';
import { listOutbox } from './queries/outbox-list.ts';
import { writeBack } from './store/write-back.ts';

type OutboxProcedure = Extract<keyof Contract, `outbox.${string}`>;

/** The procedures of the outbox and what answers them: wiring only. */
export const outboxHandlers = (desk: Desk): Pick<Handlers<Contract, Session>, OutboxProcedure> => {
  const { reader, writer, identity, clock } = desk;
  const workDesk = ({ staff }: Session) => ({ db: writer, identity, now: clock(), by: staff?.name ?? null });
  const told = <T>(worked: T): T => {
    desk.workDone();
    return worked;
  };
  return {
    'outbox.list': (input) => listOutbox(reader, input),
    'outbox.retry': (input, session) => {
      told(retryEntry(workDesk(session), input));
      return {};
    },
    'outbox.retryAll': (_input, session) => ({ entries: told(retryEverything(workDesk(session))) }),
    'outbox.discard': (input, session) => {
      told(discardEntry(workDesk(session), input));
      return {};
    },
    'outbox.conflicts': (input) => listConflicts(reader, input),
    'outbox.settle': (input, session) => {
      told(settle(workDesk(session), input));
      return {};
    },
    'outbox.writeBack': () => writeBack(reader),
    'outbox.setWriteBack': (input, session) => changeWriteBack(workDesk(session), input),
  };
};
