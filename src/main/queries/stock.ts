import type { Contract } from '../../contract/contract.ts';
import { Refusal } from '../../contract/fault.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { Reader } from '../store/connection.ts';
import { currentBinding, currentLink } from '../store/links.ts';
import { outletById } from '../store/outlets.ts';
import { pageOf, where } from './paging.ts';
import { type NamedListInput, namedListParams } from './products.ts';

interface StockRow {
  readonly productKey: number;
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly onHand: number;
}

/** On hand at one outlet: the named one, else the bound one (R85). Without either there is nothing to show. */
export const listStock = (
  db: Reader,
  input: NamedListInput & { readonly outletId?: string | undefined },
): OutputOf<Contract['stock.list']> => {
  const outlet = input.outletId === undefined ? boundOutlet(db) : namedOutlet(db, input.outletId);
  if (!outlet) return { rows: [], nextCursor: null };
  const { after, search, params } = namedListParams(input);
  const rows = db.all<StockRow>(
    `SELECT p.product_key AS productKey, p.product_id AS productId, p.sku, p.name,
            coalesce(h.on_hand, 0) AS onHand
       FROM products p
       LEFT JOIN stock_on_hand h ON h.product_key = p.product_key AND h.outlet_key = :outletKey
     ${where([
       'p.stocked = 1',
       search && "(p.name LIKE :search ESCAPE '\\' OR p.sku LIKE :search ESCAPE '\\')",
       after && '(p.name, p.product_key) > (:afterValue, :afterKey)',
     ])}
     ORDER BY p.name, p.product_key LIMIT :limit`,
    { ...params, outletKey: outlet.outletKey },
  );
  return pageOf(
    rows,
    input.limit,
    (row) => ({ value: row.name, key: row.productKey }),
    ({ productKey: _, ...row }) => ({ ...row, outletId: outlet.outletId, lastPushed: null, bigcommerceFigure: null }),
  );
};

const boundOutlet = (db: Reader) => {
  const link = currentLink(db);
  return link && currentBinding(db, link.linkKey);
};

const namedOutlet = (db: Reader, outletId: string) => {
  const outlet = outletById(db, outletId);
  if (!outlet) throw new Refusal('not_found', { field: 'outletId' });
  return outlet;
};
