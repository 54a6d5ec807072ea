import { setTimeout as delay } from 'node:timers/promises';
import type { ScenarioName, TrainingView } from '../../../contract/training.ts';
import type { PracticeAct } from '../../../practice-store/worker.ts';
import { type App, newSession, type TrainingControls } from '../../app.ts';
import { ask } from '../ask.ts';
import { type Scenario, type Seen, type Stage, scenarios } from './scenarios.ts';

/**
 * Plays scenarios on a practice till, one at a time: waits for what staff do, and lets the store do what the scenario says.
 *
 *   at rest ──start──▶ playing ──last step done──▶ played (shown until stopped) ──start · stop──▶ …
 */
export interface Training extends TrainingControls {
  /** Resolves when what is played has come to its end. */
  readonly played: () => Promise<void>;
}

export interface TrainingDeps {
  readonly app: App;
  /** Has the practice store do something; answers the order's number where it placed one. */
  readonly act: (act: PracticeAct) => Promise<number | null>;
  readonly onFailure: (error: unknown) => void;
  /** Lets somebody read, for so many ms; rejects when the signal ends it. The clock's unless said otherwise. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}

interface Run {
  readonly scenario: ScenarioName;
  orderId: number | null;
  fulfillmentId: string | null;
  done: number;
  readonly ending: AbortController;
}

const LOOK_EVERY_MS = 500;

const byTheClock = (ms: number, signal: AbortSignal): Promise<void> => delay(ms, undefined, { signal });

export const createTraining = ({ app, act, onFailure, pause: wait = byTheClock }: TrainingDeps): Training => {
  let run: Run | null = null;
  let playing: Promise<void> = Promise.resolve();

  const see = async (seeing: Run, orderId: number): Promise<Seen | null> => {
    const session = newSession();
    const found = await app.dispatch('sales.get', { orderId: String(orderId) }, session);
    if (!found.ok) return null;
    const { saleId, saleStatus, paymentState } = await ask(app, session, 'sales.get', { orderId: String(orderId) });
    const { rows } = await ask(app, session, 'fulfillments.list', { segment: 'all', search: String(orderId) });
    const mine = rows.find((row) => row.saleId === saleId);
    seeing.fulfillmentId = mine?.fulfillmentId ?? null;
    const { outbox, state } = await ask(app, session, 'sync.status', {});
    return {
      saleStatus,
      paymentState,
      status: mine?.status ?? '',
      picked: mine?.lines.reduce((sum, line) => sum + line.picked, 0) ?? 0,
      unsent: outbox.pending + outbox.parked,
      isOffline: state === 'offline',
    };
  };

  const stageOf = (mine: Run): Stage => {
    const { signal } = mine.ending;
    const pause = (ms: number): Promise<void> => wait(ms, signal);
    const until: Stage['until'] = async (fits) => {
      for (;;) {
        const seen = mine.orderId === null ? null : await see(mine, mine.orderId);
        if (seen !== null && fits(seen)) return;
        await pause(LOOK_EVERY_MS);
      }
    };
    const ofOrder = async (kind: 'cancel' | 'pay'): Promise<void> => {
      if (mine.orderId !== null) await act({ kind, orderId: mine.orderId });
    };
    return {
      order: async (draft) => {
        mine.orderId = await act({ kind: 'order', draft });
        await until(() => true);
      },
      until,
      pause,
      step: () => {
        mine.done += 1;
      },
      cancel: () => ofOrder('cancel'),
      pay: () => ofOrder('pay'),
      loseNetwork: async (ms) => {
        await act({ kind: 'refuse', forMs: ms });
      },
    };
  };

  const play = async (mine: Run, { play: script }: Scenario): Promise<void> => {
    try {
      await script(stageOf(mine));
    } catch (error) {
      if (!mine.ending.signal.aborted) onFailure(error);
    }
  };

  const view = (): TrainingView => {
    if (run === null) return { running: null };
    const { scenario, orderId, fulfillmentId, done } = run;
    const { steps } = scenarios[scenario];
    return { running: { scenario, orderId: orderId === null ? null : String(orderId), fulfillmentId, done, steps } };
  };
  const stop = (): TrainingView => {
    run?.ending.abort();
    run = null;
    return view();
  };
  return {
    status: view,
    start: (scenario) => {
      stop();
      run = { scenario, orderId: null, fulfillmentId: null, done: 0, ending: new AbortController() };
      playing = play(run, scenarios[scenario]);
      return view();
    },
    stop,
    played: () => playing,
  };
};
