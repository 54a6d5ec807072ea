import type { LineStock } from '../domain/stock-difference.ts';
import type { Reader, Writer } from './connection.ts';
import { insertInto } from './insert.ts';

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

const insertMovement = insertInto<Movement>('stock_movements', {
  movementId: 'movement_id',
  outletKey: 'outlet_key',
  registerKey: 'register_key',
  productKey: 'product_key',
  saleKey: 'sale_key',
  lineId: 'line_id',
  quantity: 'quantity',
  causeKind: 'cause_kind',
  causeId: 'cause_id',
  movedAt: 'moved_at',
});

/**
 * Appends movements and keeps on hand beside them, each product's sum written once. To be used within one transaction:
 * `settle` belongs at its end.
 */
export interface LedgerWriter {
  /** Throws when the same cause has moved this line already. */
  readonly append: (movement: Movement) => void;
  readonly settle: () => void;
}

export const openLedger = (db: Writer): LedgerWriter => {
  const sums = new Map<string, { readonly outletKey: number; readonly productKey: number; quantity: number }>();
  return {
    append: (movement) => {
      insertMovement(db, movement);
      const { outletKey, productKey, quantity } = movement;
      const name = `${outletKey}/${productKey}`;
      const sum = sums.get(name);
      if (sum) sum.quantity += quantity;
      else sums.set(name, { outletKey, productKey, quantity });
    },
    settle: () => {
      for (const sum of sums.values()) {
        db.run(
          `INSERT INTO stock_on_hand (outlet_key, product_key, on_hand) VALUES (:outletKey, :productKey, :quantity)
           ON CONFLICT DO UPDATE SET on_hand = on_hand + :quantity`,
          { ...sum },
        );
      }
      sums.clear();
    },
  };
};

/** What the ledger has taken for a sale so far, by line and product. */
export const takenBySale = (db: Reader, saleKey: number): LineStock[] =>
  db.all<LineStock>(
    `SELECT line_id AS lineId, product_key AS productKey, -sum(quantity) AS taken
       FROM stock_movements WHERE sale_key = :saleKey GROUP BY line_id, product_key`,
    { saleKey },
  );
