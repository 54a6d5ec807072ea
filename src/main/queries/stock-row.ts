import { Refusal } from '../../contract/fault.ts';
import type { PushState, StockRowView } from '../../contract/stock.ts';
import type { Reader, SqlParams } from '../store/connection.ts';
import { boundPlace, shownLink } from '../store/links.ts';
import { outletInQuestion } from '../store/outlets.ts';
import { skuIsAmbiguous } from './link-state.ts';
import { nullableInstant } from './views.ts';

/** The outlet that a figure is asked of, and the binding that decides whether the figure goes out. */
export interface StockPlace {
  readonly outletKey: number;
  readonly outletId: string;
  readonly outletName: string;
  readonly linkKey: number | null;
  /** Only the bound outlet's stock goes to BigCommerce (R32). */
  readonly isBound: boolean;
}

/** The named outlet, else the bound one, else the only one (R85). Throws `not_found`, `outlet_unclear`. */
export const stockPlace = (db: Reader, named: string | undefined): StockPlace => {
  const outlet = outletInQuestion(db, named);
  if (!outlet) throw new Refusal(named === undefined ? 'outlet_unclear' : 'not_found', { field: 'outletId' });
  const { outletKey, outletId, name } = outlet;
  const linkKey = shownLink(db)?.linkKey ?? null;
  return { outletKey, outletId, outletName: name, linkKey, isBound: boundPlace(db)?.outletKey === outletKey };
};

export interface StockRow {
  readonly productKey: number;
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly floor: number;
  readonly onHand: number;
  /** Pieces that are sold and not handed over yet. */
  readonly committed: number;
  readonly knownSince: number | null;
  readonly alarm: number;
  readonly isLinked: number;
  readonly isAmbiguous: number;
  readonly isUntracked: number;
  readonly isToPush: number;
  /** BigCommerce counts it together with a product that nobody counted here, so that their sum says nothing. */
  readonly isPartUnknown: number;
  readonly figure: number | null;
  readonly figureAt: number | null;
  readonly sentLevel: number | null;
  readonly pushedLevel: number | null;
  readonly pushedAt: number | null;
  readonly problem: string | null;
  readonly drift: number | null;
}

/** The counted products that BigCommerce counts as one item (`i`), with what is on hand of each. */
const partsOfItem = `products part
                    LEFT JOIN stock_on_hand oh ON oh.product_key = part.product_key AND oh.outlet_key = :outletKey
                   WHERE part.stocked = 1 AND part.product_key IN (
                         SELECT l.product_key FROM product_links l WHERE l.item_key = i.item_key)`;

/**
 * One row per stocked product of those that `keys` selects, of one outlet, to be filtered by the columns of `StockRow`.
 *
 * BigCommerce may count several products here as one item, so an item is compared with their sum; a product that is
 * several items there shows the one that was refused, else the first.
 */
export const stockRows = (keys: string): string => `
  WITH wanted (product_key) AS MATERIALIZED (${keys}), figures AS (
    SELECT p.product_key AS productKey, p.product_id AS productId, p.sku, p.name, p.floor,
           coalesce(h.on_hand, 0) AS onHand, coalesce(c.pieces, 0) AS committed, h.known_since AS knownSince,
           EXISTS (SELECT 1 FROM stock_alarms a
                    WHERE a.seen_at IS NULL AND a.product_key = p.product_key AND a.outlet_key = :outletKey) AS alarm,
           EXISTS (SELECT 1 FROM product_links l
                    WHERE l.product_key = p.product_key AND l.link_key = :linkKey AND l.subject = 'variant') AS isLinked,
           ${skuIsAmbiguous} AS isAmbiguous,
           i.item_key IS NULL AND EXISTS (
             SELECT 1 FROM product_links l
               LEFT JOIN catalog_variants v ON v.link_key = l.link_key AND v.variant_id = l.bigcommerce_variant_id
                                           AND v.tracking = 'none'
              WHERE l.product_key = p.product_key AND l.link_key = :linkKey AND l.subject = 'variant'
                -- Or it is gone there: it was asked for, and is no item all the same.
                AND (v.variant_id IS NOT NULL OR l.looked_up_at IS NOT NULL)) AS isUntracked,
           EXISTS (SELECT 1 FROM products_to_push t
                    WHERE t.product_key = p.product_key AND t.look_at IS NOT NULL) AS isToPush,
           i.figure, i.figure_at AS figureAt, i.sent_level AS sentLevel, i.pushed_level AS pushedLevel,
           i.pushed_at AS pushedAt, i.problem,
           i.item_key IS NOT NULL AND EXISTS (SELECT 1 FROM ${partsOfItem} AND oh.known_since IS NULL) AS isPartUnknown,
           (SELECT sum(oh.on_hand) FROM ${partsOfItem}) AS ours
      FROM wanted CROSS JOIN products p ON p.product_key = wanted.product_key
      LEFT JOIN stock_on_hand h ON h.product_key = p.product_key AND h.outlet_key = :outletKey
      LEFT JOIN stock_committed c ON c.product_key = p.product_key AND c.outlet_key = :outletKey
      LEFT JOIN inventory_items i ON :isBound AND i.item_key = (
        SELECT first.item_key FROM product_links l JOIN inventory_items first ON first.item_key = l.item_key
         WHERE l.product_key = p.product_key AND l.link_key = :linkKey
         ORDER BY first.problem IS NULL, first.item_key LIMIT 1)
     WHERE p.stocked = 1
  ), stock AS (
    SELECT *, CASE WHEN sentLevel IS NULL AND isToPush = 0 AND isPartUnknown = 0 THEN figure - max(0, ours) END AS drift
      FROM figures
  )`;

export const stockParams = ({ outletKey, linkKey, isBound }: StockPlace): SqlParams => ({
  outletKey,
  linkKey,
  isBound: isBound ? 1 : 0,
});

export const stockRowView = (row: StockRow, place: StockPlace): StockRowView => ({
  productId: row.productId,
  sku: row.sku,
  name: row.name,
  outletId: place.outletId,
  onHand: row.onHand,
  committed: row.committed,
  floor: row.floor,
  knownSince: nullableInstant(row.knownSince),
  lastPushed: row.pushedLevel,
  lastPushedAt: nullableInstant(row.pushedAt),
  bigcommerceFigure: row.figure,
  bigcommerceFigureAt: nullableInstant(row.figureAt),
  drift: row.drift,
  pushState: pushStateOf(row, place),
  pushProblem: row.problem,
  alarm: row.alarm === 1,
});

const pushStateOf = (row: StockRow, { linkKey, isBound }: StockPlace): PushState => {
  if (linkKey !== null && !isBound) return 'other_outlet';
  if (row.isLinked === 0) return row.isAmbiguous === 1 ? 'ambiguous' : 'not_linked';
  if (row.isUntracked === 1) return 'not_tracked';
  if (row.knownSince === null || row.isPartUnknown === 1) return 'not_known';
  if (row.problem !== null) return 'parked';
  if (row.sentLevel !== null) return 'sent';
  return row.isToPush === 1 || row.figure === null ? 'to_push' : 'in_step';
};
