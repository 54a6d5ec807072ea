import { createStore } from 'zustand/vanilla';
import { text } from '../text.ts';
import type { AppClient, Input, Output } from './bridge.ts';
import type { createNotices } from './notices.ts';
import type { PrintingState } from './printing.ts';

type LeftOut = Output<'prints.pickRound'>['leftOut'];

interface PickRound {
  readonly isOpen: boolean;
  /** Fulfillments that staff added by hand, in that order; none: the list decides. */
  readonly marked: readonly string[];
  readonly boxes: string;
  /** What stayed off the last round, and why. */
  readonly leftOut: LeftOut;
}

export type RoundFilter = NonNullable<Input<'prints.pickRound'>['filter']>;

const boxesKey = 'tillbridge.boxes';
const usualBoxes = '12';
const mostBoxes = 100;

/** How many boxes were typed; null where that is no number that a cart could hold. */
export const boxesOf = (typed: string): number | null => {
  const boxes = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return boxes >= 1 && boxes <= mostBoxes ? boxes : null;
};

/** One pick list for many orders: which ones, and how many boxes the cart has. */
export const createPickRound = (
  call: AppClient,
  printing: PrintingState,
  notices: ReturnType<typeof createNotices>,
) => {
  const store = createStore<PickRound>(() => ({
    isOpen: false,
    marked: [],
    boxes: localStorage.getItem(boxesKey) ?? usualBoxes,
    leftOut: [],
  }));
  return {
    store,
    open: (): void => store.setState({ isOpen: true, leftOut: [] }),
    close: (): void => store.setState({ isOpen: false, leftOut: [] }),
    type: (boxes: string): void => store.setState({ boxes }),
    /** Adds a fulfillment to the next round, or takes it off. */
    toggle: (fulfillmentId: string): void =>
      store.setState(({ marked }) => ({
        marked: marked.includes(fulfillmentId)
          ? marked.filter((each) => each !== fulfillmentId)
          : [...marked, fulfillmentId],
      })),
    clear: (): void => store.setState({ marked: [], leftOut: [] }),
    /** Prints the round of what was added by hand, else of the list. */
    print: async (filter: RoundFilter): Promise<void> => {
      const { marked, boxes: typed } = store.getState();
      const boxes = boxesOf(typed);
      if (boxes === null) return;
      localStorage.setItem(boxesKey, typed.trim());
      const which = marked.length > 0 ? { fulfillmentIds: [...marked], boxes: mostBoxes } : { filter, boxes };
      let leftOut: LeftOut = [];
      await printing.print({
        key: `pick_round ${JSON.stringify(which)}`,
        fulfillmentId: null,
        ask: async (request) => {
          const reply = await call('prints.pickRound', { ...which, ...request });
          if (reply.ok) leftOut = reply.data.leftOut;
          return reply;
        },
        onRecorded: ({ orders }) => {
          store.setState({ marked: [], leftOut, isOpen: leftOut.length > 0 });
          notices.say(text.prints.round.done(orders.length, leftOut.length));
        },
      });
    },
  };
};
