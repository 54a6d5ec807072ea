import type { AppEvent } from '../../contract/event.ts';
import type { App } from '../app.ts';

/** Opens an app that may ask to be closed and opened again. */
export type OpenAnew = (reopen: () => void) => Promise<App>;

/**
 * An app that is closed and opened anew under those who use it, as a restored copy needs it: hosts hold one app, whatever
 * stands behind it. Calls wait meanwhile. Where it does not open again, `onLost` is told why; every call then is refused by
 * the closed app.
 */
export const openReopenable = async (open: OpenAnew, onLost: (error: unknown) => void): Promise<App> => {
  const listeners = new Set<(event: AppEvent) => void>();
  const tell = (event: AppEvent): void => {
    for (const listener of listeners) listener(event);
  };
  let automatic = false;
  let stopped = false;
  let opened = open(reopen);

  function reopen(): void {
    const before = opened;
    opened = before.then(async (app) => {
      await app.stop();
      if (stopped) return app;
      try {
        const next = await openHeard();
        tell({ type: 'reopened' });
        return next;
      } catch (error) {
        onLost(error);
        return app;
      }
    });
  }

  const openHeard = async (): Promise<App> => {
    const app = await open(reopen);
    app.onEvent(tell);
    if (automatic) app.startSync();
    return app;
  };

  const first = await opened;
  first.onEvent(tell);
  let now = first;
  const current = async (): Promise<App> => {
    now = await opened;
    return now;
  };
  return {
    dispatch: async (name, input, session) => (await current()).dispatch(name, input, session),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    startSync: () => {
      automatic = true;
      now.startSync();
    },
    sleep: () => now.sleep(),
    wakeUp: () => now.wakeUp(),
    stop: async () => {
      stopped = true;
      await (await current()).stop();
    },
  };
};
