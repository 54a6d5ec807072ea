import type { LineStock } from '../domain/stock-difference.ts';
import type { Reader, Writer } from './connection.ts';

export interface Movement {
  readonly movementId: string;
  readonly outletKey: number;
  readonly registerKey: number;
  readonly productKey: number;
  readonly saleKey: number;
  readonly lineId: string;
  readonly quantity: number;
  readonly causeKind: string;
  readonly causeId: string;
  readonly movedAt: number;
}

/** Appends a movement and keeps on hand beside it. Throws when the same cause has moved this line already. */
export const appendMovement = (db: Writer, movement: Movement): void => {
  db.run(
    `INSERT INTO stock_movements (movement_id, outlet_key, register_key, product_key, sale_key, line_id, quantity,
                                  cause_kind, cause_id, moved_at)
     VALUES (:movementId, :outletKey, :registerKey, :productKey, :saleKey, :lineId, :quantity,
             :causeKind, :causeId, :movedAt)`,
    { ...movement },
  );
  db.run(
    `INSERT INTO stock_on_hand (outlet_key, product_key, on_hand) VALUES (:outletKey, :productKey, :quantity)
     ON CONFLICT DO UPDATE SET on_hand = on_hand + :quantity`,
    { outletKey: movement.outletKey, productKey: movement.productKey, quantity: movement.quantity },
  );
};

/** What the ledger has taken for a sale so far, by line and product. */
export const takenBySale = (db: Reader, saleKey: number): LineStock[] =>
  db.all<LineStock>(
    `SELECT line_id AS lineId, product_key AS productKey, -sum(quantity) AS taken
       FROM stock_movements WHERE sale_key = :saleKey GROUP BY line_id, product_key`,
    { saleKey },
  );
