/** A movement of one product in the bound outlet; signed: a sale is negative. */
export interface ProductMovement {
  readonly saleKey: number | null;
  readonly quantity: number;
}

/** A sale that took a product to its floor or below, and what it left. */
export interface LastOne {
  readonly saleKey: number;
  readonly onHand: number;
}

/**
 * The sales that took a product from above its floor to it or below, or further down where it was there already: each of
 * them may find the shelf empty (N6). `movements` are in the order they were made, from `before` on. A sale that gave
 * back as many as it took is none of them.
 */
export const lastOnes = (before: number, floor: number, movements: readonly ProductMovement[]): LastOne[] => {
  const sales = new Map<number, { taken: number; onHand: number }>();
  let onHand = before;
  for (const { saleKey, quantity } of movements) {
    onHand += quantity;
    if (saleKey !== null) sales.set(saleKey, { taken: (sales.get(saleKey)?.taken ?? 0) - quantity, onHand });
  }
  return [...sales].flatMap(([saleKey, sale]) =>
    sale.taken > 0 && sale.onHand <= floor ? [{ saleKey, onHand: sale.onHand }] : [],
  );
};
