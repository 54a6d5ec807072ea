import type { Contract } from '../contract/contract.ts';
import type { Handlers, OutputOf } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { changeKeeping } from './commands/personal-data.ts';
import { asRefusal, type Desk, workDesk } from './desk.ts';
import { instantView, nullableInstant } from './queries/views.ts';
import { keepingOf } from './store/personal-data.ts';

type PrivacyProcedure = Extract<keyof Contract, `privacy.${string}`>;

export const privacyHandlers = (desk: Desk): Pick<Handlers<Contract, Session>, PrivacyProcedure> => {
  const view = (): OutputOf<Contract['privacy.get']> => {
    const { months, beginsAt, lastRunAt, removed } = keepingOf(desk.reader, desk.clock());
    return { months, beginsAt: instantView(beginsAt), lastRunAt: nullableInstant(lastRunAt), removed };
  };
  return {
    'privacy.get': view,
    'privacy.setMonths': (input, session) => {
      changeKeeping(workDesk(desk, session), input);
      return view();
    },
    'privacy.removeNow': async () => {
      const { sales, wasStopped } = await asRefusal(desk.sync.ask('removePersons', null));
      return { removed: sales, wasStopped };
    },
  };
};
