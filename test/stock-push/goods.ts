import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { type DirectTill, linkTo, productHere } from './direct-till.ts';

/** One thing that is sold: a variant in BigCommerce, and the product here that it is. */
export interface Good {
  readonly sku: string;
  readonly productId: number;
  readonly productKey: number;
  /** Null until somebody here counts it. */
  readonly counted: number | null;
}

/** What BigCommerce counts as one thing, by the SKU that its figure is asked with, and the products here it consists of. */
export interface Counted {
  readonly sku: string;
  readonly productKeys: readonly number[];
}

export interface Goods {
  readonly all: readonly Good[];
  /** Their figure must be ours. */
  readonly known: readonly Counted[];
  /** SKUs that nothing may be said about: not counted here, or not there. */
  readonly silent: readonly string[];
}

/** A small range with every way of counting: by variant, by product, not at all, never set there, never counted here. */
export const stockUp = (store: PracticeStore, till: DirectTill): Goods => {
  const db = till.db();
  const all: Good[] = [];
  const add = (
    name: string,
    tracking: 'none' | 'product' | 'variant',
    {
      labels = [''],
      theirs,
      ours,
      isOne = false,
    }: { labels?: string[]; theirs?: number; ours: number | null; isOne?: boolean },
  ): Good[] => {
    const variants = labels.map((label) => ({ label, sku: `${name}${label}` }));
    const { productId, variantIds } = store.addProduct(
      { name, sku: name, price: '10.00', tracking, ...(labels.length > 1 ? { variants } : {}) },
      theirs,
    );
    const one = isOne ? productHere(db, name) : null;
    const added = variants.map(({ sku }, index) => {
      if (one !== null) {
        linkTo(db, one, { bigcommerceProductId: productId, bigcommerceVariantId: variantIds[index] ?? 0 });
      }
      const productKey = one ?? productHere(db, sku);
      return { sku, productId, productKey, counted: ours };
    });
    all.push(...added);
    const keys = new Set(added.map(({ productKey }) => productKey));
    if (ours !== null) for (const productKey of keys) till.move('bound', productKey, ours, 'opening');
    return added;
  };
  const counted = ({ sku, productKey }: Good): Counted => ({ sku, productKeys: [productKey] });
  const known = [
    ...add('MUG', 'variant', { theirs: 10, ours: 10 }).map(counted),
    ...add('TENT', 'variant', { theirs: 9, ours: 2 }).map(counted),
    ...add('NEW', 'variant', { ours: 6 }).map(counted),
    // One product here, sold there as two.
    ...add('BOX', 'variant', { labels: ['-RED', '-BLUE'], theirs: 7, ours: 7, isOne: true }).map(counted),
  ];
  const shirts = add('SHIRT', 'product', { labels: ['-S', '-M'], theirs: 15, ours: 7 });
  known.push({ sku: 'SHIRT-S', productKeys: shirts.map(({ productKey }) => productKey) });
  add('LAMP', 'variant', { theirs: 20, ours: null });
  add('STICKER', 'none', { ours: 50 });
  return { all, known, silent: ['LAMP', 'STICKER'] };
};
