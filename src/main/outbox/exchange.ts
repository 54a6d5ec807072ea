/**
 * One exchange with BigCommerce about orders and stock:
 *
 *   pull ──▶ push ──nothing was sent──▶ done
 *    ▲         │ levels were sent, or more is due
 *    └─────────┘
 *
 * Orders always come first: a level that was computed without an order that BigCommerce has already taken off would bring
 * the sold pieces back (bigcommerce.md §9.3). One that arrives between a pull and the sending is overwritten by it; the
 * pull that follows at once finds it, and ours goes out anew within the same exchange.
 */
export interface ExchangeDeps {
  /** Every order up to now. Throws what it fails on. */
  readonly pullOrders: () => Promise<void>;
  /** Returns whether more is due than went out. Throws what it fails on. */
  readonly pushStock: () => Promise<boolean>;
  /** How many levels BigCommerce has accepted so far. */
  readonly accepted: () => number;
  readonly clock: () => number;
}

/** A shop that never stands still must not keep an exchange from ending; 2,000 products go out in each round. */
const MOST_ROUNDS = 12;

/** Levels may follow a pull that began at most that long ago; a longer one is followed by another, which is short. */
const FRESH_MS = 10_000;

/**
 * Throws what the first pull fails on. Whatever fails after it is returned, or null: stock never keeps orders from having
 * arrived.
 */
export const exchange = async (deps: ExchangeDeps): Promise<unknown> => {
  const { pullOrders, pushStock, accepted, clock } = deps;
  const began = clock();
  await pullOrders();
  try {
    if (clock() - began > FRESH_MS) await pullOrders();
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      const before = accepted();
      const isMore = await pushStock();
      if (!isMore && accepted() === before) break;
      await pullOrders();
    }
    return null;
  } catch (error) {
    return error;
  }
};
