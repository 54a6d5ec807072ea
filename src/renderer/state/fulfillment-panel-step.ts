import type { FulfillmentView } from '../../contract/fulfillments.ts';
import { missingIn, type Panel, piecesOf } from './fulfillment-panel.ts';
import type { Pieces } from './fulfillment-pieces.ts';
import type { Step, Steps } from './fulfillment-step.ts';

const stepOf = (steps: Steps, panel: Panel, view: FulfillmentView, pieces: readonly Pieces[]): Step => {
  const override = view.lock === null ? {} : { override: { reason: panel.overrideReason.trim() } };
  switch (panel.kind) {
    case 'pick':
    case 'pack':
      return steps.pieces(panel.kind, pieces);
    case 'ship':
      return steps.ship(
        { trackingNumber: panel.trackingNumber.trim(), carrier: panel.carrier.trim(), ...override },
        pieces,
      );
    case 'ready':
      return steps.ready(panel.shelfCode.trim());
    case 'hand_over':
      return steps.handOver({ recipientName: panel.recipientName.trim(), ...override });
    case 'note':
      return steps.note(panel.words.trim());
    case 'cannot':
      return steps.cannotFulfil(panel.words.trim());
    case 'assign':
      return steps.assign(panel.words.trim());
  }
};

/** What a panel asks for, or the sentence that says what is missing in it. */
export const stepOfPanel = (steps: Steps, panel: Panel, view: FulfillmentView): Step | string => {
  const pieces = piecesOf(panel, view);
  if (typeof pieces === 'string') return pieces;
  return missingIn(panel, view.lock !== null) ?? stepOf(steps, panel, view, pieces);
};
