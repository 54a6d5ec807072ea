import { createStore } from 'zustand/vanilla';
import type { Fault } from '../../contract/fault.ts';
import type { FulfillmentView } from '../../contract/fulfillments.ts';
import type { Reply } from '../../contract/procedure.ts';

export interface ShownFulfillment {
  readonly fulfillmentId: string | null;
  /** The newest that is known of it; of the one before until its own has come. */
  readonly view: FulfillmentView | null;
  readonly fault: Fault | null;
}

/**
 * The fulfillment that is shown. A step's answer is its new view; an older answer that arrives later, for it was asked
 * before, is dropped by its version.
 */
export const createFulfillmentViews = (load: (fulfillmentId: string) => Promise<Reply<FulfillmentView>>) => {
  const store = createStore<ShownFulfillment>(() => ({ fulfillmentId: null, view: null, fault: null }));
  let reading: Promise<unknown> = Promise.resolve();
  let waiting = false;

  const put = (view: FulfillmentView): void => {
    const { fulfillmentId, view: known } = store.getState();
    if (fulfillmentId !== view.fulfillmentId) return;
    if (known?.fulfillmentId === view.fulfillmentId && known.version > view.version) return;
    store.setState({ view, fault: null });
  };

  const read = async (fulfillmentId: string): Promise<Reply<FulfillmentView>> => {
    const reply = await load(fulfillmentId);
    if (reply.ok) put(reply.data);
    else if (store.getState().fulfillmentId === fulfillmentId) store.setState({ fault: reply.fault });
    return reply;
  };

  const newest = async (fulfillmentId: string): Promise<Reply<FulfillmentView>> => {
    const { fulfillmentId: shown, view } = store.getState();
    const isKnown = shown === fulfillmentId && view?.fulfillmentId === fulfillmentId;
    return isKnown ? { ok: true, data: view } : read(fulfillmentId);
  };

  return {
    store,
    /** Shows that one, or none. */
    show: (fulfillmentId: string | null): void => {
      if (store.getState().fulfillmentId === fulfillmentId) return;
      store.setState({ fulfillmentId, fault: null });
      if (fulfillmentId !== null) reading = read(fulfillmentId);
    },
    /** Reads what is shown again: once more after the read that runs, however often it is asked for meanwhile. */
    again: async (): Promise<void> => {
      if (waiting) return;
      waiting = true;
      await reading;
      waiting = false;
      const { fulfillmentId } = store.getState();
      if (fulfillmentId !== null) reading = read(fulfillmentId);
    },
    put,
    /** The newest view: what is known of the one that is shown, else read now. */
    newest,
    /** The one that is shown, once it has been read; null where none is, or where it cannot be read. */
    current: async (): Promise<FulfillmentView | null> => {
      const { fulfillmentId } = store.getState();
      if (fulfillmentId === null) return null;
      const reply = await newest(fulfillmentId);
      return reply.ok ? reply.data : null;
    },
    read,
  };
};

export type FulfillmentViews = ReturnType<typeof createFulfillmentViews>;
