/** The largest quantity that BigCommerce can be told: its own are 32 bits wide (bigcommerce.md §9.2). */
const HIGHEST_LEVEL = 2 ** 31 - 1;

/** The level that BigCommerce is told for an on hand; less than nothing cannot be said there, so it is told 0 (R30). */
export const levelToPush = (onHand: number): number => Math.min(HIGHEST_LEVEL, Math.max(0, onHand));

/** What BigCommerce counts as one thing: a product as a whole, or a variant of it (bigcommerce.md §9.1). */
export type ItemTracking = 'product' | 'variant';
