import { Refusal } from '../../contract/fault.ts';
import type { StockRowView } from '../../contract/stock.ts';
import type { Reader } from '../store/connection.ts';
import { foldSku } from '../store/products.ts';
import { type StockRow, stockParams, stockPlace, stockRows, stockRowView } from './stock-row.ts';

/** The one product with a scanned code. Throws `not_found` when there is none, or several. */
export const findStock = (
  db: Reader,
  { code, outletId }: { readonly code: string; readonly outletId?: string | undefined },
): StockRowView => {
  const place = stockPlace(db, outletId);
  const [row, another] = db.all<StockRow>(
    `${stockRows('SELECT product_key FROM products WHERE sku_fold = :code')} SELECT * FROM stock ORDER BY productKey LIMIT 2`,
    { ...stockParams(place), code: foldSku(code) },
  );
  if (row && !another) return stockRowView(row, place);
  const message = row
    ? `Several products have the code ${code}. Search by name and choose one.`
    : `No product here has the code ${code}. Check the label, or search by name.`;
  throw new Refusal('not_found', { message, field: 'code' });
};
