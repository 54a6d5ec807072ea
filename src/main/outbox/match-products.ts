import { catalogReading, noteCatalogReading } from '../store/catalog.ts';
import type { Writer } from '../store/connection.ts';
import { assignItems, type LinksLookedAt } from '../store/counted-as.ts';
import { freeVariantsBySku, isTakenApart, unlinkedProducts, variantReference } from '../store/product-matches.ts';
import { linkProduct, newestProductKey } from '../store/products.ts';
import { markToPush } from '../store/products-to-push.ts';

/**
 * Says of products here which variant of the catalogue they are, and of linked ones what BigCommerce counts them as.
 * Where a SKU is empty, or several carry it on either side, only staff can say (R17–R20); and what staff took apart
 * stays so. Names, prices and stock are left as they are (R10). To be called within a transaction.
 *
 * `every` looks at all products anew, after the catalogue was read as a whole; `without_item` only at what is new here,
 * which costs next to nothing where nothing is. Returns whether anything changed.
 */
export const matchProducts = (db: Writer, linkKey: number, looked: LinksLookedAt): boolean => {
  const linked = linkBySkus(db, linkKey, looked);
  const counted = assignItems(db, linkKey, looked);
  markToPush(db, counted);
  return linked > 0 || counted.length > 0;
};

/** Returns how many were linked. */
const linkBySkus = (db: Writer, linkKey: number, looked: LinksLookedAt): number => {
  const { completedAt, matchedProductKey } = catalogReading(db, linkKey);
  // Half a catalogue cannot say that a SKU is the only one of its kind.
  if (completedAt === null) return 0;
  const newest = newestProductKey(db);
  if (looked === 'without_item' && newest === matchedProductKey) return 0;
  const products = unlinkedProducts(db, linkKey, looked === 'every' ? 0 : matchedProductKey);
  const variants = freeVariantsBySku(
    db,
    linkKey,
    products.map(({ fold }) => fold),
  );
  let linked = 0;
  for (const { productKey, fold } of products) {
    const variant = variants.get(fold);
    if (!variant) continue;
    const reference = variantReference(variant);
    if (isTakenApart(db, linkKey, reference, productKey)) continue;
    linkProduct(db, linkKey, reference, productKey);
    linked += 1;
  }
  noteCatalogReading(db, linkKey, { matchedProductKey: newest });
  return linked;
};
