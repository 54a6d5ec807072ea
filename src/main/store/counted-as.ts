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

/**
 * Gives each linked product the item that BigCommerce counts it as; none where it does not count it, or does not have it
 * any more. Returns the products whose item changed, for their level is to be told anew.
 */
export const assignItems = (db: Writer, linkKey: number, looked: LinksLookedAt): number[] => {
  const counted = looks[looked];
  db.run(
    `INSERT INTO inventory_items (link_key, tracking, bigcommerce_id)
     SELECT DISTINCT link_key, tracking, bigcommerce_id FROM (${counted}) WHERE tracking IS NOT NULL
     ON CONFLICT DO NOTHING`,
    { linkKey },
  );
  const changed = db.all<{ productLinkKey: number; productKey: number; itemKey: number | null }>(
    `SELECT c.product_link_key AS productLinkKey, c.product_key AS productKey, i.item_key AS itemKey
       FROM (${counted}) c
       LEFT JOIN inventory_items i
         ON i.link_key = c.link_key AND i.tracking = c.tracking AND i.bigcommerce_id = c.bigcommerce_id
      WHERE i.item_key IS NOT c.item_key`,
    { linkKey },
  );
  for (const { productLinkKey, itemKey } of changed) {
    db.run('UPDATE product_links SET item_key = :itemKey WHERE product_link_key = :productLinkKey', {
      itemKey,
      productLinkKey,
    });
  }
  return [...new Set(changed.map(({ productKey }) => productKey))];
};
