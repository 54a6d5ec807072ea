import { Refusal } from '../../contract/fault.ts';
import { parseAmount } from '../domain/amount.ts';
import type { Identity } from '../domain/identity.ts';
import type { Reader, Writer } from '../store/connection.ts';
import { assignItems } from '../store/counted-as.ts';
import { currentLink } from '../store/links.ts';
import {
  countedTogetherWith,
  linkBySku,
  mayBeInCatalogue,
  productOfVariant,
  unlinkVariant,
  type VariantIds,
  variantReference,
} from '../store/product-matches.ts';
import { insertProduct, linkProduct, type ProductRow, productById } from '../store/products.ts';
import { markToPush } from '../store/products-to-push.ts';

interface Made {
  readonly identity: Identity;
  /** UTC ms. */
  readonly now: number;
}

/** A product sold here; linked at once where its SKU alone says to what. */
export const createProduct = (
  db: Writer,
  { identity, now }: Made,
  draft: {
    readonly sku: string;
    readonly name: string;
    readonly price?: string | undefined;
    readonly stocked: boolean;
  },
): { productId: string } => {
  const price = draft.price === undefined ? null : parseAmount(draft.price);
  const productId = identity.next();
  return db.transaction(() => {
    const { sku } = draft;
    const { productKey } = insertProduct(db, { ...draft, productId, price, createdFrom: 'here', createdAt: now });
    const link = currentLink(db);
    if (link) linkBySku(db, link.linkKey, { productKey, sku });
    return { productId };
  });
};

interface VariantOfProduct {
  readonly productId: string;
  /** BigCommerce's numbers, digits only. */
  readonly bigcommerceProductId: string;
  readonly bigcommerceVariantId: string;
}

/**
 * Says which variant of BigCommerce a product is; saying it again changes nothing. A variant is one product here: one
 * that is another already is refused, and that product named.
 * Throws `not_linked`, `not_found`, `variant_taken`, and `invalid_input` for a charge.
 */
export const linkByHand = (db: Writer, wish: VariantOfProduct): void =>
  db.transaction(() => {
    const { linkKey, product, variant } = known(db, wish);
    if (product.createdFrom === 'charge') {
      throw new Refusal('invalid_input', {
        message: `${product.name} is a charge, which BigCommerce has no product for. Choose another product.`,
        field: 'productId',
      });
    }
    const taken = productOfVariant(db, linkKey, variant);
    if (taken?.productKey === product.productKey) return;
    if (taken) {
      const name = taken.sku === '' ? taken.name : `${taken.name} (${taken.sku})`;
      throw new Refusal('variant_taken', {
        message: `That variant is linked to ${name} already. Unlink it there first, or choose another variant.`,
        field: 'bigcommerceVariantId',
      });
    }
    if (!mayBeInCatalogue(db, linkKey, variant)) {
      throw new Refusal('not_found', {
        message: "BigCommerce's catalogue, as last read, has no such variant. Choose one of the candidates.",
        field: 'bigcommerceVariantId',
      });
    }
    linkProduct(db, linkKey, variantReference(variant), product.productKey);
    markToPush(db, [product.productKey, ...assignItems(db, linkKey, 'without_item')]);
  });

/** Takes back which variant a product is. Where it is not that one, nothing changes. Throws `not_linked`, `not_found`. */
export const unlinkByHand = (db: Writer, wish: VariantOfProduct): void =>
  db.transaction(() => {
    const { linkKey, product, variant } = known(db, wish);
    const others = countedTogetherWith(db, linkKey, variant);
    if (unlinkVariant(db, linkKey, variant, product.productKey)) markToPush(db, others);
  });

const known = (
  db: Reader,
  wish: VariantOfProduct,
): { readonly linkKey: number; readonly product: ProductRow; readonly variant: VariantIds } => {
  const link = currentLink(db);
  if (!link) throw new Refusal('not_linked');
  const product = productById(db, wish.productId);
  if (!product) throw new Refusal('not_found', { field: 'productId' });
  const variant = {
    bigcommerceProductId: Number(wish.bigcommerceProductId),
    bigcommerceVariantId: Number(wish.bigcommerceVariantId),
  };
  return { linkKey: link.linkKey, product, variant };
};
