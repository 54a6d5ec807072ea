/** What the till has acknowledged, and what it was asked last without an answer: the truth that a kill must not bend. */
export interface Journal {
  /** Steps of staff by their id. */
  readonly steps: Set<string>;
  /** Movements of stock that staff made, by their id. */
  readonly movements: Set<string>;
  /** Sales in the shop, by their id. */
  readonly inStoreSales: Set<string>;
  /** Calls that were under way when a till was killed; each may have taken effect once, or not at all. */
  unanswered: { readonly steps: number; readonly movements: number; readonly inStoreSales: number };
  /** Orders that BigCommerce's own people shipped or completed: their pieces moved without a step here. */
  readonly movedThere: Set<number>;
  /** Copies of the database that are kept in the data folder, by their names. */
  readonly copies: Set<string>;
  killed: number;
  calls: number;
  /** Kills in the middle of an update of the schema, and of the making of a copy. */
  killedUpdates: number;
  killedCopies: number;
}

export const newJournal = (): Journal => ({
  steps: new Set(),
  movements: new Set(),
  inStoreSales: new Set(),
  unanswered: { steps: 0, movements: 0, inStoreSales: 0 },
  movedThere: new Set(),
  copies: new Set(),
  killed: 0,
  calls: 0,
  killedUpdates: 0,
  killedCopies: 0,
});

export type Recorded = keyof Journal['unanswered'];

export const noteUnanswered = (journal: Journal, what: Recorded): void => {
  journal.unanswered = { ...journal.unanswered, [what]: journal.unanswered[what] + 1 };
};
