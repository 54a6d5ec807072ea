import type { Amount } from '../money.ts';

/** How BigCommerce counts a product's stock (bigcommerce.md §9.1). */
export type Tracking = 'none' | 'product' | 'variant';

export interface Variant {
  readonly id: number;
  readonly sku: string;
  /** What sets it apart, such as `Size` and `M`; empty for the only variant of a product. */
  readonly optionName: string;
  readonly optionLabel: string;
  readonly product: Product;
}

export interface Product {
  readonly id: number;
  name: string;
  readonly sku: string;
  readonly brand: string;
  readonly type: 'physical' | 'digital';
  readonly tracking: Tracking;
  /** In the shop's own currency, on the side of tax on which it enters prices. */
  price: Amount;
  readonly bin: string;
  /** Kilograms with four decimals. */
  readonly weight: string;
  readonly variants: Variant[];
  /** The SKUs that a bundle consists of. */
  readonly parts: readonly string[];
  modifiedAt: number;
}
