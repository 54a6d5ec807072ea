import { Refusal } from '../../contract/fault.ts';
import { faultCases } from '../../contract/fault-cases.ts';
import type { Reader } from '../store/connection.ts';
import {
  forgetUnlessCounted,
  isMovementOfSale,
  onHandAt,
  type StaffMovement,
  staffMovementById,
  staffMovementsOf,
} from '../store/staff-movements.ts';
import { appendForStaff, type StockDesk } from './stock-desk.ts';
import type { Worked } from './work-on-stock.ts';

const refuse = (message: string) => new Refusal('invalid_input', { message, field: 'movementId' });

/**
 * Takes back what staff did, once, by movements of the opposite quantity: a transfer on both sides. Throws `not_found`,
 * and `invalid_input` for what follows an order or a sale, and for what was taken back already.
 */
export const undoMovement = (desk: StockDesk, { movementId }: { readonly movementId: string }): Worked =>
  desk.db.transaction(() => {
    const { db } = desk;
    const movement = undoable(db, movementId);
    const { causeKind, causeId, productKey } = movement;
    const otherSides = staffMovementsOf(db, causeId).filter(
      (other) =>
        other.causeKind === causeKind && other.productKey === productKey && other.movementId !== movement.movementId,
    );
    const sides = [movement, ...otherSides];
    const [undoId] = appendForStaff(
      desk,
      sides.map((side) => ({
        outletKey: side.outletKey,
        productKey,
        quantity: 0 - side.quantity,
        causeKind: 'undo',
        causeId: side.movementId,
      })),
    );
    for (const side of sides) forgetUnlessCounted(db, side);
    if (undoId === undefined) throw new Refusal('internal');
    return { movementId: undoId, productId: movement.productId, onHand: onHandAt(db, movement) };
  });

const undoable = (db: Reader, movementId: string): StaffMovement => {
  const movement = staffMovementById(db, movementId);
  if (!movement && isMovementOfSale(db, movementId)) {
    throw refuse(faultCases.movement_follows_sale);
  }
  if (!movement) throw new Refusal('not_found', { field: 'movementId' });
  if (movement.causeKind === 'undo') throw refuse(faultCases.movement_is_undo);
  if (staffMovementsOf(db, movementId).some((other) => other.causeKind === 'undo')) {
    throw refuse(faultCases.movement_undone);
  }
  return movement;
};
