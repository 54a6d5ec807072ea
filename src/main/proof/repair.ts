import { matchProducts } from '../outbox/match-products.ts';
import { applyLateRefunds, pullRefunds } from '../pull/pull-refunds.ts';
import { Tally } from '../pull/tally.ts';
import { putLedgerRight } from '../store/ledger-check.ts';
import { markToPush } from '../store/products-to-push.ts';
import { type DifferenceRow, differencesOf, finishedProof, removeDifference } from '../store/proofs.ts';
import { compareHeld } from './compare-held.ts';
import { compareLinks } from './compare-levels.ts';
import { compareSums } from './compare-sums.ts';
import type { Finding } from './finding.ts';
import type { ProofDeps } from './proof-deps.ts';
import { repairOrder } from './repair-order.ts';
import { voidStraySale } from './void-stray-sale.ts';

/**
 * Puts one difference of the last proof right, or all that are left, each by what BigCommerce says now. It is gone only
 * when looking again does not find it; done twice, the second time writes nothing. Resolves with how many are gone.
 * Throws `StoreProblem`.
 */
export const repairDifferences = async (deps: ProofDeps, differenceId: string | null): Promise<number> => {
  const { db, context } = deps;
  const proof = finishedProof(db, context().link.linkKey);
  if (!proof) return 0;
  const left = () => differencesOf(db, proof.proofKey);
  const before = left();
  const wanted = before.filter((each) => differenceId === null || each.differenceId === differenceId);
  for (const difference of wanted) {
    // What was put right for one difference may have put it right, too.
    if (left().some((each) => each.differenceId === difference.differenceId)) await repair(deps, difference, left());
  }
  return before.length - left().length;
};

/** What else a repair concerns is looked at with it: all that differs in one order has one repair. */
const repair = async (deps: ProofDeps, difference: DifferenceRow, left: readonly DifferenceRow[]): Promise<void> => {
  const { kind, orderName } = difference;
  const own = ownRepairs[kind];
  if (own) return forget(deps, [difference], await own(deps, difference));
  if (orderName === null) return;
  const ofOrder = left.filter((each) => each.orderName === orderName && !ownRepairs[each.kind]);
  forget(deps, ofOrder, await repairOrder(deps, Number(orderName)));
};

/** Repairs that are not reading an order again. Each answers with what looking again finds. */
const ownRepairs: Readonly<
  Record<string, (deps: ProofDeps, difference: DifferenceRow) => Promise<readonly Finding[]>>
> = {
  ledger_sum: async ({ db, context }, { outletKey, productKey }) => {
    const { link, now } = context();
    putLedgerRight(db, now, (each) => each.outletKey === outletKey && each.productKey === productKey);
    return compareSums(db, link.linkKey);
  },
  sale_doubled: async ({ db, context }, { saleKey }) => {
    const at = context();
    if (saleKey !== null) voidStraySale(db, at, saleKey);
    return compareSums(db, at.link.linkKey);
  },
  stock_level: async ({ db }, { productKey }) => {
    // It goes out, and is proved, with the exchanges to come.
    if (productKey !== null) db.transaction(() => markToPush(db, [productKey]));
    return [];
  },
  product_not_linked: async ({ db, context }) => {
    const { linkKey } = context().link;
    db.transaction(() => matchProducts(db, linkKey, 'every'));
    return compareLinks(db, linkKey);
  },
  order_held: async (deps, { orderName }) => {
    const { db, context } = deps;
    if (/^\d+$/.test(orderName ?? '')) return repairOrder(deps, Number(orderName));
    await pullRefunds(deps, HELD_REFUNDS_MS);
    await applyLateRefunds(deps, new Tally());
    return compareHeld(db, context().link.linkKey);
  },
};

/** A held refund that is older is not found in the feed again. */
const HELD_REFUNDS_MS = 365 * 86_400_000;

/** Forgets those differences that were looked for again and not found. */
const forget = ({ db }: ProofDeps, looked: readonly DifferenceRow[], found: readonly Finding[]): void => {
  for (const each of looked) {
    const still = found.some(
      (other) =>
        other.kind === each.kind &&
        other.orderName === each.orderName &&
        other.productKey === each.productKey &&
        other.outletKey === each.outletKey &&
        (each.orderName !== null || other.saleKey === each.saleKey),
    );
    if (!still) removeDifference(db, each.differenceId);
  }
};
