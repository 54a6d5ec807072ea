import type { ConflictKind } from './conflict.ts';
import type { Order, OrderLine } from './order.ts';
import { outboxRules, type Rule, type RuleRow, standingOf, type Told } from './outbox-rules.ts';
import { bundleLineIds } from './sale-lines.ts';
import type { Telling, WritableStatus } from './write-back.ts';

/** What is to become of an entry, by what BigCommerce says of its order at this moment. */
export type Verdict =
  | { readonly do: 'send' }
  /** It is in effect already. */
  | { readonly do: 'done' }
  | { readonly do: 'wait'; readonly for: 'payment' | 'hold' }
  /** BigCommerce's change stands, or what was to be told is not so any more here; `show` puts it before staff. */
  | { readonly do: 'yield'; readonly because: ConflictKind | 'outdated'; readonly show: boolean }
  | { readonly do: 'ask'; readonly kind: ConflictKind }
  | { readonly do: 'try_later' };

export interface JudgedEntry {
  readonly telling: Telling;
  /** A manager let the goods leave although they were locked. */
  readonly isOverridden: boolean;
  /** The conflicts that staff answered with "tell it all the same". */
  readonly insisted: ReadonlySet<ConflictKind>;
  /** How far the sale is by now: what a status told of it may not be so any more, since more was ordered or unpacked. */
  readonly fulfillmentStatus: string | null;
  /** Pieces of each order line that earlier shipments of ours told of. */
  readonly shippedByUs: ReadonlyMap<number, number>;
}

/** `theirs` is null where BigCommerce does not have the order. Whether it is ours already is for `verify-effect` to see. */
export const judgeEntry = (entry: JudgedEntry, theirs: Order | null): Verdict => {
  const { telling } = entry;
  const row = outboxRules[standingOf(theirs)];
  if (telling.kind === 'status' && theirs && !theirs.archived && theirs.statusId === telling.statusId)
    return { do: 'done' };
  const rule = ruleFor(row, entry);
  const kind = row.kind ?? 'gone';
  switch (rule) {
    case 'done':
      return { do: 'done' };
    case 'try_later':
      return { do: 'try_later' };
    case 'wait_for_payment':
      return { do: 'wait', for: 'payment' };
    case 'wait_for_hold':
      return { do: 'wait', for: 'hold' };
    case 'yield':
    case 'yield_and_show':
      return { do: 'yield', because: kind, show: rule === 'yield_and_show' };
    case 'ask':
      return entry.insisted.has(kind) ? insistOn(entry, theirs, kind) : { do: 'ask', kind };
    case 'send':
      return send(entry, theirs);
  }
};

const toldBy = (telling: Telling): Told => (telling.kind === 'shipment' ? 'shipment' : telling.because);

/** Goods that a manager let go in spite of the hold have left: nobody need wait for its end to be asked. */
const ruleFor = (row: RuleRow, { telling, isOverridden }: JudgedEntry): Rule => {
  const rule = row[toldBy(telling)];
  return rule === 'wait_for_hold' && isOverridden ? 'ask' : rule;
};

/** Staff insist: it is told where BigCommerce can take it. What the merchant decided is not written over even so. */
const insistOn = (entry: JudgedEntry, theirs: Order | null, kind: ConflictKind): Verdict => {
  const isPossible = theirs !== null && kind !== 'gone' && (entry.telling.kind === 'shipment' || kind === 'on_hold');
  return isPossible ? send(entry, theirs) : { do: 'yield', because: kind, show: false };
};

const send = (entry: JudgedEntry, theirs: Order | null): Verdict => {
  if (isOutdated(entry)) return { do: 'yield', because: 'outdated', show: false };
  const lacking = entry.telling.kind === 'shipment' ? lackOfRoom(entry.telling.items, entry, theirs) : null;
  if (lacking === null) return { do: 'send' };
  // There is nothing to ship there, whoever insists.
  if (entry.insisted.has(lacking)) return { do: 'yield', because: lacking, show: false };
  return { do: 'ask', kind: lacking };
};

const isOutdated = ({ telling, fulfillmentStatus }: JudgedEntry): boolean => {
  if (telling.kind === 'shipment' || fulfillmentStatus === 'fulfilled') return false;
  return telling.because === 'handed_over' || fulfillmentStatus !== 'packed';
};

/** Over-shipping has no documented error (bigcommerce.md §6.2): why pieces cannot be shipped there any more, or null. */
const lackOfRoom = (
  items: readonly { readonly lineId: number; readonly quantity: number }[],
  { shippedByUs }: JudgedEntry,
  theirs: Order | null,
): ConflictKind | null => {
  for (const { lineId, quantity } of items) {
    const line = theirs?.lines.find((each) => each.lineId === lineId);
    if (!line) return 'lines_changed';
    const left = leftToShip(line);
    if (quantity <= left) continue;
    const byOthers = Math.max(0, line.shipped - (shippedByUs.get(lineId) ?? 0));
    if (quantity <= left + byOthers) return 'shipped_elsewhere';
    return line.refunded > 0 ? 'refunded' : 'lines_changed';
  }
  return null;
};

const leftToShip = ({ quantity, refunded, shipped }: OrderLine): number => quantity - refunded - shipped;

/**
 * The status that a shipment has brought an order to, where BigCommerce did not see to it itself (§6.2); null where there
 * is nothing to set. Only what says less is written over.
 */
export const statusAfterShipment = (theirs: Order): WritableStatus | null => {
  const bundles = bundleLineIds(theirs);
  const isWhole = theirs.lines.every(
    (line) => line.kind !== 'physical' || bundles.has(line.lineId) || leftToShip(line) <= 0,
  );
  const reached: WritableStatus = isWhole ? 2 : 3;
  const standing = standingOf(theirs);
  if (standing === 'open') return reached;
  return standing === 'part_shipped' && isWhole ? 2 : null;
};
