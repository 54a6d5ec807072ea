import { isAboutContent } from '../pull/store-page.ts';
import type { Writer } from '../store/connection.ts';
import { type HistoryBatch, moveBatch } from '../store/history-batches.ts';
import {
  addUndoIndexes,
  dropUndoIndexes,
  forgetMade,
  madeBy,
  ordersToUndo,
  removeMade,
  removeOrders,
  rewindNewestProduct,
  workedOnAmong,
} from '../store/undo-history.ts';

const ORDERS_A_PAGE = 50;
const MADE_A_PAGE = 200;

/**
 * Takes the next part of a batch back, in one transaction: orders, the highest first, then what they made and nothing else
 * uses. Orders that staff worked on stay, whole. Null when nothing is left.
 *
 * What else became of an order since goes with it: BigCommerce has it still, so nothing is lost that cannot be read again.
 */
export const undoNextPage = (db: Writer, batch: HistoryBatch, now: number): HistoryBatch | null => {
  const { batchKey, linkKey } = batch;
  const orderIds = ordersToUndo(db, batchKey, batch.reachedOrderId, ORDERS_A_PAGE);
  if (orderIds.length > 0) {
    return db.transaction(() => {
      addUndoIndexes(db);
      removeWhatMayGo(db, linkKey, orderIds);
      const reachedOrderId = Math.min(...orderIds);
      return moveBatch(db, batchKey, { reachedOrderId, ordersDone: batch.ordersDone + orderIds.length });
    });
  }
  const made = madeBy(db, batchKey, MADE_A_PAGE);
  if (made.length > 0) {
    return db.transaction(() => {
      for (const each of made) {
        unlessUsed(db, () => removeMade(db, linkKey, each));
        forgetMade(db, batchKey, each);
      }
      return batch;
    });
  }
  db.transaction(() => {
    rewindNewestProduct(db, linkKey);
    dropUndoIndexes(db);
    moveBatch(db, batchKey, { state: 'undone', undoneAt: now });
  });
  return null;
};

/** The page's orders together; where a row that nobody thought of names one of them, each by itself. */
const removeWhatMayGo = (db: Writer, linkKey: number, orderIds: readonly number[]): void => {
  const workedOn = workedOnAmong(db, linkKey, orderIds);
  const going = orderIds.filter((orderId) => !workedOn.has(orderId));
  if (unlessUsed(db, () => removeOrders(db, linkKey, going))) return;
  for (const orderId of going) unlessUsed(db, () => removeOrders(db, linkKey, [orderId]));
};

/** Whether it was done; false, and nothing done, where a row that stays names what was to go. */
const unlessUsed = (db: Writer, remove: () => void): boolean => {
  try {
    db.transaction(remove);
    return true;
  } catch (error) {
    if (!isAboutContent(error)) throw error;
    return false;
  }
};
