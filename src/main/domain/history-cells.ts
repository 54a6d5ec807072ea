/** One figure of what an import of history does, or would do; all of them together are its outcome (N3). */
export interface HistoryCell {
  readonly part: HistoryPart;
  /** What the figure is of; unique within its part. */
  readonly name: string;
  /** What a person calls it, as JSON. */
  readonly label: string;
  /** A number of things, or ten-thousandths of a currency. */
  readonly value: number;
}

/**
 * `orders`: how many became what. `day_…`: per day and currency, such as `2026-03-01 EUR`. `product`, `customer`: what is
 * created. `stock`: by how many pieces on hand of a product changes. `held`: orders that are not understood.
 */
export const historyParts = [
  'orders',
  'day_sales',
  'day_total',
  'day_returned',
  'product',
  'customer',
  'stock',
  'held',
] as const;
export type HistoryPart = (typeof historyParts)[number];

/** A figure that is not the same in two outcomes; null where one of them does not have it. */
export interface DifferingCell {
  readonly part: HistoryPart;
  readonly name: string;
  readonly label: string;
  readonly rehearsed: number | null;
  readonly happened: number | null;
}

/** Compares two outcomes cell by cell; none differs when exactly what was rehearsed has happened. */
export const differingCells = (
  rehearsed: readonly HistoryCell[],
  happened: readonly HistoryCell[],
): DifferingCell[] => {
  const keyOf = ({ part, name }: HistoryCell) => `${part}\n${name}`;
  const expected = new Map(rehearsed.map((cell) => [keyOf(cell), cell]));
  const found = new Map(happened.map((cell) => [keyOf(cell), cell]));
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((key) => {
    const before = expected.get(key);
    const after = found.get(key);
    const cell = after ?? before;
    if (!cell || (before?.value === after?.value && before?.label === after?.label)) return [];
    const { part, name, label } = cell;
    return [{ part, name, label, rehearsed: before?.value ?? null, happened: after?.value ?? null }];
  });
};
