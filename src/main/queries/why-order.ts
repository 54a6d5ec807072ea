import type { Contract } from '../../contract/contract.ts';
import type { WhyReason } from '../../contract/orders.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { SyncStatusView } from '../../contract/sync.ts';
import type { Reader } from '../store/connection.ts';
import { currentLink, type LinkRow } from '../store/links.ts';
import { saleOfOrder } from '../store/sales.ts';
import { heldOrder, heldOrders, isWatched, whyIgnored } from '../store/unimported-orders.ts';
import { instantView } from './views.ts';

type Why = OutputOf<Contract['orders.why']>;

const why = (reason: WhyReason, message: string, nextStep: string): Why => ({ reason, message, nextStep });

/** "Why isn't order 1234 here?" (N4): every path that does not import answers with its own reason. */
export const whyOrder = (db: Reader, orderId: string, status: SyncStatusView): Why => {
  const link = currentLink(db);
  if (!link) return why('not_linked', 'No BigCommerce store is linked yet.', 'Link the store the order was placed in.');
  return whyKnown(db, link, orderId) ?? whyUnknown(orderId, status);
};

/** What this machine knows about the order itself. */
const whyKnown = (db: Reader, link: LinkRow, orderId: string): Why | undefined => {
  const { linkKey } = link;
  const number = Number(orderId);
  const held = heldOrder(db, linkKey, orderId);
  if (held) {
    const reason = held.reason === 'unmapped_status' ? 'unmapped_status' : 'held';
    return why(reason, held.message, 'It is kept whole. Show it to a manager; a newer version may understand it.');
  }
  if (saleOfOrder(db, linkKey, number)) {
    return why('imported', `Order ${orderId} is here.`, 'Find it in Sales history or Fulfillments by its number.');
  }
  if (isWatched(db, linkKey, number)) {
    return why(
      'pending',
      'The shopper has not finished checking out, so BigCommerce shows it as Incomplete or Pending.',
      'Nothing to do. It arrives by itself as soon as it is placed.',
    );
  }
  const ignored = whyIgnored(db, linkKey, number);
  if (ignored === 'archived') {
    return why('archived', 'It was archived in BigCommerce before it could be imported.', 'Restore it in BigCommerce.');
  }
  if (ignored === 'from_this_till') {
    return why('from_this_till', 'A till of this shop wrote it into BigCommerce.', 'Look for the sale on that till.');
  }
  if (number <= link.baselineOrderId) {
    return why(
      'before_link',
      `It was placed before this store was linked on ${instantView(link.linkedAt).slice(0, 10)}.`,
      'Older orders stay out unless Retail Support enables the import of history.',
    );
  }
  return undefined;
};

/** Nothing is known of the order: why nothing could be, or that BigCommerce has not listed it. */
const whyUnknown = (orderId: string, status: SyncStatusView): Why => {
  if (status.state === 'not_bound') {
    return why('not_bound', 'The link has no outlet and register yet, so no order arrives.', 'Choose both.');
  }
  if (status.state === 'paused') return why('plan', 'Importing is paused: the plan was lost.', 'Check the plan.');
  if (status.problem) return why('blocked_by_error', status.problem.message, status.problem.nextStep);
  const checked = status.lastPulledAt
    ? `BigCommerce was last asked at ${status.lastPulledAt}`
    : 'It was never asked yet';
  return why(
    'unknown',
    `BigCommerce has not listed an order ${orderId} so far. ${checked}.`,
    'Check for new orders now. If it stays away, compare the number and the store in BigCommerce.',
  );
};

export const listHeld = (db: Reader): OutputOf<Contract['orders.held']> => {
  const link = currentLink(db);
  const rows = link ? heldOrders(db, link.linkKey) : [];
  return { rows: rows.map(({ heldAt, ...held }) => ({ ...held, heldAt: instantView(heldAt) })) };
};
