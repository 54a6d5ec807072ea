import { hasMarker, readShipments, type Shipment } from '../bigcommerce/shipments.ts';
import type { Order } from '../domain/order.ts';
import type { OutboxEntry } from '../store/outbox.ts';
import { lookLater, sendAnew } from '../store/outbox-moves.ts';
import { finishShipment, type Outcome } from './finish-shipment.ts';
import type { ReplayDeps, Reread } from './replay-deps.ts';
import { LOOKS, LOOKS_AT_LATE_LIST } from './retry-policy.ts';
import { noteRefused, noteSent } from './settle-entry.ts';

/**
 * Finds out whether an entry took effect whose outcome is not known: the answer was lost, or this machine was stopped in
 * between (design law 4).
 *
 * A status is seen by reading it, and may be set again. A shipment that was made may not be listed yet, so it counts as
 * not made only after it was looked for and not seen twice, the first time a gap after it was sent and the second a gap
 * later (bigcommerce.md §6.4).
 */
export const verifyEffect = async (deps: ReplayDeps, entry: OutboxEntry): Promise<Outcome> => {
  const { telling } = entry;
  const read = await deps.reread(entry.orderId);
  if (telling?.kind === 'status' && read.kind === 'order' && read.order.statusId === telling.statusId) {
    noteSent(deps, entry, 'BigCommerce has it: it was looked up after its answer was lost.');
    return 'sent';
  }
  if (entry.acceptedAt !== null) return finishShipment(deps, entry, read);
  if (telling?.kind !== 'shipment' || read.kind === 'gone') return anew(deps, entry);
  const listed = await readShipments(deps.client, entry.orderId);
  const made = madeByUs(listed, entry);
  if (made) return settleMade(deps, entry, made, read);
  const isLate = read.kind === 'order' && telling.items.some(({ lineId }) => isMissing(lineId, read.order, listed));
  return lookedInVain(deps, entry, isLate ? LOOKS_AT_LATE_LIST : LOOKS);
};

/** BigCommerce counts pieces as shipped that no listed shipment has: one of them is still to be listed. */
const isMissing = (lineId: number, { lines }: Order, listed: readonly Shipment[]): boolean => {
  const shipped = lines.find((line) => line.lineId === lineId)?.shipped ?? 0;
  const pieces = listed.flatMap(({ items }) => items).filter((item) => item.lineId === lineId);
  return shipped > pieces.reduce((sum, { quantity }) => sum + quantity, 0);
};

/** The shipment that carries an entry's mark. */
export const madeByUs = (shipments: readonly Shipment[], { marker }: OutboxEntry): Shipment | undefined =>
  shipments.find((shipment) => hasMarker(shipment, marker));

/** Ours is there: what is left of it is the order's status. Throws `StoreProblem`. */
export const settleMade = (
  deps: ReplayDeps,
  entry: OutboxEntry,
  made: Shipment,
  read: Reread,
): Promise<Outcome> | Outcome => {
  if (hasSamePieces(entry, made)) return finishShipment(deps, entry, read);
  noteRefused(
    deps,
    entry,
    `BigCommerce has shipment ${made.shipmentId} with the mark of this one, and other pieces in it.`,
  );
  return 'waits';
};

const hasSamePieces = ({ telling }: OutboxEntry, { items }: Shipment): boolean => {
  if (telling?.kind !== 'shipment') return false;
  const pieces = (list: Shipment['items']) =>
    JSON.stringify(
      [...list].sort((one, other) => one.lineId - other.lineId).map(({ lineId, quantity }) => [lineId, quantity]),
    );
  return pieces(telling.items) === pieces(items);
};

const lookedInVain = (deps: ReplayDeps, entry: OutboxEntry, most: number): Outcome => {
  const looks = entry.looks + 1;
  if (looks >= most) return anew(deps, entry);
  const answer = 'Its answer was lost, and BigCommerce does not list it so far. It is looked for once more.';
  lookLater(deps.db, entry, { lookAt: deps.clock() + deps.lookGapMs, looks, answer });
  return 'waits';
};

const anew = ({ db, clock }: ReplayDeps, entry: OutboxEntry): Outcome => {
  sendAnew(db, entry, clock());
  return 'again';
};
