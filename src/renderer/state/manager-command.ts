import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Reply } from '../../contract/procedure.ts';
import { text } from '../text.ts';
import type { AppClient } from './bridge.ts';

/**
 * idle ──run──▶ running ──answered──▶ idle (`problem`: why not)
 *                  │  ▲
 *   manager needed ▼  │ signed in
 *              needs_manager ⇄ checking (`problem`: why the sign-in was not accepted)
 */
export interface Commanded {
  readonly state: 'idle' | 'running' | 'needs_manager' | 'checking';
  readonly problem: string | null;
  /** Somebody stopped it, and `problem` says what was and what was not done: nothing is wrong. */
  readonly wasStopped?: boolean;
}

export interface ManagerCommand {
  readonly store: StoreApi<Commanded>;
  /** Asks; where only a manager may, waits for one to sign in and asks again. `done` is told the answer. */
  readonly run: <T>(ask: () => Promise<Reply<T>>, done: (answer: T) => void) => Promise<void>;
  /** Signs in, and goes on with what was asked. */
  readonly signIn: (name: string, pin: string) => Promise<void>;
  /** The same where there is no manager PIN yet: sets it, and goes on. */
  readonly setPin: (pin: string) => Promise<void>;
  /** Lets go of what was asked, and of why it was refused. */
  readonly forget: () => void;
}

const idle: Commanded = { state: 'idle', problem: null };

/** Something that only a manager may do (R6): one at a time. */
export const createManagerCommand = (call: AppClient): ManagerCommand => {
  const store = createStore<Commanded>(() => idle);
  let askAgain: (() => Promise<void>) | null = null;

  const run = async <T>(ask: () => Promise<Reply<T>>, done: (answer: T) => void): Promise<void> => {
    if (store.getState().state === 'running') return;
    // What a run before was told, a stop among it, says nothing of this one.
    store.setState({ state: 'running', problem: null }, true);
    const reply = await ask();
    if (reply.ok) {
      askAgain = null;
      store.setState(idle);
      return done(reply.data);
    }
    const { code, message } = reply.fault;
    askAgain = code === 'manager_needed' ? () => run(ask, done) : null;
    store.setState(
      askAgain === null
        ? { state: 'idle', problem: message, wasStopped: code === 'stopped' }
        : { state: 'needs_manager', problem: null },
    );
  };

  /** `check` answers why it was not accepted; null where it was. */
  const confirm = async (check: () => Promise<string | null>): Promise<void> => {
    if (store.getState().state !== 'needs_manager') return;
    store.setState({ state: 'checking', problem: null });
    const problem = await check();
    // Somebody may have thought better of it meanwhile.
    if (store.getState().state !== 'checking') return;
    if (problem === null) return askAgain?.();
    store.setState({ state: 'needs_manager', problem });
  };

  return {
    store,
    run,
    signIn: (name, pin) =>
      confirm(async () => {
        const reply = await call('staff.signIn', { name, pin });
        if (!reply.ok) return reply.fault.message;
        return reply.data.role === 'manager' ? null : text.signIn.notManager(reply.data.name);
      }),
    setPin: (pin) =>
      confirm(async () => {
        const reply = await call('staff.setManagerPin', { pin });
        return reply.ok ? null : reply.fault.message;
      }),
    forget: () => {
      if (store.getState().state === 'running') return;
      askAgain = null;
      store.setState(idle);
    },
  };
};
