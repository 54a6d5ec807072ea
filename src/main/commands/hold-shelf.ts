import { Refusal } from '../../contract/fault.ts';
import type { LineChange } from '../domain/fulfillment-work.ts';
import { type FulfilmentDesk, requireWanted, type StepOn, takeStep } from './take-step.ts';

/** What staff read where nobody came for an order (N7). */
const NOT_COLLECTED = 'Not collected';

/** A packed pickup waits for its customer, on that shelf; again, it moves to another one, and waits since when it did. */
export const makeReady = (desk: FulfilmentDesk, { shelfCode, ...on }: StepOn & { readonly shelfCode: string }): void =>
  takeStep(desk, on, (inWork) => {
    requireWanted(inWork);
    const { type, status, readyAt } = inWork.fulfillment;
    if (type !== 'pickup') {
      throw new Refusal('invalid_input', { message: 'It is delivered, and nobody comes for it. Ship it instead.' });
    }
    if (status !== 'packed') throw new Refusal(status === 'fulfilled' ? 'nothing_left' : 'not_packed');
    return {
      kind: 'ready',
      care: { readyAt: readyAt ?? desk.now, shelfCode: shelfCode || null },
      detail: { shelfCode },
    };
  });

/**
 * Everything that was not handed over is on the sales shelf again. Stock does not move: the sale stands until BigCommerce
 * cancels or refunds the order, which gives the pieces back once (R29, R64).
 */
export const returnToStock = (desk: FulfilmentDesk, on: StepOn): void =>
  takeStep(desk, on, (inWork) => {
    requireWanted(inWork);
    const changed = inWork.lines.flatMap(({ lineId, picked, packed, fulfilled }): LineChange[] =>
      picked > fulfilled ? [{ lineId, picked: fulfilled - picked, packed: fulfilled - packed, fulfilled: 0 }] : [],
    );
    if (changed.length === 0) throw new Refusal('nothing_left');
    return {
      kind: 'return_to_stock',
      changed,
      care: { readyAt: null, shelfCode: null, stuckReason: NOT_COLLECTED },
    };
  });
