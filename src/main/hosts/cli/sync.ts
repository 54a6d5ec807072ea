import type { SyncStatusView } from '../../../contract/sync.ts';
import type { App, Session } from '../../app.ts';
import { ask } from '../ask.ts';
import { print, tell } from './output.ts';
import { untilStopped } from './until-stopped.ts';
import { type Caller, withApp } from './with-app.ts';

const inWords = ({ state, progress, problem }: SyncStatusView): string => {
  if (problem !== null) return `${problem.message} ${problem.nextStep}`;
  if (progress === null) return state;
  return progress.total === null ? `${state}: ${progress.done}` : `${state}: ${progress.done} of ${progress.total}`;
};

const tellProgress = (app: App): (() => void) =>
  app.onEvent((event) => {
    if (event.type === 'sync') tell(inWords(event.status));
  });

const pullUntilNothingIsDue = async (app: App, session: Session) => {
  const total = { imported: 0, updated: 0, held: 0, sent: 0 };
  for (;;) {
    const { orders, outbox } = await ask(app, session, 'sync.now', {});
    total.imported += orders.imported;
    total.updated += orders.updated;
    // An order that is held is seen, and held, by every pull that reads its second again.
    total.held = orders.held;
    total.sent += outbox.sent;
    const { pending, parked } = outbox;
    if (orders.imported + orders.updated + outbox.sent === 0) return { ...total, pending, parked };
  }
};

/**
 * `sync`: pulls and replays without a screen, progress on standard error. With `once` it ends when nothing is due and
 * prints what was done; otherwise it runs until it is told to stop.
 */
export const sync = (caller: Caller, { once, json }: { readonly once: boolean; readonly json: boolean }) =>
  withApp(caller, async (app, session) => {
    const quiet = tellProgress(app);
    if (once) {
      const done = await pullUntilNothingIsDue(app, session);
      quiet();
      const { imported, updated, held, sent, pending, parked } = done;
      const sentence = `${imported} orders imported, ${updated} updated, ${held} held; ${sent} changes sent, ${pending} waiting, ${parked} parked.`;
      await print(json ? JSON.stringify({ ok: true, data: done }) : sentence);
      return 0;
    }
    app.startSync();
    await untilStopped();
    quiet();
    return 0;
  });
