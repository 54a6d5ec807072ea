import type { OpeningFigures } from './opening-figures.ts';

/** What BigCommerce counts as one thing: a product as a whole, or a variant of it. */
interface Item {
  readonly tracking: 'product' | 'variant';
  /** Of the product or of the variant, as `tracking` says. */
  readonly bigcommerceId: number;
}

/** A variant of the catalogue that BigCommerce counts. */
export interface SeedVariant {
  readonly tracking: 'product' | 'variant';
  readonly bigcommerceProductId: number;
  readonly bigcommerceVariantId: number;
  readonly sku: string;
  readonly name: string;
  readonly options: string;
  /** 1 where a product here carries its SKU. */
  readonly isSkuHere: number;
}

/** A product here, and an item that BigCommerce counts it as. */
export interface SeedProduct extends Item {
  readonly productKey: number;
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly stocked: number;
  readonly onHand: number;
  readonly knownSince: number | null;
  /** As how many items it is counted there. */
  readonly items: number;
}

/** A figure to take over. `product` is null for one to create, from `variants`. */
export interface SeedLine {
  readonly item: string;
  readonly product: SeedProduct | null;
  readonly variants: readonly SeedVariant[];
  readonly sku: string;
  readonly name: string;
  readonly onHandBefore: number;
  readonly figure: number;
  readonly onHandAfter: number;
}

const nameOf = ({ tracking, bigcommerceId }: Item): string => `${tracking} ${bigcommerceId}`;

const itemOf = (variant: SeedVariant): string =>
  nameOf({
    tracking: variant.tracking,
    bigcommerceId: variant.tracking === 'product' ? variant.bigcommerceProductId : variant.bigcommerceVariantId,
  });

/**
 * Which of BigCommerce's figures can be taken over, in the order of `variants`. On hand is what they count, less what
 * they have not taken off yet. A figure of several products here, and a product of several figures, would have to be
 * divided, and only somebody who counts them can. A SKU that is here and not linked is for staff to link first (R20).
 */
export const seedPlan = (
  { figures, notTakenOff }: Pick<OpeningFigures, 'figures' | 'notTakenOff'>,
  variants: readonly SeedVariant[],
  products: readonly SeedProduct[],
): SeedLine[] => {
  const productsOf = grouped(products, nameOf);
  const figureOf = new Map(
    figures.flatMap(({ bigcommerceProductId, bigcommerceVariantId, onHand }) => [
      [nameOf({ tracking: 'product', bigcommerceId: bigcommerceProductId }), onHand],
      [nameOf({ tracking: 'variant', bigcommerceId: bigcommerceVariantId }), onHand],
    ]),
  );
  const lateOf = new Map(notTakenOff.map(({ productKey, pieces }) => [productKey, pieces]));
  return [...grouped(variants, itemOf)].flatMap(([item, ofItem]) => {
    const figure = figureOf.get(item);
    const [product, ...others] = productsOf.get(item) ?? [];
    if (figure === undefined || others.length > 0) return [];
    if (!product) return ofItem.some(({ isSkuHere }) => isSkuHere === 1) ? [] : newProduct(item, figure, ofItem);
    if (product.stocked === 0 || product.knownSince !== null || product.items > 1) return [];
    const onHandAfter = figure - (lateOf.get(product.productKey) ?? 0);
    const { sku, name, onHand: onHandBefore } = product;
    return [{ item, product, variants: ofItem, sku, name, onHandBefore, figure, onHandAfter }];
  });
};

const grouped = <T>(rows: readonly T[], groupOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(groupOf(row));
    if (group) group.push(row);
    else groups.set(groupOf(row), [row]);
  }
  return groups;
};

const LONGEST_NAME = 300;

const newProduct = (item: string, figure: number, variants: readonly SeedVariant[]): SeedLine[] => {
  const [first] = variants;
  if (!first) return [];
  const { options } = first;
  // A product that is counted as a whole is one product here, whichever of its variants is sold.
  const name = variants.length > 1 || options === '' ? first.name : `${first.name} (${options})`;
  const sku = variants.find((variant) => variant.sku !== '')?.sku ?? '';
  const line = { sku, name: name.slice(0, LONGEST_NAME), onHandBefore: 0, figure, onHandAfter: figure };
  return [{ item, product: null, variants, ...line }];
};
