import { type App, newSession } from '../../app.ts';
import { ask } from '../ask.ts';

export interface Health {
  /** False only where starting again may help: waiting for a network or a person is no reason. */
  readonly ok: boolean;
  readonly upSeconds: number;
  /** How the exchange stands; null where the desk did not answer. */
  readonly sync: {
    readonly version: string;
    readonly state: string;
    readonly lastPulledAt: string | null;
    readonly waiting: number;
  } | null;
}

/**
 * What a supervisor on this machine may know without being let in: that the desk answers, and whether the exchange keeps
 * up. No order, no customer, no store.
 */
export const createHealth = (app: App, now: () => number): (() => Promise<Health>) => {
  const since = now();
  const standing = async (): Promise<Health['sync']> => {
    const { version } = await ask(app, newSession(), 'app.about', {});
    const { state, lastPulledAt, outbox } = await ask(app, newSession(), 'sync.status', {});
    return { version, state, lastPulledAt, waiting: outbox.pending + outbox.parked };
  };
  return async () => {
    // Dispatch has logged what failed; whoever asks here can only start it again.
    const sync = await standing().catch(() => null);
    return { ok: sync !== null, upSeconds: Math.floor((now() - since) / 1000), sync };
  };
};
