import type { Reader } from './connection.ts';

/** What is here of a SKU: the products that carry it, and the first one's figure at an outlet. */
export interface SkuHere {
  readonly fold: string;
  readonly products: number;
  readonly productKey: number;
  readonly name: string;
  readonly stocked: number;
  readonly onHand: number;
}

/** Of some folded SKUs those that are here. */
export const skusHere = (db: Reader, outletKey: number, folds: readonly string[]): ReadonlyMap<string, SkuHere> =>
  new Map(
    db
      .all<SkuHere>(
        `SELECT p.sku_fold AS fold, count(*) AS products, min(p.product_key) AS productKey, p.name, p.stocked,
                coalesce(h.on_hand, 0) AS onHand
           FROM products p LEFT JOIN stock_on_hand h ON h.product_key = p.product_key AND h.outlet_key = :outletKey
          WHERE p.sku_fold IN (SELECT value FROM json_each(:folds)) GROUP BY p.sku_fold`,
        { outletKey, folds: JSON.stringify(folds) },
      )
      .map((row) => [row.fold, row]),
  );

/** How many products an opening gave their figure, and how many of them it made. */
export const openedBy = (db: Reader, causeId: string): { readonly products: number; readonly created: number } =>
  db.get<{ products: number; created: number }>(
    `SELECT count(*) AS products,
            count(*) FILTER (WHERE p.created_from = 'here' AND p.created_at = m.moved_at) AS created
       FROM stock_movements m JOIN products p ON p.product_key = m.product_key
      WHERE m.sale_key IS NULL AND m.cause_kind = 'opening' AND m.cause_id = :causeId`,
    { causeId },
  ) ?? { products: 0, created: 0 };
