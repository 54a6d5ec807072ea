import type { PiecesOf } from '../domain/opening-figures.ts';
import type { SeedProduct, SeedVariant } from '../domain/seed-plan.ts';
import type { Reader } from './connection.ts';

export const newestMovementKey = (db: Reader): number =>
  db.get<{ newest: number | null }>('SELECT max(movement_key) AS newest FROM stock_movements')?.newest ?? 0;

/**
 * Whether, since a movement, an order took stock here that was placed before an instant of BigCommerce's clock (UTC ms):
 * a figure read until then may count it, so that it would be taken twice.
 */
export const earlierOrderCameIn = (
  db: Reader,
  {
    outletKey,
    lastMovementKey,
    storeTime,
  }: { readonly outletKey: number; readonly lastMovementKey: number; readonly storeTime: number },
): boolean =>
  db.get(
    `SELECT 1 AS found FROM stock_movements m JOIN sales s ON s.sale_key = m.sale_key
      WHERE m.movement_key > :lastMovementKey AND m.outlet_key = :outletKey AND s.source = 'online'
        AND s.sold_at <= :storeTime LIMIT 1`,
    { outletKey, lastMovementKey, storeTime },
  ) !== undefined;

/**
 * Pieces on orders that are neither shipped nor completed, by product. BigCommerce takes them off only then, where the
 * store is set so.
 */
export const piecesOfOpenOrders = (
  db: Reader,
  { linkKey, outletKey }: { readonly linkKey: number; readonly outletKey: number },
): PiecesOf[] =>
  db.all<PiecesOf>(
    `SELECT m.product_key AS productKey, -sum(m.quantity) AS pieces
       FROM sales s JOIN stock_movements m ON m.sale_key = s.sale_key AND m.outlet_key = :outletKey
      WHERE s.link_key = :linkKey AND s.bigcommerce_status_id IN (3, 7, 8, 9, 11, 12, 13)
      GROUP BY m.product_key HAVING sum(m.quantity) <> 0 ORDER BY m.product_key`,
    { linkKey, outletKey },
  );

/** The counted variants of the catalogue as last read. */
export const countedVariants = (db: Reader, linkKey: number): SeedVariant[] =>
  db.all<SeedVariant>(
    `SELECT bigcommerce_product_id AS bigcommerceProductId, variant_id AS bigcommerceVariantId, sku, name, options,
            tracking,
            sku_fold <> '' AND EXISTS (SELECT 1 FROM products p WHERE p.sku_fold = v.sku_fold) AS isSkuHere
       FROM catalog_variants v WHERE link_key = :linkKey AND tracking <> 'none'
      ORDER BY name, bigcommerce_product_id, options, variant_id`,
    { linkKey },
  );

/** The products here that BigCommerce counts, each with the item that it counts it as, and its figure at an outlet. */
export const countedProducts = (
  db: Reader,
  { linkKey, outletKey }: { readonly linkKey: number; readonly outletKey: number },
): SeedProduct[] =>
  db.all<SeedProduct>(
    `SELECT i.tracking, i.bigcommerce_id AS bigcommerceId, p.product_key AS productKey, p.product_id AS productId, p.sku,
            p.name, p.stocked, coalesce(h.on_hand, 0) AS onHand, h.known_since AS knownSince,
            (SELECT count(DISTINCT every.item_key) FROM product_links every
              WHERE every.product_key = p.product_key AND every.link_key = :linkKey) AS items
       FROM (SELECT DISTINCT item_key, product_key FROM product_links
              WHERE link_key = :linkKey AND subject = 'variant' AND item_key IS NOT NULL) l
       JOIN inventory_items i ON i.item_key = l.item_key
       JOIN products p ON p.product_key = l.product_key
       LEFT JOIN stock_on_hand h ON h.product_key = p.product_key AND h.outlet_key = :outletKey`,
    { linkKey, outletKey },
  );

/** Stocked products whose on hand nobody here knows at an outlet. */
export const countNotKnown = (db: Reader, outletKey: number): number =>
  db.get<{ count: number }>(
    `SELECT count(*) AS count FROM products p
       LEFT JOIN stock_on_hand h ON h.product_key = p.product_key AND h.outlet_key = :outletKey
      WHERE p.stocked = 1 AND h.known_since IS NULL`,
    { outletKey },
  )?.count ?? 0;
