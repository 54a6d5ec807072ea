import type { LineStock } from '../domain/stock-difference.ts';
import { isMadeHere, type MovementKind } from '../domain/stock-movement.ts';
import type { Reader, Writer } from './connection.ts';
import { insertInto } from './insert.ts';
import { markToPush } from './products-to-push.ts';

/** A signed change of quantity in an outlet: a sale is negative. */
export interface Movement {
  readonly movementId: string;
  readonly outletKey: number;
  /** The register it was made on; null on a machine without one. */
  readonly registerKey: number | null;
  readonly productKey: number;
  /** The sale it belongs to, with the line; null and empty without one. */
  readonly saleKey: number | null;
  readonly lineId: string;
  readonly quantity: number;
  readonly causeKind: MovementKind;
  /** Unique among the causes of its kind: of the sale and line, where there is one, else of the product and outlet. */
  readonly causeId: number | string;
  readonly staffName: string | null;
  readonly reason: string | null;
  /** UTC ms. */
  readonly movedAt: number;
}

const insertMovement = insertInto<Movement>(
  'stock_movements',
  {
    movementId: 'movement_id',
    outletKey: 'outlet_key',
    registerKey: 'register_key',
    productKey: 'product_key',
    saleKey: 'sale_key',
    lineId: 'line_id',
    quantity: 'quantity',
    causeKind: 'cause_kind',
    causeId: 'cause_id',
    staffName: 'staff_name',
    reason: 'reason',
    movedAt: 'moved_at',
  },
  ['sales'],
);

/** How a product's on hand changed in an outlet within one transaction. */
export interface StockChange {
  readonly outletKey: number;
  readonly productKey: number;
  readonly before: number;
  readonly after: number;
  /** Since when on hand is known here (UTC ms); null while only web orders moved it. */
  readonly knownSince: number | null;
  /** What took it from `before` to `after`, in the order in which it was appended. */
  readonly movements: readonly Movement[];
}

/**
 * Appends movements and keeps on hand beside them, each product's sum written once. To be used within one transaction:
 * `settle` belongs at its end.
 */
export interface LedgerWriter {
  /** Throws when the same cause has moved this line already. */
  readonly append: (movement: Movement) => void;
  /**
   * An order of these products changed, whether or not anything moved here: BigCommerce may have counted again, as it
   * does when goods are shipped (bigcommerce.md §9.3), and is compared with us.
   */
  readonly orderChanged: (productKeys: Iterable<number>) => void;
  /** Also marks what is to be pushed, so that no movement is without its mark (R32). */
  readonly settle: () => readonly StockChange[];
}

interface Sum {
  readonly outletKey: number;
  readonly productKey: number;
  quantity: number;
  knownSince: number | null;
  readonly movements: Movement[];
}

export const openLedger = (db: Writer): LedgerWriter => {
  const sums = new Map<string, Sum>();
  const ofChangedOrders = new Set<number>();
  return {
    append: (movement) => {
      insertMovement(db, movement);
      const { outletKey, productKey, quantity, causeKind, movedAt } = movement;
      const name = `${outletKey}/${productKey}`;
      const sum = sums.get(name) ?? { outletKey, productKey, quantity: 0, knownSince: null, movements: [] };
      sums.set(name, sum);
      sum.quantity += quantity;
      sum.movements.push(movement);
      if (isMadeHere(causeKind)) sum.knownSince ??= movedAt;
    },
    orderChanged: (productKeys) => {
      for (const productKey of productKeys) ofChangedOrders.add(productKey);
    },
    settle: () => {
      const changes = [...sums.values()].map((sum) => addToOnHand(db, sum));
      markToPush(db, [...ofChangedOrders]);
      for (const [outletKey, moved] of Map.groupBy(changes, (change) => change.outletKey)) {
        const others = moved.map(({ productKey }) => productKey).filter((key) => !ofChangedOrders.has(key));
        markToPush(db, others, outletKey);
      }
      sums.clear();
      ofChangedOrders.clear();
      return changes;
    },
  };
};

const addToOnHand = (db: Writer, sum: Sum): StockChange => {
  const { movements, ...totals } = sum;
  const { outletKey, productKey, quantity } = totals;
  const kept = db.get<{ after: number; knownSince: number | null }>(
    `INSERT INTO stock_on_hand (outlet_key, product_key, on_hand, known_since)
     VALUES (:outletKey, :productKey, :quantity, :knownSince)
     ON CONFLICT DO UPDATE SET on_hand = on_hand + :quantity, known_since = coalesce(known_since, :knownSince)
     RETURNING on_hand AS after, known_since AS knownSince`,
    totals,
  );
  const { after, knownSince } = kept ?? { after: quantity, knownSince: sum.knownSince };
  return { outletKey, productKey, before: after - quantity, after, knownSince, movements };
};

/** What the ledger has taken for a sale so far, by line and product. */
export const takenBySale = (db: Reader, saleKey: number): LineStock[] =>
  db.all<LineStock>(
    `SELECT line_id AS lineId, product_key AS productKey, -sum(quantity) AS taken
       FROM stock_movements WHERE sale_key = :saleKey GROUP BY line_id, product_key`,
    { saleKey },
  );
