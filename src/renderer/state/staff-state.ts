import { createStore } from 'zustand/vanilla';
import type { AppClient, Output, ProcedureName } from './bridge.ts';

export interface StaffNow {
  /** Who is signed in with this window; null while nobody is, or while it is not known yet. */
  readonly staff: Output<'staff.current'>['staff'];
  /** Null while it is not known. */
  readonly managerPinSet: boolean | null;
}

/** What may have changed who is signed in. */
const changes: ReadonlySet<ProcedureName> = new Set([
  'staff.signIn',
  'staff.setManagerPin',
  'staff.changePin',
  'staff.remove',
  'staff.setIdleMinutes',
]);

/** Whoever reads and types is at work; the app is told at most this often. */
const stayEveryMs = 30_000;

/**
 * Who is signed in with this window. Asks when that may have changed, and when the sign-in should have ended by itself;
 * tells the app that somebody is there while they touch, click or type.
 */
export const createStaffState = (call: AppClient) => {
  const store = createStore<StaffNow>(() => ({ staff: null, managerPinSet: null }));
  let end: ReturnType<typeof setTimeout> | undefined;
  let stayedAt = 0;

  const read = async (): Promise<void> => {
    const reply = await call('staff.current', {});
    if (!reply.ok) return;
    const { staff, endsAt, managerPinSet } = reply.data;
    store.setState({ staff, managerPinSet });
    clearTimeout(end);
    if (endsAt !== null) end = setTimeout(() => void read(), Math.max(1_000, Date.parse(endsAt) - Date.now()));
  };

  const stay = (): void => {
    const now = Date.now();
    if (store.getState().staff === null || now - stayedAt < stayEveryMs) return;
    stayedAt = now;
    void call('staff.stay', {}).then(read);
  };
  for (const sign of ['keydown', 'pointerdown', 'wheel'] as const) {
    window.addEventListener(sign, stay, { passive: true });
  }

  return {
    store,
    read,
    /** To be told of every answer: some of them say that somebody signed in, or is not signed in any more. */
    heard: (name: ProcedureName, ok: boolean, code?: string): void => {
      if ((ok && changes.has(name)) || code === 'manager_needed') void read();
    },
    signOut: async () => {
      const reply = await call('staff.signOut', {});
      await read();
      return reply;
    },
  };
};
