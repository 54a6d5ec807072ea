import type { Contract } from '../../contract/contract.ts';
import { Refusal } from '../../contract/fault.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { MovementView } from '../../contract/stock.ts';
import type { Reader } from '../store/connection.ts';
import { lastPutRight } from '../store/ledger-check.ts';
import { type MovementCause, movementSentence } from './movement-sentence.ts';
import { pageOf, positionOf } from './paging.ts';
import { type StockRow, stockParams, stockPlace, stockRows, stockRowView } from './stock-row.ts';
import { instantView } from './views.ts';

interface Totals {
  readonly onHand: number;
  readonly count: number;
  readonly sum: number;
  /** The last movement of the figure: one that an import adds meanwhile is not of it. */
  readonly lastKey: number;
  /** The sum of the movements that the page before did not show. */
  readonly sumBefore: number;
}

interface MovementRow extends MovementCause {
  readonly movementKey: number;
  readonly movementId: string;
  readonly at: number;
  readonly saleId: string | null;
  readonly lineId: string;
  readonly staff: string | null;
  readonly reason: string | null;
  readonly registerId: string | null;
  readonly isUndone: number | null;
}

/** In one statement, so that figure and sum are of the same moment whatever is imported meanwhile. */
const totalsRow = `
  SELECT count(*) AS count, coalesce(sum(quantity), 0) AS sum, coalesce(max(movement_key), 0) AS lastKey,
         coalesce(sum(quantity) FILTER (WHERE movement_key < :before), 0) AS sumBefore,
         coalesce((SELECT on_hand FROM stock_on_hand
                    WHERE product_key = :productKey AND outlet_key = :outletKey), 0) AS onHand
    FROM stock_movements WHERE product_key = :productKey AND outlet_key = :outletKey`;
const noTotals: Totals = { onHand: 0, count: 0, sum: 0, lastKey: 0, sumBefore: 0 };

/** What only staff's movements can have is looked up for those alone. */
const movementRows = `
  SELECT m.movement_key AS movementKey, m.movement_id AS movementId, m.moved_at AS at, m.cause_kind AS kind, m.quantity,
         s.sale_id AS saleId, s.receipt_number AS receiptNumber, s.order_id AS orderId, m.line_id AS lineId,
         m.staff_name AS staff, m.reason, r.register_id AS registerId,
         CASE WHEN m.sale_key IS NULL THEN EXISTS (
           SELECT 1 FROM stock_movements u
            WHERE u.sale_key IS NULL AND u.cause_kind = 'undo' AND u.cause_id = m.movement_id) END AS isUndone,
         CASE m.cause_kind WHEN 'transfer' THEN (
           SELECT o.name FROM stock_movements t JOIN outlets o ON o.outlet_key = t.outlet_key
            WHERE t.sale_key IS NULL AND t.cause_id = m.cause_id AND t.cause_kind = 'transfer'
              AND t.product_key = m.product_key AND t.outlet_key <> m.outlet_key) END AS otherOutlet,
         CASE m.cause_kind WHEN 'undo' THEN (
           SELECT u.cause_kind FROM stock_movements u
            WHERE u.sale_key IS NULL AND u.movement_id = m.cause_id) END AS undone
    FROM stock_movements m
    LEFT JOIN sales s ON s.sale_key = m.sale_key
    LEFT JOIN registers r ON r.register_key = m.register_key
   WHERE m.product_key = :productKey AND m.outlet_key = :outletKey AND m.movement_key < :before
   ORDER BY m.movement_key DESC LIMIT :limit`;

interface Input {
  readonly productId: string;
  readonly outletId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * Why a figure is what it is (N2): its movements, newest first, each with what was on hand after it. All of them unless
 * limited, for outside programs add them up. Throws `not_found`, `outlet_unclear`.
 */
export const explainStock = (
  db: Reader,
  { productId, outletId, cursor, limit }: Input,
): OutputOf<Contract['stock.explain']> => {
  const place = stockPlace(db, outletId);
  const row = db.get<StockRow>(
    `${stockRows('SELECT product_key FROM products WHERE product_id = :productId')} SELECT * FROM stock`,
    {
      ...stockParams(place),
      productId,
    },
  );
  if (!row) throw new Refusal('not_found', { field: 'productId' });
  const key = { productKey: row.productKey, outletKey: place.outletKey };
  const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : positionOf(cursor).key;
  const totals = db.get<Totals>(totalsRow, { ...key, before }) ?? noTotals;
  const most = limit ?? totals.count;
  const found = db.all<MovementRow>(movementRows, {
    ...key,
    before: Math.min(before, totals.lastKey + 1),
    limit: most + 1,
  });
  let onHandAfter = totals.sumBefore;
  const page = pageOf(
    found,
    most,
    ({ movementKey }) => ({ value: movementKey, key: movementKey }),
    (movement) => {
      const view = movementView(movement, onHandAfter);
      onHandAfter -= movement.quantity;
      return view;
    },
  );
  const putRight = lastPutRight(db, key);
  return {
    ...stockRowView({ ...row, onHand: totals.onHand }, place),
    outletName: place.outletName,
    sumsUp: totals.sum === totals.onHand,
    putRight: putRight ? { at: instantView(putRight.at), figure: putRight.figure } : null,
    movementCount: totals.count,
    movements: page.rows,
    nextCursor: page.nextCursor,
  };
};

/** Field by field: copying the rows whole takes half as long again as reading ten thousand of them. */
const movementView = (row: MovementRow, onHandAfter: number): MovementView => ({
  movementId: row.movementId,
  at: instantView(row.at),
  kind: row.kind,
  cause: movementSentence(row, onHandAfter),
  quantity: row.quantity,
  onHandAfter,
  saleId: row.saleId,
  receiptNumber: row.receiptNumber,
  orderId: row.orderId === null ? null : String(row.orderId),
  lineId: row.lineId || null,
  staff: row.staff,
  reason: row.reason,
  registerId: row.registerId,
  canUndo: row.isUndone === 0 && row.kind !== 'undo',
});
