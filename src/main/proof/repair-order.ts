import { outcomeOf } from '../pull/apply-order.ts';
import { markGone } from '../pull/mark-gone.ts';
import { isDatedAhead } from '../pull/newest-change.ts';
import { isAboutContent, storeOrders } from '../pull/store-page.ts';
import { Tally } from '../pull/tally.ts';
import { saleOfOrder } from '../store/sales.ts';
import { compareHeld } from './compare-held.ts';
import { compareOrder } from './compare-order.ts';
import { compareSums } from './compare-sums.ts';
import type { Finding } from './finding.ts';
import { mendOrder, recordedSale, type TheirOrder } from './mend-order.ts';
import { mendContext, type ProofDeps } from './proof-deps.ts';
import { readOrderNow, readRefundsOf, theirOrder } from './their-orders.ts';

/**
 * Reads an order from BigCommerce and brings what is here of it to what it says; one that is gone is marked (R73).
 * Resolves with what still differs. Throws `StoreProblem`.
 */
export const repairOrder = async (deps: ProofDeps, orderId: number): Promise<readonly Finding[]> => {
  const { db, context } = deps;
  const { linkKey } = context().link;
  const theirs = await readTheirs(deps, orderId);
  if (theirs === 'gone') {
    if (saleOfOrder(db, linkKey, orderId)?.archived === 0) markGone(deps, orderId);
  } else if (theirs !== 'unreadable') {
    mend(deps, theirs);
  }
  const still = typeof theirs === 'string' ? [] : compareOrder(db, mendContext(db, context()), theirs).findings;
  const ofOthers = [...compareSums(db, linkKey), ...compareHeld(db, linkKey)];
  return [...still, ...ofOthers.filter((each) => each.orderName === String(orderId))];
};

/**
 * The order as it is now. While it is read, a pull may store a later state of it: then it is read once more. A sale that
 * is later even so has a wrong date.
 */
const readTheirs = async (deps: ProofDeps, orderId: number): Promise<TheirOrder | 'gone' | 'unreadable'> => {
  const { db, client, context } = deps;
  for (let tries = 1; ; tries++) {
    const refunds = await readRefundsOf(client, orderId);
    const reading = await readOrderNow(client, orderId);
    if (!reading) return 'gone';
    const theirs = theirOrder(reading, refunds);
    if (!theirs) {
      await storeOrders(deps, [reading.raw], new Tally());
      return 'unreadable';
    }
    const storedAt = recordedSale(db, context(), orderId)?.orderModifiedAt ?? 0;
    if (tries > 1 || storedAt <= theirs.order.modifiedAt || isDatedAhead(storedAt, context().now)) return theirs;
  }
};

/** One that cannot be recorded stays as it is, and different. */
const mend = (deps: ProofDeps, theirs: TheirOrder): void => {
  const { db, context, onStored } = deps;
  const at = context();
  try {
    const { applied, alarms } = db.transaction(() => mendOrder(db, mendContext(db, at), theirs));
    const tally = new Tally();
    tally.add(String(theirs.order.orderId), outcomeOf(applied));
    onStored(tally.counts(), alarms);
  } catch (error) {
    if (!isAboutContent(error)) throw error;
  }
};
