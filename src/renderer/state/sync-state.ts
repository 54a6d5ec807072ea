import { createStore } from 'zustand/vanilla';
import type { SyncStatusView } from '../../contract/sync.ts';
import { text } from '../text.ts';
import type { AppClient, Connection } from './bridge.ts';

export interface SyncFacts {
  readonly status: SyncStatusView | null;
  readonly connection: Connection;
  /** True while a pull that was asked for here is running. */
  readonly asking: boolean;
}

/** How the exchange with BigCommerce stands, and the wish to look now. `say` tells the outcome in one sentence. */
export const createSyncState = (call: AppClient, say: (notice: string) => void) => {
  const store = createStore<SyncFacts>(() => ({ status: null, connection: 'connected', asking: false }));
  return {
    store,
    read: async (): Promise<void> => {
      const reply = await call('sync.status', {});
      if (reply.ok) store.setState({ status: reply.data });
      else say(reply.fault.message);
    },
    pullNow: async (): Promise<void> => {
      if (store.getState().asking) return;
      store.setState({ asking: true });
      const reply = await call('sync.now', {});
      store.setState({ asking: false });
      if (!reply.ok) return say(reply.fault.message);
      const { imported, updated } = reply.data.orders;
      say(imported + updated === 0 ? text.sync.checkedNothing : text.sync.checkedSome(imported, updated));
    },
  };
};
