import { createStore } from 'zustand/vanilla';
import type { Fault } from '../../contract/fault.ts';
import { text } from '../text.ts';
import type { AppClient } from './bridge.ts';
import type { createNotices } from './notices.ts';

export interface ProofWork {
  /** When a proof was asked for here that has not ended yet, UTC ms. */
  readonly runningSince: number | null;
  /** The difference that is being put right, or all of them. */
  readonly repairing: string | 'all' | null;
  /** Why the last run or repair failed, and how to try it once more. */
  readonly failed: { readonly fault: Fault; readonly again: () => Promise<void> } | null;
}

/** Running the proof and repairing what it found; both go on while other screens are seen. */
export const createProofState = (call: AppClient, notices: ReturnType<typeof createNotices>) => {
  const store = createStore<ProofWork>(() => ({ runningSince: null, repairing: null, failed: null }));
  const isBusy = (): boolean => store.getState().runningSince !== null || store.getState().repairing !== null;

  const run = async (): Promise<void> => {
    if (isBusy()) return;
    store.setState({ runningSince: Date.now(), failed: null });
    const reply = await call('proof.run', {});
    const wasStopped = !reply.ok && reply.fault.code === 'stopped';
    store.setState({
      runningSince: null,
      failed: reply.ok || wasStopped ? null : { fault: reply.fault, again: run },
    });
    if (wasStopped) notices.say(text.proof.stopped);
    if (!reply.ok) return;
    const { length } = reply.data.differences;
    notices.say(length === 0 ? text.proof.ranAgrees : text.proof.ranDiffers(length));
  };

  const repair = async (differenceId: string | 'all'): Promise<void> => {
    if (isBusy()) return;
    store.setState({ repairing: differenceId, failed: null });
    const reply = await call('proof.repair', differenceId === 'all' ? {} : { differenceId });
    const again = () => repair(differenceId);
    store.setState({ repairing: null, failed: reply.ok ? null : { fault: reply.fault, again } });
    if (!reply.ok) return;
    const { repaired, left } = reply.data;
    notices.say(repaired === 0 ? text.proof.notRepaired : text.proof.repaired(repaired, left.length));
  };

  return {
    store,
    run,
    /** Puts one difference right, or all of them. */
    repair,
    /** The sale of an order; null, and said so, where it is not among the sales here. */
    saleOf: async (orderId: string): Promise<string | null> => {
      const reply = await call('sales.get', { orderId });
      if (reply.ok) return reply.data.saleId;
      notices.say(reply.fault.code === 'not_found' ? text.proof.noSuchSale(orderId) : reply.fault.message);
      return null;
    },
  };
};
