import type { Contract } from '../contract/contract.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { createSignIn } from './commands/sign-in.ts';
import { addStaff, changeIdleMinutes, changePin, removeStaff, setManagerPin } from './commands/staff.ts';
import { type Desk, workDesk } from './desk.ts';
import { signInEndsAt } from './gate.ts';
import { listStaff } from './queries/staff.ts';
import { instantView } from './queries/views.ts';
import { hasManager } from './store/staff.ts';

type StaffProcedure = Extract<keyof Contract, `staff.${string}`>;

/** The procedures of staff and what answers them: wiring only. */
export const staffHandlers = (desk: Desk): Pick<Handlers<Contract, Session>, StaffProcedure> => {
  const { reader, writer, identity, clock } = desk;
  const signIn = createSignIn({ db: writer, identity, clock });
  const changed = () => {
    desk.changed(['staff']);
    return {};
  };
  return {
    'staff.setManagerPin': async ({ pin }, session) => {
      session.staff = await setManagerPin({ db: writer, identity, now: clock() }, { pin, by: session.staff });
      return changed();
    },
    'staff.signIn': async (input, session) => {
      session.staff = await signIn(input);
      session.activeAt = clock();
      return session.staff;
    },
    'staff.signOut': (_, session) => {
      session.staff = null;
      return {};
    },
    'staff.stay': () => ({}),
    'staff.current': (_, session) => ({
      staff: session.staff,
      endsAt: session.staff && instantView(signInEndsAt(reader, session)),
      managerPinSet: hasManager(reader),
    }),
    'staff.list': () => listStaff(reader),
    'staff.add': async (input, session) => {
      await addStaff(workDesk(desk, session), input);
      return changed();
    },
    'staff.changePin': async (input, session) => {
      await changePin(workDesk(desk, session), input);
      return changed();
    },
    'staff.remove': (input, session) => {
      removeStaff(workDesk(desk, session), input);
      return changed();
    },
    'staff.setIdleMinutes': (input, session) => {
      changeIdleMinutes(workDesk(desk, session), input);
      return changed();
    },
  };
};
