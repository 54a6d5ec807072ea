import type { Reader } from '../store/connection.ts';

/** Pieces of each product that are sold and not handed over yet, by its key; none of a product that is not among them. */
export type Committed = ReadonlyMap<number, number>;

/** Summed once for all products: the open fulfillments are few beside the orders that a product was ever on. */
const openPieces = `
  SELECT l.product_key AS productKey, sum(fl.ordered - fl.fulfilled) AS pieces
    FROM fulfillments f INDEXED BY fulfillments_open
   CROSS JOIN sales s ON s.sale_key = f.sale_key AND s.outlet_key = :outletKey
   CROSS JOIN fulfillment_lines fl ON fl.fulfillment_key = f.fulfillment_key AND fl.ordered > fl.fulfilled
   CROSS JOIN sale_lines l ON l.sale_key = f.sale_key AND l.line_id = fl.line_id
   WHERE f.status IN ('new', 'picking', 'packed')
   GROUP BY l.product_key`;

interface Summed {
  readonly version: string;
  readonly outletKey: number;
  readonly committed: Committed;
}

const lastSummed = new WeakMap<Reader, Summed>();

/** Another one after each write to the database, of this connection or of another, as SQL. */
export const databaseVersion = "(SELECT data_version || ' ' || total_changes() FROM pragma_data_version)";

/**
 * What is committed at an outlet of what some rows show. While nobody writes to the database it stays as it was summed: of
 * tens of thousands of open orders that takes a tenth of a second, which a key that is typed into a search does not have.
 */
export const committedOf = (
  db: Reader,
  outletKey: number,
  [row]: readonly { readonly version: string }[],
): Committed => {
  if (!row) return none;
  const last = lastSummed.get(db);
  if (last && last.version === row.version && last.outletKey === outletKey) return last.committed;
  const rows = db.all<{ productKey: number; pieces: number }>(openPieces, { outletKey });
  const committed = new Map(rows.map(({ productKey, pieces }) => [productKey, pieces]));
  lastSummed.set(db, { version: row.version, outletKey, committed });
  return committed;
};

const none: Committed = new Map();
