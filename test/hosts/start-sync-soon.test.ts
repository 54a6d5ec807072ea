import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type App, newSession } from '../../src/main/app.ts';
import { startSyncSoon } from '../../src/main/hosts/start-sync-soon.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What was done with the app behind it, in order. */
const openedSoon = () => {
  const done: string[] = [];
  const app: App = {
    dispatch: (name) => {
      done.push(name);
      return Promise.resolve({ ok: true, data: {} });
    },
    onEvent: () => () => undefined,
    startSync: () => void done.push('sync starts'),
    sleep: () => void done.push('sleep'),
    wakeUp: () => undefined,
    stop: () => Promise.resolve(),
  };
  return { done, app: startSyncSoon(app) };
};

test('the exchange starts when the first rows have been shown, once, and without a window as well (R14)', async () => {
  const shown = openedSoon();
  await shown.app.dispatch('link.get', {}, newSession());
  vi.advanceTimersByTime(300);
  expect(shown.done, 'what is no list shows no rows').toEqual(['link.get']);
  await shown.app.dispatch('fulfillments.list', {}, newSession());
  expect(shown.done).toEqual(['link.get', 'fulfillments.list']);
  vi.advanceTimersByTime(200);
  await shown.app.dispatch('fulfillments.list', {}, newSession());
  vi.advanceTimersByTime(100);
  expect(shown.done.at(-1), 'whoever looks on does not put it off').toBe('sync starts');
  await shown.app.dispatch('fulfillments.list', {}, newSession());
  vi.advanceTimersByTime(10_000);
  expect(shown.done.filter((each) => each === 'sync starts').length).toBe(1);

  const unseen = openedSoon();
  vi.advanceTimersByTime(2_000);
  expect(unseen.done).toEqual(['sync starts']);
});

test('an app that is closed or put to sleep before that starts nothing afterwards', async () => {
  const closed = openedSoon();
  await closed.app.stop();
  const asleep = openedSoon();
  asleep.app.sleep();
  vi.advanceTimersByTime(10_000);
  expect(closed.done).toEqual([]);
  expect(asleep.done).toEqual(['sync starts', 'sleep']);
});
