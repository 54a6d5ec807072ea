import { type FulfillmentLine, type FulfillmentStatus, isOpen } from '../domain/fulfillment-plan.ts';
import type { Writer } from './connection.ts';
import { sumInto } from './insert.ts';

/**
 * Pieces that are sold and not handed over yet, by outlet and product. Whoever writes what they come from counts them out
 * before and in again after: the status and the lines of a fulfillment, the products of a sale's lines, a sale's outlet.
 */

const sums = sumInto('stock_committed', ['outlet_key', 'product_key'], 2, ['pieces']);

/** What is committed of some fulfillments (`f`, as SQL), by outlet and product. */
const committedOf = (fulfillments: string, condition: string): string =>
  `SELECT s.outlet_key AS outletKey, l.product_key AS productKey, sum(fl.ordered - fl.fulfilled) AS pieces
     FROM ${fulfillments}
    CROSS JOIN sales s ON s.sale_key = f.sale_key
    CROSS JOIN fulfillment_lines fl ON fl.fulfillment_key = f.fulfillment_key AND fl.ordered > fl.fulfilled
    CROSS JOIN sale_lines l ON l.sale_key = f.sale_key AND l.line_id = fl.line_id AND l.product_key IS NOT NULL
    WHERE f.status IN ('new', 'picking', 'packed') AND ${condition}
    GROUP BY s.outlet_key, l.product_key`;

/** All of it counted anew; a tenth of a second for tens of thousands of open fulfillments. */
export const allCommitted = committedOf('fulfillments f INDEXED BY fulfillments_open', 'true');

const committedBy = {
  sale: committedOf('fulfillments f', 'f.sale_key = :key'),
  fulfillment: committedOf('fulfillments f', 'f.fulfillment_key = :key'),
};

/** Counts out what is committed by a sale or a fulfillment, which is to go, or in what is. */
export const countCommitted = (db: Writer, by: keyof typeof committedBy, key: number, times: 1 | -1): void => {
  for (const row of db.all<{ outletKey: number; productKey: number; pieces: number }>(committedBy[by], { key })) {
    db.addUp(sums, [row.outletKey, row.productKey], [times * row.pieces]);
  }
};

/** Counts anew what is committed by a sale or a fulfillment that `write` changes. */
export const recommit = (db: Writer, by: keyof typeof committedBy, key: number, write: () => void): void => {
  countCommitted(db, by, key, -1);
  write();
  countCommitted(db, by, key, 1);
};

/** Where a sale is made, and the product of each of its lines. */
export interface SoldGoods {
  readonly outletKey: number;
  readonly products: ReadonlyMap<string, number | null>;
}

/** Counts in what a new fulfillment commits. Reads nothing, so that rows of a page that wait to be written go on waiting. */
export const commitNew = (
  db: Writer,
  { outletKey, products }: SoldGoods,
  status: FulfillmentStatus,
  lines: readonly FulfillmentLine[],
): void => {
  if (!isOpen(status)) return;
  for (const { lineId, ordered, fulfilled } of lines) {
    const productKey = products.get(lineId);
    if (productKey != null && ordered > fulfilled) db.addUp(sums, [outletKey, productKey], [ordered - fulfilled]);
  }
};

/** Everything counted again, as statements. */
export const recountCommitted: readonly string[] = [
  'DELETE FROM stock_committed',
  `INSERT INTO stock_committed (outlet_key, product_key, pieces) ${allCommitted}`,
];
