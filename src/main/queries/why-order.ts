import type { Contract } from '../../contract/contract.ts';
import type { WhyReason } from '../../contract/orders.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { SyncState, SyncStatusView } from '../../contract/sync.ts';
import { storeMinute } from '../domain/store-minute.ts';
import type { Reader } from '../store/connection.ts';
import { historyIsHere } from '../store/history-orders.ts';
import { currentBinding, type LinkRow, shownLink } from '../store/links.ts';
import { newestOrderId, saleOfOrder } from '../store/sales.ts';
import { type HeldReason, heldOrder, heldOrders, isWatched, whyIgnored } from '../store/unimported-orders.ts';
import { instantView } from './views.ts';

type Why = OutputOf<Contract['orders.why']>;

/** What happened, as sentences, and what to do about it, also where that is nothing. */
const why = (reason: WhyReason, message: string, nextStep: string): Why => ({ reason, message, nextStep });

/** "Why isn't order 1234 here?" (N4): every path that does not import answers with its own reason. */
export const whyOrder = (db: Reader, typed: string, status: SyncStatusView): Why => {
  const link = shownLink(db);
  if (!link) return why('not_linked', 'No BigCommerce store is linked yet.', 'Link the store the order was placed in.');
  const number = Number(typed);
  return whyKnown(db, link, number) ?? whyBlocked(status) ?? whyUnknown(db, link, number, status);
};

/** What this machine knows about the order itself. */
const whyKnown = (db: Reader, link: LinkRow, number: number): Why | undefined =>
  whyHeld(db, link, number) ??
  whyHere(db, link, number) ??
  whyIgnoredHere(db, link, number) ??
  whyPending(db, link, number) ??
  whyBefore(db, link, number);

const tryAgain =
  'It is kept whole, and tried again every four hours, by each new version of the app, and when it changes.';

/** Why an order is held, and what to do. The record's own sentence says what exactly was not understood. */
const heldSteps: Readonly<Record<Exclude<HeldReason, 'unreadable_refund'>, string>> = {
  unmapped_status: `Show it to a manager. Another status in BigCommerce lets it in by itself, or an update of the app. ${tryAgain}`,
  unreadable: `Show it to a manager: what is named can be put right in BigCommerce, or an update of the app reads it. ${tryAgain}`,
  not_recorded: `Show it to a manager, and send the log to support. ${tryAgain}`,
};

const whyHeld = (db: Reader, { linkKey }: LinkRow, number: number): Why | undefined => {
  const held = heldOrder(db, linkKey, String(number));
  if (!held) return undefined;
  const step = Object.entries(heldSteps).find(([reason]) => reason === held.reason)?.[1] ?? heldSteps.unreadable;
  const here = saleOfOrder(db, linkKey, number)
    ? `Order ${number} is here as it was before; its last change is not.`
    : '';
  const message = [here, held.message].filter(Boolean).join(' ');
  return why(held.reason === 'unmapped_status' ? 'unmapped_status' : 'held', message, step);
};

const whyHere = (db: Reader, { linkKey }: LinkRow, number: number): Why | undefined => {
  const sale = saleOfOrder(db, linkKey, number);
  if (!sale) return undefined;
  const voided = sale.saleStatus === 'voided' ? ', voided,' : '';
  return why(
    'imported',
    `Order ${number} is here${voided} as sale ${sale.receiptNumber}.`,
    'Find it in Sales history or Fulfillments by its number; clear the filters if it does not show.',
  );
};

const whyIgnoredHere = (db: Reader, { linkKey }: LinkRow, number: number): Why | undefined => {
  const ignored = whyIgnored(db, linkKey, number);
  if (ignored === 'archived') {
    return why(
      'archived',
      'It was archived or deleted in BigCommerce before it could be imported.',
      'Restore it in BigCommerce if it is still wanted; then it arrives by itself.',
    );
  }
  if (ignored === 'from_this_till') {
    return why(
      'from_this_till',
      'A till of this shop wrote it into BigCommerce, so its sale was recorded there.',
      'Look for the sale on that till.',
    );
  }
  return undefined;
};

const whyPending = (db: Reader, { linkKey }: LinkRow, number: number): Why | undefined =>
  isWatched(db, linkKey, number)
    ? why(
        'pending',
        'The shopper has not finished checking out, so BigCommerce shows it as Incomplete or Pending.',
        'Nothing to do. It arrives by itself as soon as it is placed.',
      )
    : undefined;

const whyBefore = (db: Reader, link: LinkRow, number: number): Why | undefined => {
  if (number > link.baselineOrderId) return undefined;
  const placed = `It was placed before this store was linked on ${wordsFor(db, link)(link.linkedAt)}`;
  if (!historyIsHere(db, link.linkKey)) {
    return why(
      'before_link',
      `${placed}.`,
      'Look it up in BigCommerce. Older orders stay out unless Retail Support enables the import of history.',
    );
  }
  return why(
    'before_link',
    `${placed}, and BigCommerce did not list it when the history was imported: it was archived or deleted then.`,
    'Look it up in BigCommerce. If it was restored there, import the history once more: what is here stays as it is.',
  );
};

/** Whatever else is true, nothing can arrive just now. */
const whyBlocked = ({ state, problem }: SyncStatusView): Why | undefined => {
  const reason = blockedBy[state] ?? 'blocked_by_error';
  if (reason === 'not_bound') {
    return why(
      'not_bound',
      'The link has no outlet and register yet, so no order arrives.',
      'Choose both; then it arrives by itself.',
    );
  }
  return problem ? why(reason, problem.message, problem.nextStep) : undefined;
};

const blockedBy: Partial<Record<SyncState, WhyReason>> = {
  not_linked: 'not_linked',
  not_bound: 'not_bound',
  paused: 'plan',
};

/** BigCommerce has not listed it: what that may mean, as exactly as can be told. */
const whyUnknown = (db: Reader, link: LinkRow, number: number, { state, lastPulledAt }: SyncStatusView): Why => {
  const notListed = `BigCommerce has not listed an order ${number} so far.`;
  if (state === 'pulling') {
    return why(
      'unknown',
      `${notListed} Orders are arriving just now.`,
      'Wait until they are all here, then ask again.',
    );
  }
  if (lastPulledAt === null) {
    return why('unknown', `${notListed} It was never asked yet.`, 'Check for new orders now.');
  }
  const asked = `It was last asked on ${wordsFor(db, link)(Date.parse(lastPulledAt))}.`;
  const newest = newestOrderId(db, link.linkKey);
  const later = newest !== null && number > newest ? ` The newest order here is ${newest}.` : '';
  return why(
    'unknown',
    `${notListed} ${asked}${later}`,
    'Check for new orders now. If it stays away, compare the number and the store in BigCommerce.',
  );
};

/** Instants (UTC ms) as the outlet's clock shows them. */
const wordsFor = (db: Reader, { linkKey }: LinkRow): ((at: number) => string) => {
  const outlet = currentBinding(db, linkKey) ?? { timeZone: 'UTC', locale: null };
  return (at) => storeMinute(at, outlet);
};

export const listHeld = (db: Reader): OutputOf<Contract['orders.held']> => {
  const link = shownLink(db);
  const rows = link ? heldOrders(db, link.linkKey) : [];
  return { rows: rows.map(({ heldAt, ...held }) => ({ ...held, heldAt: instantView(heldAt) })) };
};
