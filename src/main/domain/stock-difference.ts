/** A movement that is due: signed pieces, a sale is negative. */
export interface DueMovement {
  readonly lineId: string;
  readonly productKey: number;
  readonly quantity: number;
  readonly cause: MovementCause;
}

export type MovementCause =
  | { readonly kind: 'sale' }
  | { readonly kind: 'return'; readonly refundId: number }
  | { readonly kind: 'void' | 'unvoid' | 'edit' };

/** Pieces of one product on one line: what the order takes from the shelf, or what the ledger has taken so far. */
export interface LineStock {
  readonly lineId: string;
  readonly productKey: number;
  readonly taken: number;
}

export interface StockQuestion {
  /** What the latest state of the order takes, after returns; nothing when voided. */
  readonly target: readonly LineStock[];
  /** What the stock ledger has taken for this sale. */
  readonly ledger: readonly LineStock[];
  /** Refunds not seen before, which name goods that came back. */
  readonly newReturns: readonly { readonly refundId: number; readonly lineId: string; readonly quantity: number }[];
  /** Why a difference that no return explains is there. */
  readonly otherwise: 'sale' | 'void' | 'unvoid' | 'edit';
}

const keyOf = (line: LineStock): string => `${line.lineId}/${line.productKey}`;

/**
 * The movements that bring the ledger to the order's latest state: the difference, nothing else (R27–R29, R71).
 * The same question asked again after they are written answers with none.
 */
export const stockDifference = ({ target, ledger, newReturns, otherwise }: StockQuestion): DueMovement[] => {
  const due = new Map<string, LineStock>();
  const add = (line: LineStock, sign: number) => {
    const taken = (due.get(keyOf(line))?.taken ?? 0) + sign * line.taken;
    due.set(keyOf(line), { ...line, taken });
  };
  for (const line of target) add(line, 1);
  for (const line of ledger) add(line, -1);
  return [...due.values()].flatMap((line) => movementsOf(line, newReturns, otherwise));
};

const movementsOf = (
  line: LineStock,
  newReturns: StockQuestion['newReturns'],
  otherwise: StockQuestion['otherwise'],
): DueMovement[] => {
  const movements: DueMovement[] = [];
  let quantity = 0 - line.taken;
  const { lineId, productKey } = line;
  for (const back of newReturns) {
    if (back.lineId !== lineId) continue;
    const came = Math.min(back.quantity, quantity);
    if (came <= 0) continue;
    movements.push({ lineId, productKey, quantity: came, cause: { kind: 'return', refundId: back.refundId } });
    quantity -= came;
  }
  if (quantity !== 0) movements.push({ lineId, productKey, quantity, cause: { kind: otherwise } });
  return movements;
};
