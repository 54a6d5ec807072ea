export const updateStockBehaviors = ['order_placed', 'order_completed_or_shipped'] as const;

/**
 * When the web shop takes its own sales off its stock: when they are placed, or only when they are completed or shipped.
 * Then web stock stays high until goods leave, and a piece may be sold twice (bigcommerce.md §9.1).
 */
export type UpdateStockBehavior = (typeof updateStockBehaviors)[number];
