import type { Reader, Writer } from './connection.ts';
import { foldSku, linkProduct, type ProductReference } from './products.ts';

/** A variant of BigCommerce's catalogue, by its numbers. */
export interface VariantIds {
  readonly bigcommerceProductId: number;
  readonly bigcommerceVariantId: number;
}

export const variantReference = ({ bigcommerceProductId, bigcommerceVariantId }: VariantIds): ProductReference => ({
  subject: 'variant',
  name: `${bigcommerceProductId}:${bigcommerceVariantId}`,
  bigcommerceProductId,
  bigcommerceVariantId,
});

/** The product here that is linked to a variant. */
export const productOfVariant = (
  db: Reader,
  linkKey: number,
  variant: VariantIds,
): { readonly productKey: number; readonly sku: string; readonly name: string } | undefined =>
  db.get(
    `SELECT p.product_key AS productKey, p.sku, p.name
       FROM product_links l JOIN products p ON p.product_key = l.product_key
      WHERE l.link_key = :linkKey AND l.subject = 'variant' AND l.name = :name`,
    { linkKey, name: variantReference(variant).name },
  );

/** Whether the catalogue as last read has this variant; also while it was never read, for then it says nothing. */
export const mayBeInCatalogue = (db: Reader, linkKey: number, variant: VariantIds): boolean =>
  db.get(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM catalog_variants
                             WHERE link_key = :linkKey AND variant_id = :bigcommerceVariantId
                               AND bigcommerce_product_id = :bigcommerceProductId)
                 OR NOT EXISTS (SELECT 1 FROM catalog_variants WHERE link_key = :linkKey)`,
    { linkKey, ...variant },
  ) !== undefined;

/**
 * Of some SKUs, folded, those that exactly one variant of the catalogue carries, one that no product here is linked to.
 * An empty SKU is never among them (R20); none is before the catalogue was read as a whole.
 */
export const freeVariantsBySku = (
  db: Reader,
  linkKey: number,
  folds: readonly string[],
): ReadonlyMap<string, VariantIds> =>
  new Map(
    db
      .all<VariantIds & { readonly fold: string }>(
        `SELECT sku_fold AS fold, bigcommerce_product_id AS bigcommerceProductId, variant_id AS bigcommerceVariantId
           FROM catalog_variants v
          WHERE link_key = :linkKey AND sku_fold <> '' AND sku_fold IN (SELECT value FROM json_each(:folds))
            AND EXISTS (SELECT 1 FROM catalog_readings WHERE link_key = :linkKey AND completed_at IS NOT NULL)
          GROUP BY sku_fold
         HAVING count(*) = 1 AND NOT EXISTS (
           SELECT 1 FROM product_links l
            WHERE l.link_key = v.link_key AND l.subject = 'variant'
              AND l.name = v.bigcommerce_product_id || ':' || v.variant_id)`,
        { linkKey, folds: JSON.stringify(folds) },
      )
      .map(({ fold, ...variant }) => [fold, variant]),
  );

/**
 * Links a product to the variant that alone has its SKU, when it alone has it here: where either side has several, only
 * somebody who knows the goods can say (R19, R20).
 */
export const linkBySku = (
  db: Writer,
  linkKey: number,
  { productKey, sku }: { readonly productKey: number; readonly sku: string },
): void => {
  const fold = foldSku(sku);
  const variant = freeVariantsBySku(db, linkKey, [fold]).get(fold);
  const twin = db.get('SELECT 1 FROM products WHERE sku_fold = :fold AND product_key <> :productKey', {
    fold,
    productKey,
  });
  if (variant && !twin) linkProduct(db, linkKey, variantReference(variant), productKey);
};

/** Other products here that BigCommerce counts as one item with the product of a variant: their sum is its level. */
export const countedTogetherWith = (db: Reader, linkKey: number, variant: VariantIds): number[] =>
  db
    .all<{ productKey: number }>(
      `SELECT DISTINCT other.product_key AS productKey
         FROM product_links l JOIN product_links other ON other.item_key = l.item_key AND other.product_key <> l.product_key
        WHERE l.link_key = :linkKey AND l.subject = 'variant' AND l.name = :name`,
      { linkKey, name: variantReference(variant).name },
    )
    .map(({ productKey }) => productKey);

/** Takes a product and a variant apart, for good as far as their SKU goes. */
export const unlinkVariant = (db: Writer, linkKey: number, variant: VariantIds, productKey: number): boolean => {
  const pair = { linkKey, name: variantReference(variant).name, productKey };
  const { changes } = db.run(
    `DELETE FROM product_links
      WHERE link_key = :linkKey AND subject = 'variant' AND name = :name AND product_key = :productKey`,
    pair,
  );
  if (changes === 0) return false;
  db.run(
    `INSERT INTO variants_taken_apart (link_key, name, product_key) VALUES (:linkKey, :name, :productKey)
     ON CONFLICT DO NOTHING`,
    pair,
  );
  return true;
};

/** Whether staff took this product and this variant apart. */
export const isTakenApart = (
  db: Reader,
  linkKey: number,
  { name }: Pick<ProductReference, 'name'>,
  productKey: number,
): boolean =>
  db.get(
    `SELECT 1 AS found FROM variants_taken_apart
      WHERE link_key = :linkKey AND name = :name AND product_key = :productKey`,
    { linkKey, name, productKey },
  ) !== undefined;

/** Counted products without a variant that alone here have their SKU, of those newer than another. */
export const unlinkedProducts = (
  db: Reader,
  linkKey: number,
  newerThan: number,
): { readonly productKey: number; readonly fold: string }[] =>
  db.all(
    `SELECT product_key AS productKey, sku_fold AS fold FROM products p
      WHERE product_key > :newerThan AND stocked = 1 AND sku_fold <> ''
        AND NOT EXISTS (SELECT 1 FROM product_links l
                         WHERE l.product_key = p.product_key AND l.link_key = :linkKey AND l.subject = 'variant')
        AND NOT EXISTS (SELECT 1 FROM products twin
                         WHERE twin.sku_fold = p.sku_fold AND twin.product_key <> p.product_key)`,
    { linkKey, newerThan },
  );
