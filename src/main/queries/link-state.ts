/**
 * Whether nobody but staff can say which variant a product (`p`) is: its SKU fits several variants of the link
 * (`:linkKey`), or one that several products here fit. An expression over the catalogue as last read.
 */
export const skuIsAmbiguous = `(p.sku_fold <> '' AND CASE (SELECT count(*) FROM catalog_variants v
                                       WHERE v.link_key = :linkKey AND v.sku_fold = p.sku_fold)
             WHEN 0 THEN 0
             WHEN 1 THEN (SELECT count(*) FROM products twin WHERE twin.sku_fold = p.sku_fold) > 1
             ELSE 1 END)`;
