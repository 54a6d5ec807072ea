import { followsOrder, type MovementKind } from '../domain/stock-movement.ts';
import type { Reader, Writer } from './connection.ts';

/** A movement that staff made, which no sale has. */
export interface StaffMovement {
  readonly movementId: string;
  readonly productId: string;
  readonly outletKey: number;
  readonly productKey: number;
  readonly quantity: number;
  readonly causeKind: MovementKind;
  readonly causeId: string;
}

const select = `SELECT m.movement_id AS movementId, p.product_id AS productId, m.outlet_key AS outletKey,
                       m.product_key AS productKey, m.quantity, m.cause_kind AS causeKind, m.cause_id AS causeId
                  FROM stock_movements m JOIN products p ON p.product_key = m.product_key
                 WHERE m.sale_key IS NULL`;

export const staffMovementById = (db: Reader, movementId: string): StaffMovement | undefined =>
  db.get<StaffMovement>(`${select} AND m.movement_id = :movementId`, { movementId });

/** What one cause has moved, in the order of recording: one product here, both sides of a transfer, a whole opening. */
export const staffMovementsOf = (db: Reader, causeId: string): StaffMovement[] =>
  db.all<StaffMovement>(`${select} AND m.cause_id = :causeId ORDER BY m.movement_key`, { causeId });

/** Whether a movement of a sale has this id. Reads the ledger through: only for a sentence that says why not. */
export const isMovementOfSale = (db: Reader, movementId: string): boolean =>
  db.get('SELECT 1 FROM stock_movements WHERE sale_key IS NOT NULL AND movement_id = :movementId', { movementId }) !==
  undefined;

/**
 * Of a product (`:productKey`) in an outlet (`:outletKey`), the movements that make on hand known: made here, and not
 * taken back (R32).
 */
export const movementsThatCount = `
  stock_movements m
   WHERE m.product_key = :productKey AND m.outlet_key = :outletKey
     AND m.cause_kind NOT IN (${[...followsOrder, 'undo'].map((kind) => `'${kind}'`).join(', ')})
     AND NOT EXISTS (SELECT 1 FROM stock_movements u
                      WHERE u.sale_key IS NULL AND u.cause_kind = 'undo' AND u.cause_id = m.movement_id)`;

/**
 * On hand is not known any more when everything that made it known was taken back: what is left are web orders, which
 * say nothing about the shelf, and must not go out as if they did (R32).
 */
export const forgetUnlessCounted = (
  db: Writer,
  key: { readonly outletKey: number; readonly productKey: number },
): void => {
  db.run(
    `UPDATE stock_on_hand SET known_since = NULL
      WHERE outlet_key = :outletKey AND product_key = :productKey AND NOT EXISTS (SELECT 1 FROM ${movementsThatCount})`,
    { ...key },
  );
};

/** On hand at an outlet: 0 where nothing ever moved. */
export const onHandAt = (db: Reader, key: { readonly outletKey: number; readonly productKey: number }): number =>
  db.get<{ onHand: number }>(
    'SELECT on_hand AS onHand FROM stock_on_hand WHERE outlet_key = :outletKey AND product_key = :productKey',
    { ...key },
  )?.onHand ?? 0;
