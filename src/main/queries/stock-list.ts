import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { StockView } from '../../contract/stock.ts';
import type { Reader } from '../store/connection.ts';
import { outletInQuestion } from '../store/outlets.ts';
import { pageOf, where } from './paging.ts';
import { type NamedListInput, namedListParams } from './products.ts';
import { type StockPlace, type StockRow, stockParams, stockPlace, stockRows, stockRowView } from './stock-row.ts';

const found = "(name LIKE :search ESCAPE '\\' OR sku LIKE :search ESCAPE '\\')";

/** Which rows each view shows. What nobody counted is not low: its figure says nothing about the shelf. */
const conditionOf: Readonly<Record<StockView, string | false>> = {
  all: false,
  low: 'knownSince IS NOT NULL AND onHand <= floor',
  negative: 'onHand < 0',
  drift: 'drift <> 0',
  not_known: 'knownSince IS NULL',
  not_linked: 'isLinked = 0',
};

interface StockFilter {
  readonly search?: string | undefined;
  readonly outletId?: string | undefined;
}

/** On hand at one outlet: the named one, else the bound one (R85). Where it is not clear which, there is nothing to show. */
export const listStock = (
  db: Reader,
  input: NamedListInput & StockFilter & { readonly view: StockView },
): OutputOf<Contract['stock.list']> => {
  const place = placeOf(db, input.outletId);
  if (!place) return { rows: [], nextCursor: null };
  const { after, search, params } = namedListParams(input);
  const rows = db.all<StockRow>(
    `${stockRows} SELECT * FROM stock
     ${where([conditionOf[input.view], search && found, after && '(name, productKey) > (:afterValue, :afterKey)'])}
     ORDER BY name, productKey LIMIT :limit`,
    { ...stockParams(place), ...params },
  );
  return pageOf(
    rows,
    input.limit,
    (row) => ({ value: row.name, key: row.productKey }),
    (row) => stockRowView(row, place),
  );
};

const views = Object.keys(conditionOf) as StockView[];

export const countStock = (db: Reader, input: StockFilter): OutputOf<Contract['stock.counts']> => {
  const none = { all: 0, low: 0, negative: 0, drift: 0, not_known: 0, not_linked: 0 };
  const place = placeOf(db, input.outletId);
  if (!place) return none;
  const { search, params } = namedListParams({ search: input.search, limit: 0 });
  const { limit: _, ...searched } = params;
  const counts = views.map((view) => `count(*) FILTER (WHERE ${conditionOf[view] || 'true'}) AS "${view}"`);
  return (
    db.get<typeof none>(`${stockRows} SELECT ${counts.join(', ')} FROM stock ${where([search && found])}`, {
      ...stockParams(place),
      ...searched,
    }) ?? none
  );
};

/** Before there is an outlet there is nothing to show, and nothing wrong. */
const placeOf = (db: Reader, outletId: string | undefined): StockPlace | undefined =>
  outletId === undefined && !outletInQuestion(db, outletId) ? undefined : stockPlace(db, outletId);
