import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { StockView } from '../../contract/stock.ts';
import type { Reader } from '../store/connection.ts';
import { outletInQuestion } from '../store/outlets.ts';
import { pageOf, where } from './paging.ts';
import { type NamedListInput, pageOfProducts, productsWith } from './product-search.ts';
import { type StockPlace, type StockRow, stockParams, stockPlace, stockRows, stockRowView } from './stock-row.ts';

const stocked = 'p.stocked = 1';

/**
 * Which of some products drift, as SQL. Most are one item whose figure is theirs: only the others are looked at closely, for
 * the parts of an item are added up one by one.
 */
const drifting = (some: string): string => `${stockRows(`
  SELECT p.product_key FROM ${some} AND p.product_key IN (
    SELECT l.product_key FROM product_links l NOT INDEXED
     CROSS JOIN inventory_items i ON i.item_key = l.item_key
      LEFT JOIN stock_on_hand h ON h.product_key = l.product_key AND h.outlet_key = :outletKey
     WHERE l.link_key = :linkKey AND i.sent_level IS NULL AND (
           i.figure <> max(0, coalesce(h.on_hand, 0)) OR i.figure IS NOT NULL AND i.item_key IN (
           SELECT item_key FROM product_links WHERE item_key IS NOT NULL GROUP BY item_key HAVING count(*) > 1)))`)}
  SELECT productKey FROM stock WHERE drift <> 0`;

const onHandHere = 'LEFT JOIN stock_on_hand h ON h.product_key = p.product_key AND h.outlet_key = :outletKey';

/**
 * Which products (`p`, with what is on hand, `h`) each view shows. What nobody counted is not low: its figure says nothing
 * about the shelf.
 */
const fits: Readonly<Record<StockView, string>> = {
  all: 'true',
  low: 'h.known_since IS NOT NULL AND h.on_hand <= p.floor',
  negative: 'h.on_hand < 0',
  drift: `p.product_key IN (${drifting(`products p WHERE ${stocked}`)})`,
  not_known: 'h.known_since IS NULL',
  not_linked: `p.product_key NOT IN (SELECT l.product_key FROM product_links l NOT INDEXED
                                      WHERE l.link_key = :linkKey AND l.subject = 'variant')`,
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
  const page = pageOfProducts(db, input, [stocked, fits[input.view]], onHandHere);
  const rows = db.all<StockRow>(`${stockRows(page.keys)} SELECT * FROM stock ORDER BY name, productKey`, {
    ...stockParams(place),
    ...page.params,
  });
  return pageOf(
    rows,
    input.limit,
    (row) => ({ value: row.name, key: row.productKey }),
    (row) => stockRowView(row, place),
  );
};

/** Counted together, but for drift. */
const views = (Object.keys(fits) as StockView[]).filter((view) => view !== 'drift');

export const countStock = (db: Reader, input: StockFilter): OutputOf<Contract['stock.counts']> => {
  const none = { all: 0, low: 0, negative: 0, drift: 0, not_known: 0, not_linked: 0 };
  const place = placeOf(db, input.outletId);
  if (!place) return none;
  const { from, fits: found, params } = productsWith(db, input.search, 'products p');
  const counts = views.map((view) => `count(*) FILTER (WHERE ${fits[view]}) AS "${view}"`);
  const bound = { ...stockParams(place), ...params };
  const which = `${from} ${onHandHere} ${where([found, stocked])}`;
  const drift = place.isBound
    ? db.get<{ drift: number }>(`SELECT count(*) AS drift FROM (${drifting(which)})`, bound)
    : undefined;
  return { ...none, ...db.get<typeof none>(`SELECT ${counts.join(', ')} FROM ${which}`, bound), ...drift };
};

/** Before there is an outlet there is nothing to show, and nothing wrong. */
const placeOf = (db: Reader, outletId: string | undefined): StockPlace | undefined =>
  outletId === undefined && !outletInQuestion(db, outletId) ? undefined : stockPlace(db, outletId);
