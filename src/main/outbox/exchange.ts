/**
 * One exchange with BigCommerce about orders, what staff did with them, and stock:
 *
 *   pull ──▶ replay ──nothing was told──▶ catalogue, where it is due ──▶ push ──nothing was sent──▶ done
 *    ▲         │ orders changed by it          ▲                          │ levels were sent, or more is due
 *    └─────────┘                               └────── pull ◀─────────────┘
 *
 * Orders always come first: a level that was computed without an order that BigCommerce has already taken off would bring
 * the sold pieces back (bigcommerce.md §9.3). One that arrives between a pull and the sending is overwritten by it; the
 * pull that follows at once finds it, and ours goes out anew within the same exchange. What staff did comes before stock,
 * for a shipment may be what BigCommerce takes its own figure down with (§0.12).
 */
export interface ExchangeDeps {
  /** Every order up to now. Throws what it fails on. */
  readonly pullOrders: () => Promise<unknown>;
  /** Tells what staff did: how much of it ended, whether more is due, and what it failed on (null where nothing did). */
  readonly replayOutbox: () => Promise<{
    readonly ended: number;
    readonly isMore: boolean;
    readonly problem: unknown;
  }>;
  /** What there is in BigCommerce, and how it is counted. Throws what it fails on. */
  readonly refreshCatalog: () => Promise<void>;
  readonly isStockDue: () => boolean;
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
 * Throws what the first pull fails on. What anything after it fails on is returned, null where nothing does: neither what
 * staff did nor stock ever keeps orders from having arrived.
 */
export const exchange = async (deps: ExchangeDeps): Promise<unknown> => {
  const began = deps.clock();
  await deps.pullOrders();
  const ofOutbox = await failureOf(replayInRounds(deps));
  // Levels of what is known already go out whether or not the catalogue can be read.
  const ofCatalog = await failureOf(deps.refreshCatalog());
  const ofStock = await failureOf(pushInRounds(deps, began));
  return ofOutbox ?? ofStock ?? ofCatalog;
};

/** Ends with a pull where anything was told; throws what it failed on after that. */
const replayInRounds = async ({ replayOutbox, pullOrders }: ExchangeDeps): Promise<void> => {
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const { ended, isMore, problem } = await replayOutbox();
    if (ended > 0) await pullOrders();
    if (problem !== null) throw problem;
    if (!isMore) return;
  }
};

const pushInRounds = async (
  { pullOrders, isStockDue, pushStock, accepted, clock }: ExchangeDeps,
  began: number,
): Promise<void> => {
  if (clock() - began > FRESH_MS && isStockDue()) await pullOrders();
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const before = accepted();
    const isMore = await pushStock();
    if (!isMore && accepted() === before) return;
    await pullOrders();
  }
};

const failureOf = (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
