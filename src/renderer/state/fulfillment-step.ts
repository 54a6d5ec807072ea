import type { FulfillmentView } from '../../contract/fulfillments.ts';
import type { Reply } from '../../contract/procedure.ts';
import { text } from '../text.ts';
import type { AppClient, Input } from './bridge.ts';
import { countOf, everyPiece, type Pieces, type PieceWork, stillPossible } from './fulfillment-pieces.ts';

type Asked = Promise<Reply<FulfillmentView>>;

/** Something that staff do with a fulfillment. */
export interface Step {
  /** What it is, for where it is offered once more. */
  readonly what: string;
  /** How to ask for it with the view that is known; null where that one does not allow it any more. */
  readonly prepare: (view: FulfillmentView) => (() => Asked) | null;
  /** What to say once it is done. */
  readonly done: (view: FulfillmentView) => string;
}

const { done, offers } = text.fulfillments;

export const nameOfOrder = ({ orderId, receiptNumber }: Pick<FulfillmentView, 'orderId' | 'receiptNumber'>): string =>
  orderId === null ? receiptNumber : text.order(orderId);

const seen = ({ fulfillmentId, version }: FulfillmentView) => ({ fulfillmentId, version });

type CountedWork = Exclude<PieceWork, 'leave'>;

const procedures = {
  pick: 'fulfillments.pick',
  unpick: 'fulfillments.unpick',
  pack: 'fulfillments.pack',
  unpack: 'fulfillments.unpack',
  put_back: 'fulfillments.putBack',
} as const;

/** The steps, each made for one asking. */
export const createSteps = (call: AppClient) => ({
  start: (): Step => ({
    what: offers.start,
    prepare: (view) => (view.status === 'new' ? () => call('fulfillments.start', seen(view)) : null),
    done: (view) => done.start(nameOfOrder(view)),
  }),

  /** These pieces, or every one that it can be done with. */
  pieces: (work: CountedWork, wanted: readonly Pieces[] | 'every'): Step => {
    let count = wanted === 'every' ? 0 : countOf(wanted);
    return {
      get what() {
        return offers[work](count);
      },
      prepare: (view) => {
        const lines = wanted === 'every' ? everyPiece(work, view) : stillPossible(work, view, wanted);
        if (lines.length === 0) return null;
        count = countOf(lines);
        return () => call(procedures[work], { ...seen(view), lines });
      },
      done: (view) => done[work](count, nameOfOrder(view)),
    };
  },

  ship: (
    parcel: Omit<Input<'fulfillments.ship'>, 'fulfillmentId' | 'version' | 'lines'>,
    wanted: readonly Pieces[],
  ): Step => ({
    what: offers.ship,
    prepare: (view) => {
      const lines = stillPossible('leave', view, wanted);
      return lines.length === 0 ? null : () => call('fulfillments.ship', { ...seen(view), ...parcel, lines });
    },
    done: (view) => done.ship(nameOfOrder(view)),
  }),

  ready: (shelfCode: string): Step => ({
    what: offers.ready,
    prepare: (view) =>
      everyPiece('leave', view).length === 0 ? null : () => call('fulfillments.ready', { ...seen(view), shelfCode }),
    done: (view) => done.ready(nameOfOrder(view)),
  }),

  handOver: (to: Omit<Input<'fulfillments.handOver'>, 'fulfillmentId' | 'version'>): Step => ({
    what: offers.hand_over,
    prepare: (view) =>
      everyPiece('leave', view).length === 0 ? null : () => call('fulfillments.handOver', { ...seen(view), ...to }),
    done: (view) => done.hand_over(nameOfOrder(view), to.recipientName ?? ''),
  }),

  returnToStock: (): Step => ({
    what: offers.return_to_stock,
    prepare: (view) => (view.readyAt === null ? null : () => call('fulfillments.returnToStock', seen(view))),
    done: (view) => done.return_to_stock(nameOfOrder(view)),
  }),

  /** It cannot be fulfilled, for that reason; it can after all where the reason is empty. */
  cannotFulfil: (reason: string): Step => ({
    what: reason === '' ? offers.can : offers.cannot,
    prepare: (view) => () => call('fulfillments.cannotFulfil', { ...seen(view), reason }),
    done: (view) => (reason === '' ? done.can : done.cannot)(nameOfOrder(view)),
  }),

  assign: (to: string | null): Step => ({
    what: offers.assign,
    prepare: (view) => () => call('fulfillments.assign', { ...seen(view), to }),
    done: (view) => (to === null ? done.unassign(nameOfOrder(view)) : done.assign(nameOfOrder(view), to)),
  }),

  note: (note: string): Step => ({
    what: '',
    prepare:
      ({ fulfillmentId }) =>
      () =>
        call('fulfillments.note', { fulfillmentId, text: note }),
    done: (view) => done.note(nameOfOrder(view)),
  }),

  /** Takes that step back, as long as it is the last one. */
  undo: (stepId: string): Step => ({
    what: offers.undo,
    prepare: (view) =>
      view.undoable?.stepId === stepId ? () => call('fulfillments.undo', { ...seen(view), stepId }) : null,
    done: (view) => done.undo(nameOfOrder(view)),
  }),
});

export type Steps = ReturnType<typeof createSteps>;
