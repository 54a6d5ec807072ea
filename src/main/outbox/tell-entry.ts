import { StoreProblem } from '../bigcommerce/problem.ts';
import { createShipment, readShipments, setOrderStatus } from '../bigcommerce/shipments.ts';
import { judgeEntry, type Verdict } from '../domain/judge-entry.ts';
import type { Order } from '../domain/order.ts';
import type { Telling } from '../domain/write-back.ts';
import { insistedOn } from '../store/conflicts.ts';
import { type OutboxEntry, shippedByUs } from '../store/outbox.ts';
import { claimEntry, lookLater, noteAccepted, takeBackClaim, tryLater, waitFor } from '../store/outbox-moves.ts';
import { saleByKey } from '../store/sales.ts';
import { finishShipment, type Outcome } from './finish-shipment.ts';
import type { ReplayDeps } from './replay-deps.ts';
import { retryDelay } from './retry-policy.ts';
import { noteAsked, noteRefused, noteSent, noteYielded } from './settle-entry.ts';
import { waitingWords } from './verdict-words.ts';
import { madeByUs, settleMade } from './verify-effect.ts';

/**
 * Tells BigCommerce of one waiting entry: the order is read and recorded, judged by the written rule, and only then, with
 * as little in between as can be, is the entry claimed and sent. Throws what is no trouble of this entry's own.
 */
export const tellEntry = async (deps: ReplayDeps, entry: OutboxEntry): Promise<Outcome> => {
  const { telling } = entry;
  if (telling === null) {
    noteRefused(deps, entry, 'This version cannot read what was to be told. Discard it, and tell BigCommerce there.');
    return 'waits';
  }
  const read = await deps.reread(entry.orderId);
  if (read.kind === 'held') return later(deps, entry, read.why);
  const theirs = read.kind === 'order' ? read.order : null;
  if (mayBeThere(entry, theirs)) {
    const made = madeByUs(await readShipments(deps.client, entry.orderId), entry);
    if (made) return settleMade(deps, entry, made, read);
  }
  const verdict = judgeEntry(
    {
      telling,
      isOverridden: entry.isOverridden,
      insisted: insistedOn(deps.db, entry.entryKey),
      fulfillmentStatus: saleByKey(deps.db, entry.saleKey)?.fulfillmentStatus ?? null,
      shippedByUs: shippedByUs(deps.db, entry.saleKey),
    },
    theirs,
  );
  return verdict.do === 'send' ? send(deps, entry, telling) : settle(deps, entry, verdict, theirs);
};

/** Sent before, or told by a till whose data folder was restored from an older copy: BigCommerce then counts its pieces. */
const mayBeThere = ({ telling, sentAt }: OutboxEntry, theirs: Order | null): boolean => {
  if (telling?.kind !== 'shipment' || theirs === null) return false;
  const ours = new Set(telling.items.map(({ lineId }) => lineId));
  return sentAt !== null || theirs.lines.some((line) => line.shipped > 0 && ours.has(line.lineId));
};

const settle = async (
  deps: ReplayDeps,
  entry: OutboxEntry,
  verdict: Exclude<Verdict, { do: 'send' }>,
  theirs: Order | null,
): Promise<Outcome> => {
  switch (verdict.do) {
    case 'done':
      noteSent(deps, entry, 'BigCommerce had it so already.');
      return 'sent';
    case 'yield':
      noteYielded(deps, entry, { because: verdict.because, theirs, show: verdict.show });
      return 'yielded';
    case 'wait':
      waitFor(deps.db, entry, { what: verdict.for, answer: waitingWords[verdict.for] });
      return 'waits';
    case 'ask': {
      const isElsewhere = verdict.kind === 'shipped_elsewhere';
      const parcels = isElsewhere ? await readShipments(deps.client, entry.orderId) : [];
      const tracked = parcels.map(({ trackingNumber, carrier }) => ({ trackingNumber, carrier }));
      noteAsked(deps, entry, { kind: verdict.kind, theirs, parcels: tracked });
      return 'waits';
    }
    case 'try_later':
      return later(deps, entry, 'BigCommerce gave the order a status that this version does not know.');
  }
};

const later = ({ db, clock, random }: ReplayDeps, entry: OutboxEntry, answer: string): Outcome => {
  const nextAttemptAt = clock() + retryDelay({ tries: entry.attempts + 1, random: random() });
  tryLater(db, entry, { nextAttemptAt, answer });
  return 'waits';
};

const send = async (deps: ReplayDeps, entry: OutboxEntry, telling: Telling): Promise<Outcome> => {
  const { db, client, clock } = deps;
  const now = clock();
  const lookAt = telling.kind === 'shipment' ? now + deps.lookGapMs : now;
  if (!claimEntry(db, entry, { now, lookAt })) return 'again';
  deps.onChanged();
  try {
    if (telling.kind === 'status') await setOrderStatus(client, entry.orderId, telling.statusId);
    else await createShipment(client, entry.orderId, { ...telling, marker: entry.marker });
  } catch (error) {
    return noteFailure(deps, entry, error);
  }
  if (telling.kind === 'shipment') {
    noteAccepted(db, entry, clock());
    return finishShipment(deps, entry, await deps.reread(entry.orderId));
  }
  noteSent(deps, entry, '');
  return 'sent';
};

const LOST = 'Its answer was lost. Before it is sent again, BigCommerce is looked at.';

/** What a write failed on. Throws what keeps the others from being sent as well; nothing of this one was done then. */
const noteFailure = (deps: ReplayDeps, entry: OutboxEntry, error: unknown): Outcome => {
  const { db, clock, random } = deps;
  if (!(error instanceof StoreProblem)) throw error;
  if (error.kind === 'rejected' || error.kind === 'not_found') {
    noteRefused(deps, entry, error.detail || error.message);
    return 'waits';
  }
  if (error.outcomeUnknown) {
    const isShipment = entry.telling?.kind === 'shipment';
    const gap = isShipment ? deps.lookGapMs : retryDelay({ tries: entry.attempts + 1, random: random() });
    lookLater(db, entry, { lookAt: clock() + gap, looks: 0, answer: `${error.message} ${LOST}` });
    return 'waits';
  }
  takeBackClaim(db, entry, clock());
  throw error;
};
