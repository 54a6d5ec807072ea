import { countOrdersByStatus, listOrdersAtStatus } from '../bigcommerce/orders.ts';
import { putCountsRight } from '../store/counts-check.ts';
import { moveCursor, readCursor } from '../store/cursors.ts';
import { countByStatus, openOrders, ordersAtStatus } from '../store/order-statuses.ts';
import { markGone } from './mark-gone.ts';
import { orderNumberOf, ordersByNumber } from './orders-by-number.ts';
import { applyLateRefunds, pullRefunds } from './pull-refunds.ts';
import { type PageDeps, rereadOrder, storeOrders } from './store-page.ts';
import type { Tally } from './tally.ts';
import { tryHeldAgain } from './try-held-again.ts';

/**
 * What no list of changes may tell, because nobody promises that every change moves `date_modified`
 * (bigcommerce.md §3.5). Every few hours: held orders and refunds are tried again, open orders are read again, and the
 * orders since the link are counted per status; where a count differs, that status is compared order by order. An order
 * that is gone or archived is marked, never voided (R73). Our own kept counts are looked at as well.
 */
export const checkUp = async (deps: PageDeps, tally: Tally): Promise<void> => {
  const { link, now } = deps.context();
  const { checkedUpAt } = readCursor(deps.db, link.linkKey);
  // A link that was made a moment ago has nothing to be compared yet.
  if (now - (checkedUpAt ?? link.linkedAt) < CHECK_UP_EVERY_MS) return;
  await pullRefunds(deps, REFUNDS_CHECKED_MS);
  await tryHeldAgain(deps, tally);
  await applyLateRefunds(deps, tally);
  await rereadOpenOrders(deps, tally);
  await compareCounts(deps, tally);
  putCountsRight(deps.db, 'quickly');
  moveCursor(deps.db, link.linkKey, { checkedUpAt: now });
};

/** How far back the refunds are listed again, for those that appeared late. */
const REFUNDS_CHECKED_MS = 30 * 86_400_000;

export const CHECK_UP_EVERY_MS = 4 * 3_600_000;

const rereadOpenOrders = async (deps: PageDeps, tally: Tally): Promise<void> => {
  const open = openOrders(deps.db, deps.context().link.linkKey);
  for await (const { asked, listed } of ordersByNumber(deps.client, open)) {
    await compare(deps, listed, () => asked, tally);
  }
};

const compareCounts = async (deps: PageDeps, tally: Tally): Promise<void> => {
  const { link } = deps.context();
  const theirs = await countOrdersByStatus(deps.client, link.baselineOrderId + 1);
  if (theirs === null) return;
  const ours = countByStatus(deps.db, link);
  for (const statusId of new Set([...theirs.keys(), ...ours.keys()])) {
    if ((theirs.get(statusId) ?? 0) === (ours.get(statusId) ?? 0)) continue;
    const raws = await listOrdersAtStatus(deps.client, statusId, link.baselineOrderId + 1);
    await compare(deps, raws, () => ordersAtStatus(deps.db, link, statusId), tally);
  }
};

/**
 * Stores what BigCommerce lists, then reads one by one what it should have listed, asked for once the list is stored:
 * those orders changed meanwhile, or they are gone.
 */
const compare = async (
  deps: PageDeps,
  listed: readonly unknown[],
  expected: () => readonly number[],
  tally: Tally,
): Promise<void> => {
  await storeOrders(deps, listed, tally);
  const there = new Set(listed.map(orderNumberOf));
  for (const orderId of expected()) {
    if (there.has(orderId)) continue;
    if (!(await rereadOrder(deps, orderId, tally))) markGone(deps, orderId);
  }
};
