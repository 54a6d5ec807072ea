import type { Procedure } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { requireManager } from './desk.ts';
import type { Reader } from './store/connection.ts';
import { idleMinutes } from './store/idle-time.ts';
import { hasManager, staffByName } from './store/staff.ts';

export interface Gate {
  /** Ends a sign-in that is over, then refuses who may not ask for this. Throws `manager_needed`. */
  readonly admit: (procedure: Procedure, session: Session) => void;
}

const MINUTE_MS = 60_000;
const noPinYet =
  'Only a manager may do this, and no manager PIN is set yet. Set one first, in Settings or by staff.setManagerPin.';

/** When the sign-in of a session ends by itself (UTC ms). */
export const signInEndsAt = (db: Reader, { activeAt = 0 }: Pick<Session, 'activeAt'>): number =>
  activeAt + idleMinutes(db) * MINUTE_MS;

/**
 * Who may have what done, for every procedure (R6): the one place where it is decided, before anything of a call runs.
 *
 *   nobody ──right PIN──▶ signed in ──signs out · idle too long · PIN changed · taken off the list──▶ nobody
 *
 * Commands are work; a query is not, for a screen that is left alone asks as well.
 */
export const createGate = (db: Reader, clock: () => number): Gate => {
  const whyOver = ({ staff, ...session }: Session, now: number): string | undefined => {
    if (staff === null) return undefined;
    if (staffByName(db, staff.name)?.pinSetAt !== staff.pinSetAt) return 'That PIN holds no more. Sign in again.';
    if (now < signInEndsAt(db, session)) return undefined;
    return `The sign-in ended by itself, after ${idleMinutes(db)} minutes without work. Sign in again.`;
  };

  return {
    admit: ({ kind, allowed }, session) => {
      const now = clock();
      const over = whyOver(session, now);
      if (over !== undefined) session.staff = null;
      if (kind === 'command') session.activeAt = now;
      const isSetUp = hasManager(db);
      if (allowed === 'manager' && !isSetUp) requireManager(session, noPinYet);
      if (allowed !== 'anyone' && isSetUp) requireManager(session, over);
    },
  };
};
