import { MOST_ITEMS, setLevels } from '../bigcommerce/inventory.ts';
import { StoreProblem } from '../bigcommerce/problem.ts';
import { inChunks } from '../bigcommerce/v3-list.ts';
import { forgetCountedAs } from '../store/counted-as.ts';
import {
  type InventoryItem,
  isStillSent,
  lookAgain,
  type Mark,
  notePushed,
  noteSent,
  parkItem,
  type SentLevel,
} from '../store/inventory-items.ts';
import type { BoundPlace, PushDeps } from './push-stock.ts';

/** A level that was claimed: written down as sent before it is. */
export interface Sending {
  /** As it was before the claim. */
  readonly item: InventoryItem;
  readonly claim: SentLevel;
  /** Of the products that the item consists of. */
  readonly marks: readonly Mark[];
}

/** Two bad items among two thousand are found with so many; where all are bad, finding out must not use up the quota. */
const MOST_REFUSALS = 24;

/**
 * Sends what was claimed. A batch counts whole or not at all (bigcommerce.md §9.2), so one that is refused is halved until
 * the items are found that are refused by themselves; those are parked, and the rest goes out. Throws `StoreProblem`;
 * claims whose outcome is unknown stay then, the others are taken back.
 */
export const sendLevels = async (deps: PushDeps, place: BoundPlace, sendings: readonly Sending[]): Promise<void> => {
  const waiting = inChunks(sendings, MOST_ITEMS);
  let refusals = 0;
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    const refusal = await send(deps, place, batch).catch((error: unknown) => {
      takeBack(deps, waiting.flat());
      throw error;
    });
    if (refusal === null) continue;
    const [only, ...others] = batch;
    if (only && others.length === 0) settleRefused(deps, only, refusal);
    else waiting.unshift(...inChunks(batch, Math.ceil(batch.length / 2)));
    refusals += 1;
    if (refusals < MOST_REFUSALS || waiting.length === 0) continue;
    takeBack(deps, waiting.flat());
    throw refusal;
  }
};

/** Answers with BigCommerce's refusal of the batch as it is, or null when it took it. Throws what is none of its content. */
const send = async (deps: PushDeps, place: BoundPlace, batch: readonly Sending[]): Promise<StoreProblem | null> => {
  try {
    await setLevels(deps.client, place.locationId, batch.map(levelToSet));
  } catch (error) {
    if (error instanceof StoreProblem && error.kind === 'rejected') return error;
    const isUndone = error instanceof StoreProblem && !error.outcomeUnknown;
    if (isUndone) takeBack(deps, batch);
    else noteAnswered(deps, batch, noteSent);
    throw error;
  }
  noteAnswered(deps, batch, notePushed);
  deps.onAccepted(batch.length);
  return null;
};

const levelToSet = ({ item, claim }: Sending) => ({
  tracking: item.tracking,
  id: item.bigcommerceId,
  quantity: claim.level,
});

/** From the answer on, or from the moment it failed to come, the levels have their time to take effect. */
const noteAnswered = (
  { db, clock, settlingMs }: PushDeps,
  batch: readonly Sending[],
  note: typeof noteSent | typeof notePushed,
): void =>
  db.transaction(() => {
    const at = clock();
    for (const { item, claim, marks } of batch) {
      if (!isStillSent(db, item.itemKey, claim)) continue;
      note(db, item.itemKey, { level: claim.level, at });
      for (const mark of marks) lookAgain(db, mark, at + settlingMs);
    }
  });

/** Nothing was sent: the items stand as before, and are due. */
const takeBack = ({ db }: PushDeps, batch: readonly Sending[]): void =>
  db.transaction(() => {
    for (const { item, claim, marks } of batch) {
      if (!isStillSent(db, item.itemKey, claim)) continue;
      noteSent(db, item.itemKey, item.sent);
      for (const mark of marks) lookAgain(db, mark, 0);
    }
  });

/**
 * Parks what is refused by itself. It may be counted in another way than the catalogue said when it was read: that is
 * asked again, once, and the product is told under its other name if it has one.
 */
const settleRefused = ({ db }: PushDeps, { item, claim, marks }: Sending, refusal: StoreProblem): void =>
  db.transaction(() => {
    if (!isStillSent(db, item.itemKey, claim)) return;
    const words = refusal.detail || refusal.message;
    noteSent(db, item.itemKey, item.sent);
    parkItem(db, item.itemKey, words);
    for (const mark of marks) lookAgain(db, mark, null);
    if (item.problem !== words) forgetCountedAs(db, item.itemKey);
  });
