import { join } from 'node:path';
import { openConnection } from '../../src/main/store/connection.ts';
import { foldSku } from '../../src/main/store/products.ts';

interface CatalogueRow {
  readonly productId: number;
  readonly variantId: number;
  readonly sku: string;
  readonly name?: string;
  readonly options?: string;
}

/** Fills the catalogue as last read, as if BigCommerce had listed these variants. */
export const catalogueOf = (folder: string, rows: readonly CatalogueRow[]): void => {
  const db = openConnection(join(folder, 'tillbridge.db'));
  try {
    db.run(
      `INSERT INTO catalog_readings (link_key, completed_at, next_page, matched_product_key)
       SELECT link_key, 1, 1, 0 FROM links WHERE true ON CONFLICT DO UPDATE SET completed_at = 1`,
    );
    for (const { productId, variantId, sku, name = `Product ${productId}`, options = '' } of rows) {
      db.run(
        `INSERT INTO catalog_variants (link_key, variant_id, bigcommerce_product_id, sku, sku_fold, name, options,
                                       tracking, seen_at)
         SELECT link_key, :variantId, :productId, :sku, :fold, :name, :options, 'variant', 0 FROM links`,
        { productId, variantId, sku, fold: foldSku(sku), name, options },
      );
    }
  } finally {
    db.close();
  }
};
