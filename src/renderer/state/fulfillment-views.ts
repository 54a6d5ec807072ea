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
  /** The read of the one that is shown; null until there is one. */
  let reading: { readonly fulfillmentId: string; readonly reply: Promise<Reply<FulfillmentView>> } | null = null;
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

  const readShown = (fulfillmentId: string): void => {
    reading = { fulfillmentId, reply: read(fulfillmentId) };
  };

  const newest = async (fulfillmentId: string): Promise<Reply<FulfillmentView>> => {
    const { fulfillmentId: shown, view } = store.getState();
    const isKnown = shown === fulfillmentId && view?.fulfillmentId === fulfillmentId;
    if (isKnown) return { ok: true, data: view };
    // It may be on its way already.
    const underWay = shown === fulfillmentId && reading?.fulfillmentId === fulfillmentId ? await reading.reply : null;
    return underWay?.ok ? underWay : read(fulfillmentId);
  };

  return {
    store,
    /** Shows that one, or none. */
    show: (fulfillmentId: string | null): void => {
      if (store.getState().fulfillmentId === fulfillmentId) return;
      store.setState({ fulfillmentId, fault: null });
      if (fulfillmentId !== null) readShown(fulfillmentId);
    },
    /** Reads what is shown again: once more after the read that runs, however often it is asked for meanwhile. */
    again: async (): Promise<void> => {
      if (waiting) return;
      waiting = true;
      await reading?.reply;
      waiting = false;
      const { fulfillmentId } = store.getState();
      if (fulfillmentId !== null) readShown(fulfillmentId);
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
