import type { AppEvent } from '../../src/contract/event.ts';
import type { App, Session } from '../../src/main/app.ts';

/** An app that answers each call with what it was asked and by whom, for tests of what carries a call. */
export const createFakeApp = () => {
  const listeners = new Set<(event: AppEvent) => void>();
  const sessions: Session[] = [];
  const app: App = {
    dispatch: async (name, input, session) => {
      sessions.push(session);
      return { ok: true, data: { name, input } };
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    startSync: () => undefined,
    sleep: () => undefined,
    wakeUp: () => undefined,
    stop: async () => undefined,
  };
  return {
    app,
    /** The session of each call, in order. */
    sessions,
    listeners,
    tell: (event: AppEvent): void => {
      for (const listener of listeners) listener(event);
    },
  };
};
