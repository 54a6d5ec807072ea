import type { Contract } from '../../contract/contract.ts';
import { Refusal } from '../../contract/fault.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { CatalogVariantView, LinkState, ProductView } from '../../contract/products.ts';
import type { Reader } from '../store/connection.ts';
import { shownLink } from '../store/links.ts';
import { outletInQuestion } from '../store/outlets.ts';
import { skuIsAmbiguous } from './link-state.ts';
import { pageOf } from './paging.ts';
import { type NamedListInput, pageOfProducts } from './product-search.ts';
import { moneyView } from './views.ts';

interface ProductRow extends Omit<ProductView, 'stocked' | 'bigcommerceProductId' | 'bigcommerceVariantId' | 'price'> {
  readonly productKey: number;
  readonly stocked: number;
  readonly price: number | null;
  readonly bigcommerceProductId: number | null;
  readonly bigcommerceVariantId: number | null;
}

const idText = (id: number | null): string | null => (id === null ? null : String(id));

/** The first variant of the link (`:linkKey`) that a product (`p`) is, as SQL; null where it is none. */
const firstLink = `(SELECT min(first.product_link_key) FROM product_links first
          WHERE first.product_key = p.product_key AND first.link_key = :linkKey AND first.subject = 'variant')`;

const linkStateOf = `CASE WHEN ${firstLink} IS NOT NULL THEN 'linked'
                 WHEN p.created_from <> 'charge' AND ${skuIsAmbiguous} THEN 'ambiguous'
                 ELSE 'unlinked' END`;

const productRows = `SELECT p.product_key AS productKey, p.product_id AS productId, p.sku, p.name,
            p.created_from AS createdFrom, p.stocked, p.price, l.bigcommerce_product_id AS bigcommerceProductId,
            l.bigcommerce_variant_id AS bigcommerceVariantId, ${linkStateOf} AS linkState
       FROM products p LEFT JOIN product_links l ON l.product_link_key = ${firstLink}`;

/** SKUs that several variants of the link or several products here have, as SQL: only a product with one is ambiguous. */
const sharedSkus = `SELECT sku_fold FROM catalog_variants WHERE link_key = :linkKey GROUP BY sku_fold HAVING count(*) > 1
  UNION SELECT sku_fold FROM products GROUP BY sku_fold HAVING count(*) > 1`;

export const listProducts = (
  db: Reader,
  input: NamedListInput & { readonly linkState?: LinkState | undefined },
): OutputOf<Contract['products.list']> => {
  const { linkState } = input;
  const page = pageOfProducts(db, input, [
    linkState === 'ambiguous' && `p.sku_fold IN (${sharedSkus})`,
    linkState !== undefined && `${linkStateOf} = :linkState`,
  ]);
  const rows = db.all<ProductRow>(
    `${productRows} WHERE p.product_key IN (${page.keys}) ORDER BY p.name, p.product_key`,
    {
      ...page.params,
      ...(linkState === undefined ? {} : { linkState }),
      linkKey: shownLink(db)?.linkKey ?? null,
    },
  );
  const currency = outletInQuestion(db, undefined)?.currency;
  return pageOf(
    rows,
    input.limit,
    (row) => ({ value: row.name, key: row.productKey }),
    (row) => productViewOf(row, currency),
  );
};

const productViewOf = ({ productKey: _, ...row }: ProductRow, currency: string | undefined): ProductView => ({
  ...row,
  stocked: row.stocked === 1,
  bigcommerceProductId: idText(row.bigcommerceProductId),
  bigcommerceVariantId: idText(row.bigcommerceVariantId),
  price: row.price === null || currency === undefined ? null : moneyView(row.price, currency),
});

interface VariantRow extends Omit<CatalogVariantView, 'bigcommerceProductId' | 'bigcommerceVariantId'> {
  readonly bigcommerceProductId: number;
  readonly bigcommerceVariantId: number;
}

/** One product, with the variants that it is, also those that the catalogue has no more. Throws `not_found`. */
export const getProduct = (
  db: Reader,
  { productId }: { readonly productId: string },
): OutputOf<Contract['products.get']> => {
  const linkKey = shownLink(db)?.linkKey ?? null;
  const row = db.get<ProductRow>(`${productRows} WHERE p.product_id = :productId`, { productId, linkKey });
  if (!row) throw new Refusal('not_found', { field: 'productId' });
  const variants = db.all<VariantRow>(
    `SELECT l.bigcommerce_product_id AS bigcommerceProductId,
            coalesce(l.bigcommerce_variant_id, 0) AS bigcommerceVariantId,
            coalesce(v.sku, '') AS sku, coalesce(v.name, '') AS name, coalesce(v.options, '') AS options,
            coalesce(v.tracking, 'none') AS tracking, :productId AS productId
       FROM product_links l
       LEFT JOIN catalog_variants v ON v.link_key = l.link_key AND v.variant_id = l.bigcommerce_variant_id
                                   AND v.bigcommerce_product_id = l.bigcommerce_product_id
      WHERE l.product_key = :productKey AND l.link_key = :linkKey AND l.subject = 'variant'
      ORDER BY l.product_link_key`,
    { productId, productKey: row.productKey, linkKey },
  );
  return {
    ...productViewOf(row, outletInQuestion(db, undefined)?.currency),
    variants: variants.map((variant) => ({
      ...variant,
      bigcommerceProductId: String(variant.bigcommerceProductId),
      bigcommerceVariantId: String(variant.bigcommerceVariantId),
    })),
  };
};
