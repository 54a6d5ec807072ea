import type { Clock } from '../instants.ts';
import type { Random } from '../random.ts';
import { defaultLocationId, locations } from './locations.ts';
import type { Product, Variant } from './product.ts';

/** What is counted at one location. `onHand` is null until an absolute adjustment sets it (bigcommerce.md §9.2). */
export interface Level {
  onHand: number | null;
  readonly safetyStock: number;
  readonly warningLevel: number;
}

/** An inventory change on its way: BigCommerce answers before it takes effect (bigcommerce.md §0.14). */
export interface StockChange {
  readonly locationId: number;
  readonly variant: Variant;
  readonly kind: 'absolute' | 'relative';
  readonly quantity: number;
}

/** What a change did when it took effect; `at` is in milliseconds. */
export interface StockEffect extends StockChange {
  readonly from: number | null;
  readonly to: number;
  readonly at: number;
}

/** BigCommerce's own count of the goods. */
export interface Stock {
  /** Null for what is not counted at all. */
  readonly levelOf: (variant: Variant, locationId: number) => Level | null;
  /** Moves the count at once, as web orders do; it may fall below zero. False where nothing is counted. */
  readonly move: (variant: Variant, locationId: number, by: number) => boolean;
  /** Sets the count at once, as the merchant does in the control panel. */
  readonly set: (variant: Variant, locationId: number, onHand: number) => void;
  /** Changes the counts when the inventory delay has passed. */
  readonly schedule: (changes: readonly StockChange[]) => void;
  /** Lets everything take effect whose time has come. */
  readonly settle: () => void;
}

interface StockOptions {
  readonly clock: Clock;
  readonly delayMs: number;
  readonly onEffect: (effect: StockEffect) => void;
}

export const newStock = ({ clock, delayMs, onEffect }: StockOptions): Stock => {
  const counts = new Map<string, Level>();
  const waiting: { readonly due: number; readonly changes: readonly StockChange[] }[] = [];

  const open = (variant: Variant, locationId: number): Level | null => {
    const owner = countedAs(variant);
    if (owner === null) return null;
    const key = `${owner}@${locationId}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    const safetyStock = locationId === defaultLocationId && variant.id % 10 === 0 ? 2 : 0;
    const level: Level = { onHand: null, safetyStock, warningLevel: 5 };
    counts.set(key, level);
    return level;
  };

  const apply = (change: StockChange): void => {
    const level = open(change.variant, change.locationId);
    if (level === null) return;
    const from = level.onHand;
    level.onHand = change.kind === 'absolute' ? change.quantity : (from ?? 0) + change.quantity;
    onEffect({ ...change, from, to: level.onHand, at: clock() });
  };

  const settle = (): void => {
    const now = clock();
    const due = waiting.filter((each) => each.due <= now);
    if (due.length === 0) return;
    waiting.splice(0, waiting.length, ...waiting.filter((each) => each.due > now));
    for (const { changes } of due) changes.forEach(apply);
  };

  return {
    levelOf: (variant, locationId) => {
      settle();
      return open(variant, locationId);
    },
    move: (variant, locationId, by) => {
      settle();
      const level = open(variant, locationId);
      if (level === null || level.onHand === null) return false;
      level.onHand += by;
      return true;
    },
    set: (variant, locationId, onHand) => {
      settle();
      const level = open(variant, locationId);
      if (level !== null) level.onHand = onHand;
    },
    schedule: (changes) => {
      waiting.push({ due: clock() + delayMs, changes });
      settle();
    },
    settle,
  };
};

/** The thing that is counted: a variant, a whole product, or nothing. */
const countedAs = (variant: Variant): string | null => {
  const { tracking, id } = variant.product;
  if (tracking === 'none') return null;
  return tracking === 'product' ? `product ${id}` : `variant ${variant.id}`;
};

/** Counts everything once, at every location that has been open for a while. */
export const fillShelves = (stock: Stock, products: Iterable<Product>, random: Random): void => {
  for (const product of products) {
    for (const variant of countedVariants(product)) {
      for (const { id, stocked } of locations) if (stocked) stock.set(variant, id, openingCount(random, id));
    }
  }
};

/** Most things are plentiful, a few are nearly gone: the shop should meet its last one now and then (N6). */
const openingCount = (random: Random, locationId: number): number => {
  if (locationId !== defaultLocationId) return random.int(0, 120);
  return random.chance(0.12) ? random.int(1, 4) : random.int(12, 60);
};

/** Sellable at one location: on hand less the safety stock; 0 where nothing was ever set (bigcommerce.md §9.2). */
export const sellable = (level: Level | null): number =>
  level === null || level.onHand === null ? 0 : level.onHand - level.safetyStock;

/** What the shop as a whole could sell of a variant. */
export const sellableEverywhere = (stock: Stock, variant: Variant): number =>
  locations.reduce((sum, each) => sum + Math.max(0, sellable(stock.levelOf(variant, each.id))), 0);

/** The variants of a product, one for each separate count. */
export const countedVariants = (product: Product): readonly Variant[] =>
  product.tracking === 'none' ? [] : product.tracking === 'product' ? product.variants.slice(0, 1) : product.variants;
