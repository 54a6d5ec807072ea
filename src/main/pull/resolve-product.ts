import type { OrderLine } from '../domain/order.ts';
import type { SaleLine } from '../domain/sale-lines.ts';
import type { Writer } from '../store/connection.ts';
import { isTakenApart } from '../store/product-matches.ts';
import {
  foldSku,
  insertProduct,
  type LinkedProduct,
  linkedProduct,
  linkProduct,
  type ProductReference,
  productByKey,
  productBySku,
  startCounting,
} from '../store/products.ts';
import type { ImportContext } from './import-context.ts';

/**
 * The product of a sale line: the one it was sold as before (`soldKey`), else the one linked to what the order names,
 * else the one with its SKU, else a new one (R17–R20, R35–R38). Null for discounts and rounding.
 */
export const resolveProduct = (
  db: Writer,
  context: ImportContext,
  line: SaleLine,
  soldKey: number | null,
): LinkedProduct | null => {
  if (line.kind === 'discount' || line.kind === 'rounding') return null;
  const reference = line.orderLine ? productReference(line.orderLine) : chargeReference(line);
  const { products } = context.memory;
  const name = soldKey === null ? `${context.link.linkKey}/${reference.subject}/${reference.name}` : `#${soldKey}`;
  const known = products.get(name) ?? (soldKey === null ? undefined : productByKey(db, soldKey));
  const product = counted(db, line, known ?? findOrCreate(db, context, line, reference));
  products.set(name, product);
  return product;
};

/** A product that was first met as a download, or in name only, and is now sold off the shelf. */
const counted = (db: Writer, line: SaleLine, product: LinkedProduct): LinkedProduct =>
  line.orderLine?.kind === 'physical' && !product.stocked
    ? { ...product, stocked: startCounting(db, product.productKey) }
    : product;

const findOrCreate = (
  db: Writer,
  context: ImportContext,
  line: SaleLine,
  reference: ProductReference,
): LinkedProduct => {
  const { linkKey } = context.link;
  const linked = linkedProduct(db, linkKey, reference);
  if (linked) return linked;
  const found = line.orderLine ? productBySku(db, linkKey, line.orderLine.sku, reference.subject) : undefined;
  const product =
    found && !isTakenApart(db, linkKey, reference, found.productKey) ? found : createProduct(db, context, line);
  linkProduct(db, linkKey, reference, product.productKey);
  return product;
};

const productReference = (line: OrderLine): ProductReference =>
  line.productId > 0
    ? {
        subject: 'variant',
        name: `${line.productId}:${line.variantId}`,
        bigcommerceProductId: line.productId,
        bigcommerceVariantId: line.variantId || null,
      }
    : {
        subject: 'custom',
        name: line.sku.trim() === '' ? `name:${line.name}` : `sku:${foldSku(line.sku)}`,
        bigcommerceProductId: null,
        bigcommerceVariantId: null,
      };

/** Charges are found by what they are, so that renaming their product here changes nothing (R41). */
const chargeReference = (line: SaleLine): ProductReference => ({
  subject: 'charge',
  name: line.kind === 'fee' ? `fee:${line.name}` : line.kind,
  bigcommerceProductId: null,
  bigcommerceVariantId: null,
});

const createProduct = (db: Writer, { identity, now }: ImportContext, line: SaleLine): LinkedProduct =>
  insertProduct(db, {
    productId: identity.next(),
    sku: line.orderLine?.sku.trim() ?? '',
    name: line.name,
    createdFrom: line.orderLine ? 'online_order' : 'charge',
    // Charges, downloads and gift certificates lie on no shelf (R40).
    stocked: line.orderLine?.kind === 'physical',
    createdAt: now,
  });
