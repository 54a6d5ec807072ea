import type { ItemTracking } from './stock-level.ts';

/** A variant of BigCommerce's catalogue: what can be bought there. A simple product has one (bigcommerce.md §9.1). */
export interface CatalogVariant {
  readonly bigcommerceProductId: number;
  readonly variantId: number;
  readonly sku: string;
  /** The product's. */
  readonly name: string;
  /** What sets it apart, e.g. `Size: M`; empty for an only variant. */
  readonly options: string;
  /** Whether BigCommerce counts its product as a whole or by variant, or not at all. */
  readonly tracking: ItemTracking | 'none';
}
