import type { ItemTracking } from '../domain/stock-level.ts';
import type { Writer } from './connection.ts';

/** Which links are looked at: all of them, or those that have no item yet. */
export type LinksLookedAt = 'every' | 'without_item';

/**
 * What each variant link is counted as by the catalogue as last read: its product as a whole, its variant, or nothing
 * (bigcommerce.md §9.1). A link without a variant's number means the product as a whole, or its only variant.
 */
const countedAs = `
  SELECT l.product_link_key, l.product_key, l.link_key, l.item_key, v.tracking,
         iif(v.tracking = 'product', v.bigcommerce_product_id, v.variant_id) AS bigcommerce_id
    FROM product_links l
    LEFT JOIN catalog_variants v
      ON v.link_key = l.link_key AND v.bigcommerce_product_id = l.bigcommerce_product_id AND v.tracking <> 'none'
     AND v.variant_id = coalesce(l.bigcommerce_variant_id, (
           SELECT iif(count(*) = 1 OR min(one.tracking) = 'product', min(one.variant_id), NULL)
             FROM catalog_variants one
            WHERE one.link_key = l.link_key AND one.bigcommerce_product_id = l.bigcommerce_product_id))
   WHERE l.link_key = :linkKey AND l.subject = 'variant'`;

const looks: Readonly<Record<LinksLookedAt, string>> = {
  every: countedAs,
  without_item: `${countedAs} AND l.item_key IS NULL`,
};

interface Changed {
  readonly productLinkKey: number;
  readonly productKey: number;
  readonly tracking: ItemTracking | null;
  readonly bigcommerceId: number | null;
}

/**
 * Gives each linked product the item that BigCommerce counts it as; none where it does not count it, or does not have it
 * any more. Returns the products whose item changed, for their level is to be told anew.
 */
export const assignItems = (db: Writer, linkKey: number, looked: LinksLookedAt): number[] => {
  const changed = db.all<Changed>(
    `SELECT c.product_link_key AS productLinkKey, c.product_key AS productKey, c.tracking,
            c.bigcommerce_id AS bigcommerceId
       FROM (${looks[looked]}) c
       LEFT JOIN inventory_items i
         ON i.link_key = c.link_key AND i.tracking = c.tracking AND i.bigcommerce_id = c.bigcommerce_id
      WHERE i.item_key IS NOT c.item_key OR (i.item_key IS NULL AND c.tracking IS NOT NULL)`,
    { linkKey },
  );
  for (const { productLinkKey, tracking, bigcommerceId } of changed) {
    if (tracking !== null) {
      db.run(
        `INSERT INTO inventory_items (link_key, tracking, bigcommerce_id) VALUES (:linkKey, :tracking, :bigcommerceId)
         ON CONFLICT DO NOTHING`,
        { linkKey, tracking, bigcommerceId },
      );
    }
    db.run(
      `UPDATE product_links SET item_key = (SELECT item_key FROM inventory_items
                                             WHERE link_key = :linkKey AND tracking = :tracking
                                               AND bigcommerce_id = :bigcommerceId)
        WHERE product_link_key = :productLinkKey`,
      { linkKey, tracking, bigcommerceId, productLinkKey },
    );
  }
  return [...new Set(changed.map(({ productKey }) => productKey))];
};

/**
 * Forgets what the catalogue said of an item that BigCommerce refused to be named so: it is asked for again with the next
 * refreshing, which gives the products their item anew.
 */
export const forgetCountedAs = (db: Writer, itemKey: number): void => {
  db.run(
    `DELETE FROM catalog_variants
      WHERE (link_key, bigcommerce_product_id) IN (
        SELECT link_key, bigcommerce_product_id FROM product_links WHERE item_key = :itemKey)`,
    { itemKey },
  );
  db.run('UPDATE product_links SET item_key = NULL, looked_up_at = NULL WHERE item_key = :itemKey', { itemKey });
};
