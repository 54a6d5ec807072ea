import type { App } from '../app.ts';

/** What was answered has still to be drawn. */
const drawnAfterMs = 300;
/** A till that runs as a service may have no window at all, and receives orders all the same. */
const noWindowAfterMs = 2_000;

const firstRows: ReadonlySet<string> = new Set(['fulfillments.list', 'sales.list']);

/**
 * Starts the exchange when a window has its first rows, or has none after two seconds: the sync thread begins with adding up
 * the whole ledger (N2), and a till of two processors needs both of them to show a window.
 */
export const startSyncSoon = (app: App): App => {
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    clearTimeout(timer);
    timer = undefined;
    app.startSync();
  };
  timer = setTimeout(start, noWindowAfterMs);
  let isShown = false;
  return {
    ...app,
    dispatch: async (name, input, session) => {
      const reply = await app.dispatch(name, input, session);
      if (firstRows.has(name) && timer !== undefined && !isShown) {
        isShown = true;
        clearTimeout(timer);
        timer = setTimeout(start, drawnAfterMs);
      }
      return reply;
    },
    sleep: () => {
      if (timer !== undefined) start();
      app.sleep();
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      return app.stop();
    },
  };
};
