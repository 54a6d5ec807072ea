import { Refusal } from '../../contract/fault.ts';
import type { MovementKind } from '../domain/stock-movement.ts';
import { onHandAt, staffMovementsOf } from '../store/staff-movements.ts';
import { appendForStaff, countedProduct, outletOfWork, type StockDesk } from './stock-desk.ts';

/** One product at one outlet. Work that was recorded under a `requestId` is answered again, and not done again. */
export interface StockWork {
  readonly productId: string;
  readonly outletId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly reason?: string | undefined;
}

export interface Worked {
  readonly movementId: string;
  readonly productId: string;
  readonly onHand: number;
}

/** What moves at an outlet; 0 says that staff looked and the figure is right. */
export interface DueAt {
  readonly outletKey: number;
  readonly quantity: number;
}

type Due = (here: { readonly outletKey: number; readonly onHand: number }) => readonly DueAt[];

/**
 * Records one piece of work in one transaction: the first movement that is due is the one that is answered with.
 * Throws `not_found`, `outlet_unclear`, `invalid_input`.
 */
export const workOnStock = (desk: StockDesk, causeKind: MovementKind, work: StockWork, due: Due): Worked =>
  desk.db.transaction(() => {
    const { db, identity } = desk;
    const { productKey, productId } = countedProduct(db, work.productId);
    const causeId = work.requestId?.toLowerCase() ?? identity.next();
    const done = staffMovementsOf(db, causeId);
    const named = work.outletId === undefined ? undefined : outletOfWork(db, work.outletId).outletKey;
    const same = done.find(
      (movement) =>
        movement.causeKind === causeKind &&
        movement.productKey === productKey &&
        movement.outletKey === (named ?? movement.outletKey),
    );
    if (done.length > 0 && !same) throw usedForOther();
    if (same) return { movementId: same.movementId, productId, onHand: onHandAt(db, same) };
    const { outletKey } = outletOfWork(db, work.outletId);
    const works = due({ outletKey, onHand: onHandAt(db, { outletKey, productKey }) });
    const [movementId] = appendForStaff(
      desk,
      works.map((each) => ({ ...each, productKey, causeKind, causeId, reason: work.reason })),
    );
    if (movementId === undefined) throw new Refusal('internal');
    return { movementId, productId, onHand: onHandAt(db, { outletKey, productKey }) };
  });

/** For a `requestId` under which other work was recorded. */
export const usedForOther = () =>
  new Refusal('invalid_input', {
    message: 'That requestId was used for something else. Send this with a new one.',
    field: 'requestId',
  });

type Pieces = StockWork & { readonly quantity: number };

/** What was counted on the shelf, also when it is what was expected: from then on the figure is known (R32). */
export const recordCount = (desk: StockDesk, work: Pieces): Worked =>
  workOnStock(desk, 'count', work, ({ outletKey, onHand }) => [{ outletKey, quantity: work.quantity - onHand }]);

export const recordReceipt = (desk: StockDesk, work: Pieces): Worked =>
  workOnStock(desk, 'receive', work, ({ outletKey }) => [{ outletKey, quantity: work.quantity }]);

export const recordAdjustment = (desk: StockDesk, work: Pieces): Worked =>
  workOnStock(desk, 'adjust', work, ({ outletKey }) => [{ outletKey, quantity: work.quantity }]);

/** Pieces that cannot be sold any more (R65). */
export const recordDamage = (desk: StockDesk, work: Pieces): Worked =>
  workOnStock(desk, 'damaged', work, ({ outletKey }) => [{ outletKey, quantity: -work.quantity }]);

/** Both sides together, under one cause. Throws `invalid_input` when it is one and the same outlet. */
export const transferStock = (desk: StockDesk, work: Pieces & { readonly toOutletId: string }): Worked => {
  const to = outletOfWork(desk.db, work.toOutletId, 'toOutletId');
  return workOnStock(desk, 'transfer', work, ({ outletKey }) => {
    if (outletKey === to.outletKey) {
      throw new Refusal('invalid_input', {
        message: 'The pieces are in that outlet already. Choose another one.',
        field: 'toOutletId',
      });
    }
    return [
      { outletKey, quantity: -work.quantity },
      { outletKey: to.outletKey, quantity: work.quantity },
    ];
  });
};
