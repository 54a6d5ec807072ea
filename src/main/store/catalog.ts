import type { CatalogVariant } from '../domain/catalog-variant.ts';
import type { Reader, Writer } from './connection.ts';
import { foldSku } from './products.ts';

/** BigCommerce's catalogue as last read. Nothing here is taken over into products (R10). */

/** How far the catalogue was read; instants are UTC ms. */
export interface CatalogReading {
  /** When it was read as a whole; null while it never was. */
  readonly completedAt: number | null;
  /** When the reading under way began; null when none is. */
  readonly begunAt: number | null;
  readonly nextPage: number;
  /** The number of the first product of the last page. */
  readonly lastBegan: number | null;
  /** The newest product here that was looked for in the catalogue by its SKU. */
  readonly matchedProductKey: number;
}

const neverRead: CatalogReading = {
  completedAt: null,
  begunAt: null,
  nextPage: 1,
  lastBegan: null,
  matchedProductKey: 0,
};

export const catalogReading = (db: Reader, linkKey: number): CatalogReading =>
  db.get<CatalogReading>(
    `SELECT completed_at AS completedAt, begun_at AS begunAt, next_page AS nextPage, last_began AS lastBegan,
            matched_product_key AS matchedProductKey
       FROM catalog_readings WHERE link_key = :linkKey`,
    { linkKey },
  ) ?? neverRead;

/** Notes the named parts, in the transaction that stores what was read. */
export const noteCatalogReading = (db: Writer, linkKey: number, to: Partial<CatalogReading>): void => {
  db.run(
    `INSERT INTO catalog_readings (link_key, completed_at, begun_at, next_page, last_began, matched_product_key)
     VALUES (:linkKey, :completedAt, :begunAt, :nextPage, :lastBegan, :matchedProductKey)
     ON CONFLICT DO UPDATE SET completed_at = :completedAt, begun_at = :begunAt, next_page = :nextPage,
       last_began = :lastBegan, matched_product_key = :matchedProductKey`,
    { linkKey, ...catalogReading(db, linkKey), ...to },
  );
};

/** Stores what was read of some products. `seenAt` tells the rows of a reading from those that it did not see. */
export const storeVariants = (
  db: Writer,
  linkKey: number,
  variants: readonly CatalogVariant[],
  seenAt: number,
): void => {
  for (const variant of variants) {
    db.run(
      `INSERT INTO catalog_variants (link_key, variant_id, bigcommerce_product_id, sku, sku_fold, name, options, tracking,
                                     seen_at)
       VALUES (:linkKey, :variantId, :bigcommerceProductId, :sku, :fold, :name, :options, :tracking, :seenAt)
       ON CONFLICT DO UPDATE SET bigcommerce_product_id = :bigcommerceProductId, sku = :sku, sku_fold = :fold,
         name = :name, options = :options, tracking = :tracking, seen_at = :seenAt`,
      { linkKey, ...variant, fold: foldSku(variant.sku), seenAt },
    );
  }
};

/** Keeps what is known of products that were listed and not understood. */
export const keepVariantsOf = (db: Writer, linkKey: number, productIds: readonly number[], seenAt: number): void => {
  if (productIds.length === 0) return;
  db.run(
    `UPDATE catalog_variants SET seen_at = :seenAt
      WHERE link_key = :linkKey AND bigcommerce_product_id IN (SELECT value FROM json_each(:productIds))`,
    { linkKey, productIds: JSON.stringify(productIds), seenAt },
  );
};

/**
 * Ends a reading of the whole catalogue: what it did not see is gone there. Variants that products here are linked to
 * and that are gone are asked for once more, for a list that changes while it is read can skip one.
 */
export const removeUnseenVariants = (db: Writer, linkKey: number, seenAt: number): void => {
  db.run('DELETE FROM catalog_variants WHERE link_key = :linkKey AND seen_at <> :seenAt', { linkKey, seenAt });
  db.run(
    `UPDATE product_links SET looked_up_at = NULL
      WHERE link_key = :linkKey AND subject = 'variant' AND looked_up_at IS NOT NULL`,
    { linkKey },
  );
};

/** The same of some products that were asked for by their numbers. */
export const removeUnseenVariantsOf = (
  db: Writer,
  linkKey: number,
  productIds: readonly number[],
  seenAt: number,
): void => {
  const params = { linkKey, productIds: JSON.stringify(productIds), seenAt };
  db.run(
    `DELETE FROM catalog_variants
      WHERE link_key = :linkKey AND seen_at <> :seenAt
        AND bigcommerce_product_id IN (SELECT value FROM json_each(:productIds))`,
    params,
  );
  db.run(
    `UPDATE product_links SET looked_up_at = :seenAt
      WHERE link_key = :linkKey AND subject = 'variant'
        AND bigcommerce_product_id IN (SELECT value FROM json_each(:productIds))`,
    params,
  );
};

/** BigCommerce's products that are linked here, and whose variant the catalogue as last read does not have. */
export const productsToLookUp = (db: Reader, linkKey: number, limit: number): number[] =>
  db
    .all<{ productId: number }>(
      `SELECT DISTINCT bigcommerce_product_id AS productId FROM product_links l
        WHERE item_key IS NULL AND link_key = :linkKey AND subject = 'variant' AND looked_up_at IS NULL
          AND bigcommerce_product_id IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM catalog_variants v
                           WHERE v.link_key = l.link_key AND v.bigcommerce_product_id = l.bigcommerce_product_id
                             AND (l.bigcommerce_variant_id IS NULL OR v.variant_id = l.bigcommerce_variant_id))
        ORDER BY bigcommerce_product_id LIMIT :limit`,
      { linkKey, limit },
    )
    .map(({ productId }) => productId);
