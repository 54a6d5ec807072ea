import type { Reader } from './connection.ts';
import type { PushPlace } from './inventory-items.ts';

/**
 * Products that BigCommerce counts and whose level there is to be ours by now: known here, not marked to be pushed, and
 * nothing sent that may still take effect. One that waits is not drift.
 */
export const settledProducts = (db: Reader, { linkKey, outletKey }: PushPlace): number[] =>
  db
    .all<{ productKey: number }>(
      `SELECT DISTINCT l.product_key AS productKey
         FROM product_links l
         JOIN inventory_items i ON i.item_key = l.item_key AND i.link_key = :linkKey
         JOIN stock_on_hand h ON h.product_key = l.product_key AND h.outlet_key = :outletKey
        WHERE h.known_since IS NOT NULL AND i.sent_level IS NULL
          AND NOT EXISTS (SELECT 1 FROM product_links part JOIN products_to_push t ON t.product_key = part.product_key
                           WHERE part.item_key = i.item_key)
        ORDER BY l.product_key`,
      { linkKey, outletKey },
    )
    .map((row) => row.productKey);

/** What each product is linked to in BigCommerce and counted as there, as one text. */
export const linksByProduct = (db: Reader, linkKey: number): ReadonlyMap<number, string> =>
  new Map(
    db
      .all<{ productKey: number; links: string }>(
        `SELECT product_key AS productKey, group_concat(name || coalesce(' as item ' || item_key, ''), ', ' ORDER BY name) AS links
           FROM product_links WHERE link_key = :linkKey AND subject = 'variant' GROUP BY product_key`,
        { linkKey },
      )
      .map(({ productKey, links }) => [productKey, links]),
  );
