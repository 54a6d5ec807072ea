import type { ConflictKind } from '../domain/conflict.ts';
import type { Order } from '../domain/order.ts';

const reasons: Readonly<Record<ConflictKind | 'outdated', string>> = {
  cancelled: 'the order was cancelled in BigCommerce',
  refunded: 'BigCommerce says that the money, or pieces of it, went back',
  shipped_elsewhere: 'others have told BigCommerce that it left',
  on_hold: 'BigCommerce has the order on hold',
  lines_changed: 'the order was edited in BigCommerce and has not as many pieces of it any more',
  outdated: 'it is not so any more here',
  gone: 'BigCommerce does not have the order any more',
};

/** Why something is not told, to be put behind a colon. */
export const whyNot = (kind: ConflictKind | 'outdated', theirs: Order | null): string =>
  kind !== 'outdated' && theirs && !theirs.archived
    ? `${reasons[kind]}; it is "${theirs.statusLabel || theirs.statusId}" there`
    : reasons[kind];

export const waitingWords: Readonly<Record<'payment' | 'hold', string>> = {
  payment: 'Waits until it is paid in BigCommerce: telling it now would make it look paid there.',
  hold: 'Waits until BigCommerce ends the hold: telling it now would end it.',
};
