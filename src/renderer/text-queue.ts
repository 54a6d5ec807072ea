import type { ConflictKind, OutboxEntryView } from '../contract/outbox.ts';
import { counted, formatCount } from './format/count.ts';

const changes = (count: number): string => counted(count, 'change', 'changes');

const states: Readonly<Record<OutboxEntryView['state'], string>> = {
  pending: 'Waits',
  sending: 'Being checked',
  parked: 'Needs a decision',
  sent: 'Sent',
  yielded: 'Not sent: BigCommerce’s change stands',
  withdrawn: 'Taken back here',
  discarded: 'Discarded',
};

const waits: Readonly<Record<NonNullable<OutboxEntryView['waitsFor']>, string>> = {
  payment: 'It waits until the order is paid.',
  hold: 'It waits until the order is no longer on hold.',
  earlier_entry: 'It waits for an earlier change of the same order.',
};

const conflictKinds: Readonly<Record<ConflictKind, string>> = {
  cancelled: 'Cancelled meanwhile',
  refunded: 'Refunded meanwhile',
  shipped_elsewhere: 'Shipped elsewhere meanwhile',
  on_hold: 'Put on hold meanwhile',
  lines_changed: 'Changed meanwhile',
  gone: 'Not at BigCommerce any more',
};

/** The words of the Queue. */
export const queueText = {
  title: 'Queue',
  countMeaning: (waiting: number, asking: number) =>
    [
      ...(waiting > 0 ? [`${changes(waiting)} not sent yet`] : []),
      ...(asking > 0 ? [`${formatCount(asking)} to decide`] : []),
    ].join(', '),
  views: { label: 'View', unsent: 'Not sent', conflicts: 'Changed meanwhile', held: 'Held orders', told: 'Told' },
  list: { unsent: 'Not sent yet, oldest first', told: 'What BigCommerce was told, newest first' },
  empty: {
    unsent: 'Everything has been sent.',
    conflicts: 'Nothing to decide. What BigCommerce changes while work is done here comes here.',
    held: 'No order is held. One that cannot be understood is kept here whole.',
    told: 'BigCommerce was not told anything yet.',
  },
  states,
  waits,
  order: (orderId: string) => `Order #${orderId}`,
  made: (when: string) => `since ${when}`,
  ended: (when: string) => `of ${when}`,
  by: (name: string) => `by ${name}`,
  attempts: (count: number) =>
    count === 0 ? 'Not tried yet.' : count === 1 ? 'Tried once.' : `Tried ${formatCount(count)} times.`,
  nextTry: (pause: string) => `Next try in ${pause}.`,
  nextTryNow: 'Next try now.',
  onceReached: 'It goes out once BigCommerce can be reached.',
  notByItself: 'It is not tried again by itself.',
  answer: 'Last answer',
  openOrder: (orderId: string) => `Open order #${orderId}`,
  openProduct: 'Open the product',
  sendAgain: 'Send again',
  sendAgainNamed: (what: string) => `Send again: ${what}`,
  sendAll: 'Send all',
  sendingAgain: 'Sent again: the answer shows here.',
  sendingAll: (count: number) =>
    count === 0 ? 'Nothing was held back: it all goes out as soon as it can.' : `${changes(count)} sent again.`,
  discard: 'Discard…',
  discardNamed: (what: string) => `Discard: ${what}`,
  discardReason: 'Why BigCommerce is not to be told',
  discardCommit: 'Discard',
  discarding: 'Discarding…',
  discarded: 'Discarded. BigCommerce is not told.',
  needsReason: 'Say why, so that it can be explained later.',
  keep: 'Keep it',
  conflict: {
    kinds: conflictKinds,
    label: (what: string, orderId: string) => `${what}: order #${orderId}`,
    ours: 'This till',
    theirs: 'BigCommerce',
    seen: 'Seen',
    theirsStands: 'Leave it as BigCommerce has it',
    oursGoes: 'Tell BigCommerce all the same',
    settled: { seen: 'Seen.', theirs: 'BigCommerce’s change stands.', ours: 'BigCommerce is told all the same.' },
    more: (count: number) => `${formatCount(count)} more follow as these are answered.`,
  },
  held: {
    since: (when: string) => `held since ${when}`,
    meaning: 'Kept whole; not a sale until it can be understood.',
  },
  why: {
    label: 'Why isn’t order … here?',
    placeholder: 'Order number',
    ask: 'Ask',
    needsNumber: 'Type the number of the order.',
  },

  writeBack: {
    title: 'What BigCommerce is told',
    what: 'Each step here can change the order’s status at BigCommerce. Cancelled, declined and refunded are never set from here.',
    packedDelivery: 'When a delivery is packed',
    packedPickup: 'When a pickup is packed',
    shipment: 'When a parcel leaves',
    shipmentOn: 'Make a shipment, with its tracking number',
    handedOver: 'When an order was handed over',
    nothing: 'Tell nothing',
    usual: (label: string) => `${label} (usual)`,
    saved: 'Saved. It counts for what is done from now on.',
    save: 'Save',
    saving: 'Saving…',
    unchanged: 'Nothing was changed.',
    freshness: 'Show figures as old after',
    freshnessUnit: 'minutes without a look at BigCommerce',
    freshnessMeaning: 'On this machine only. Older than that, they turn amber, and handing over asks once.',
    freshnessSaved: (minutes: number) => `Figures count as old after ${formatCount(minutes)} min.`,
  },
} as const;
