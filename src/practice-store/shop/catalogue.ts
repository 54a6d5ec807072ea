import { amountOf } from '../money.ts';
import { homewareRange } from './homeware-range.ts';
import { outdoorRange } from './outdoor-range.ts';
import type { Product, Tracking, Variant } from './product.ts';
import { bundleParts, bundles, choices, downloads, type RangeRow } from './range.ts';

/** A product as a test or a scenario describes it. Money is a decimal such as `19.90`. */
export interface ProductDraft {
  readonly name: string;
  readonly sku: string;
  readonly price: string;
  readonly brand?: string;
  readonly type?: 'physical' | 'digital';
  readonly tracking?: Tracking;
  readonly bin?: string;
  readonly weight?: string;
  /** How its variants differ, such as `Size`, and the label and SKU of each. Without them it has one variant. */
  readonly optionName?: string;
  readonly variants?: readonly { readonly label: string; readonly sku: string }[];
  readonly parts?: readonly string[];
}

/** Products by id, variants by id and by SKU. */
export interface Catalogue {
  readonly products: ReadonlyMap<number, Product>;
  readonly add: (draft: ProductDraft, second: number) => Product;
  readonly remove: (productId: number) => void;
  readonly variant: (variantId: number) => Variant | undefined;
  readonly bySku: (sku: string) => Variant | undefined;
  readonly firstVariantOf: (productId: number) => Variant | undefined;
}

export const newCatalogue = (): Catalogue => {
  const products = new Map<number, Product>();
  const variants = new Map<number, Variant>();
  const skus = new Map<string, Variant>();
  let nextProduct = 110;
  let nextVariant = 300;

  const add = (draft: ProductDraft, second: number): Product => {
    const product: Product = { ...withDefaults(draft), id: ++nextProduct, variants: [], modifiedAt: second };
    for (const { label, sku } of draft.variants ?? [{ label: '', sku: draft.sku }]) {
      const optionName = label === '' ? '' : (draft.optionName ?? 'Option');
      const variant: Variant = { id: ++nextVariant, sku, optionName, optionLabel: label, product };
      product.variants.push(variant);
      variants.set(variant.id, variant);
      // The first owner of a SKU keeps it: BigCommerce lets an old product and a new one share one (bigcommerce.md §10).
      if (!skus.has(sku)) skus.set(sku, variant);
    }
    products.set(product.id, product);
    return product;
  };

  const remove = (productId: number): void => {
    for (const variant of products.get(productId)?.variants ?? []) {
      variants.delete(variant.id);
      if (skus.get(variant.sku) === variant) skus.delete(variant.sku);
    }
    products.delete(productId);
  };

  return {
    products,
    add,
    remove,
    variant: (variantId) => variants.get(variantId),
    bySku: (sku) => skus.get(sku),
    firstVariantOf: (productId) => products.get(productId)?.variants[0],
  };
};

const withDefaults = (draft: ProductDraft) => {
  const type = draft.type ?? 'physical';
  const counted: Tracking = draft.variants === undefined ? 'product' : 'variant';
  return {
    name: draft.name,
    sku: draft.sku,
    brand: draft.brand ?? 'Fernhill',
    type,
    tracking: draft.tracking ?? (type === 'digital' || draft.parts !== undefined ? 'none' : counted),
    price: amountOf(draft.price),
    bin: draft.bin ?? '',
    weight: draft.weight ?? '0.5000',
    parts: draft.parts ?? [],
  };
};

/** The range that every practice shop starts with. */
export const stockRange = (catalogue: Catalogue, second: number): void => {
  const shelves: readonly [readonly RangeRow[], string, Partial<ProductDraft>][] = [
    [outdoorRange, 'A', { brand: 'Fernhill' }],
    [homewareRange, 'B', { brand: 'Hearth & Field' }],
    [downloads, '', { brand: 'Fernhill', type: 'digital' }],
    [bundles, '', { brand: 'Fernhill' }],
  ];
  for (const [rows, shelf, common] of shelves) {
    rows.forEach((row, index) => {
      catalogue.add({ ...common, ...draftOf(row, shelf, index) }, second);
    });
  }
};

const draftOf = ([name, sku, price, choice]: RangeRow, shelf: string, index: number): ProductDraft => {
  const options = choices[choice];
  const parts = bundleParts[sku];
  const place = `${shelf}${String(Math.floor(index / 6) + 1).padStart(2, '0')}-${(index % 6) + 1}`;
  return {
    name,
    sku,
    price,
    bin: shelf === '' ? '' : place,
    weight: `${index % 4}.${String(((index * 37) % 90) + 10)}00`,
    ...(parts === undefined ? {} : { parts }),
    ...(options === undefined
      ? {}
      : {
          optionName: options.name,
          variants: options.labels.map((label) => ({ label, sku: variantSku(sku, label) })),
        }),
    // Pots are counted as a whole, whatever their size: tracked by product, with several variants (bigcommerce.md §9.2).
    ...(choice === 'pot' ? { tracking: 'product' as const } : {}),
  };
};

const variantSku = (sku: string, label: string): string =>
  `${sku}-${label
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 4)
    .toUpperCase()}`;
