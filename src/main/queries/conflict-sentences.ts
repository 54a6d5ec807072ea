import type { ConflictKind, OurFacts, TheirFacts } from '../domain/conflict.ts';

/** What had been done here; a card and a command line say themselves that it is ours. */
export const oursSentence = ({ picked = 0, packed = 0, handedOver = 0, telling }: OurFacts): string => {
  const done = [
    handedOver > 0 && `${piecesOf(handedOver)} handed over`,
    packed > handedOver && `${piecesOf(packed - handedOver)} packed`,
    picked > packed && `${piecesOf(picked - packed)} picked`,
  ].filter(Boolean);
  const work = done.length > 0 ? `${capital(done.join(', '))}.` : 'It was worked on.';
  return telling === undefined ? work : `${work} BigCommerce was to be told ${telling}.`;
};

/** What BigCommerce says. */
export const theirsSentence = (kind: ConflictKind, { status, ...facts }: TheirFacts): string => {
  const label = status === '' ? '' : ` It is "${status}" there.`;
  const { refunded, shipped, parcels = [], lines = [] } = facts;
  switch (kind) {
    case 'cancelled':
      return `BigCommerce cancelled the order.${label}`;
    case 'refunded':
      return `BigCommerce gave ${refunded === undefined ? 'the money' : piecesOf(refunded)} back.${label}`;
    case 'shipped_elsewhere':
      return `${shipped === undefined ? 'Goods of the order' : capital(piecesOf(shipped))} left without this till.${label}${tracked(parcels)}`;
    case 'on_hold':
      return `BigCommerce put the order on hold.${label}`;
    case 'lines_changed':
      return `The order was edited${lines.length > 0 ? `: ${lines.map(editWords).join('; ')}` : ''}.${label}`;
    case 'gone':
      return 'BigCommerce has archived or deleted the order.';
  }
};

const tracked = (parcels: NonNullable<TheirFacts['parcels']>): string => {
  const words = parcels
    .map(({ carrier, trackingNumber }) => [carrier, trackingNumber].filter(Boolean).join(' '))
    .filter(Boolean);
  return words.length > 0 ? ` Tracking there: ${words.join(', ')}.` : '';
};

const editWords = ({ name, from, to }: NonNullable<TheirFacts['lines']>[number]): string => {
  if (from === 0) return `${to} × ${name} added`;
  return to === 0 ? `${name} removed` : `${name} ${from} → ${to}`;
};

/**
 * What the written rule made of it, and what staff should do now (docs/conflicts.md). `asks`: what waits for an answer;
 * null where nothing does. `putBack`: pieces that belong back on the shelf.
 */
export const ruleSentence = (
  kind: ConflictKind,
  { asks, putBack }: { readonly asks: 'status' | 'shipment' | null; readonly putBack: number },
): string => {
  if (asks !== null) return questions[kind](asks === 'shipment' ? 'the shipment' : 'that it was handed over');
  const back = putBack > 0 ? ` Put ${piecesOf(putBack)} back on the shelf.` : '';
  return `${rules[kind]}${back}`;
};

const rules: Readonly<Record<ConflictKind, string>> = {
  cancelled: "BigCommerce's decision stands: the sale is voided, and nothing of it may leave.",
  refunded: "BigCommerce's decision stands: what was refunded may not leave.",
  shipped_elsewhere: 'What left elsewhere counts as handed over. Do not send it twice: look for what is still here.',
  on_hold: 'Nothing may leave until BigCommerce ends the hold, or a manager overrides it.',
  lines_changed: 'The order counts as it is now. Check what is packed against it.',
  gone: 'The sale stays as it is. Ask whoever archived the order before goods leave.',
};

const questions: Readonly<Record<ConflictKind, (what: string) => string>> = {
  cancelled: (what) =>
    `The goods have left. Get them back, or agree with the customer. Tell BigCommerce ${what} all the same? The order stays cancelled.`,
  refunded: (what) =>
    `The goods have left, and the money went back. Ask for one of them. Tell BigCommerce ${what} all the same? Its status stays.`,
  shipped_elsewhere: (what) =>
    `It may have left twice: compare both parcels. BigCommerce has nothing left to ship of it, so ${what} is only told if that changes.`,
  on_hold: (what) =>
    `The goods have left although the order is on hold. Tell BigCommerce ${what} all the same? That ends the hold there.`,
  lines_changed: (what) =>
    `More left than the order has now. Get it back, or have the order changed in BigCommerce. Tell it ${what} all the same once that is done?`,
  gone: (what) => `BigCommerce cannot be told ${what}, for it does not have the order. Restore it there, or leave it.`,
};

const piecesOf = (pieces: number): string => (pieces === 1 ? '1 piece' : `${pieces} pieces`);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
