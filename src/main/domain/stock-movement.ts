/** Why stock moved. The first five follow a web order; the others are made here. */
export type MovementKind =
  | 'sale'
  | 'return'
  | 'void'
  | 'unvoid'
  | 'edit'
  | 'in_store_sale'
  | 'opening'
  | 'receive'
  | 'count'
  | 'adjust'
  | 'put_back'
  | 'damaged'
  | 'transfer'
  | 'undo';

/** Movements that follow a web order, whatever staff did. */
export const followsOrder: ReadonlySet<MovementKind> = new Set(['sale', 'return', 'void', 'unvoid', 'edit']);

/**
 * Whether somebody here moved the goods. From the first such movement on, on hand is known and is the truth that
 * BigCommerce follows; before, only web orders were taken off a figure that nobody gave (R9, R32).
 */
export const isMadeHere = (kind: MovementKind): boolean => !followsOrder.has(kind);
