import type { ReadOrder } from '../bigcommerce/read-order.ts';
import type { Reading } from '../bigcommerce/read-page.ts';
import { readRefund } from '../bigcommerce/refunds.ts';
import { hold } from '../pull/apply-order.ts';
import { idOf, type RecordDeps, storeRead } from '../pull/store-page.ts';
import { Tally } from '../pull/tally.ts';
import type { CollectedOrders } from '../store/collected-orders.ts';
import { type HistoryBatch, moveBatch } from '../store/history-batches.ts';
import { type CellsOf, countPage, newestRows, noteMade } from '../store/history-cells.ts';
import { takeIn } from '../store/history-orders.ts';
import { insertRefund } from '../store/refunds.ts';
import { heldOrder } from '../store/unimported-orders.ts';

export interface ImportPageDeps extends RecordDeps {
  readonly file: CollectedOrders;
  /** Which of some orders the shop has already, in whatever way. */
  readonly isKnown: (linkKey: number, orderIds: readonly number[]) => ReadonlySet<number>;
  readonly run: CellsOf['run'];
}

/** So few that whoever works at the desk meanwhile does not notice. */
const ORDERS_A_PAGE = 50;

/**
 * Records the next past orders of a batch by the same rules as a pull, with what they add to its outcome, what they made
 * and how far it has come: all of that in one transaction (design law 1). Null when there are none left. A rehearsal does
 * the same in a scratch database.
 */
export const importNextPage = (deps: ImportPageDeps, batch: HistoryBatch): HistoryBatch | null => {
  const { db, file, context, onStored } = deps;
  const page = file.after(batch.reachedOrderId, ORDERS_A_PAGE);
  const last = page.at(-1);
  if (!last) return null;
  const readings = page.map(({ raw, read }) => ({ raw: () => JSON.parse(raw), read: JSON.parse(read) as ReadOrder }));
  // What is stored is told when it is committed.
  const told: Parameters<typeof onStored>[] = [];
  try {
    const moved = db.transaction(() => {
      record({ ...deps, onStored: (...stored) => told.push(stored) }, batch.batchKey, readings);
      return moveBatch(db, batch.batchKey, {
        reachedOrderId: last.orderId,
        ordersDone: batch.ordersDone + page.length,
      });
    });
    for (const stored of told) onStored(...stored);
    return moved;
  } catch (error) {
    context().memory.forget();
    throw error;
  }
};

const record = (deps: ImportPageDeps, batchKey: number, readings: readonly Reading[]): void => {
  const { db, run, isKnown } = deps;
  const { linkKey } = deps.context().link;
  const known = isKnown(linkKey, readings.map(numberOf));
  const fresh = readings.filter(
    (reading) =>
      !known.has(numberOf(reading)) && (numberOf(reading) > 0 || !heldOrder(db, linkKey, idOf(reading.read))),
  );
  const orderIds = fresh.map(numberOf).filter((orderId) => orderId > 0);
  takeIn(db, { linkKey, batchKey }, orderIds);
  const before = newestRows(db);
  const refunds = recordRefunds(deps, orderIds);
  storeRead(deps, fresh, new Tally());
  const withoutNumber = fresh.filter((reading) => numberOf(reading) === 0).map(({ read }) => idOf(read));
  const heldNames = [...withoutNumber, ...refunds.heldNames];
  noteMade(db, batchKey, before, { refundIds: refunds.refundIds, heldNames });
  const page = { linkKey, orderIds, alreadyHere: readings.length - fresh.length };
  countPage(db, { batchKey, run }, { ...page, heldNames: [...orderIds.map(String), ...heldNames] }, before);
};

/** An order's number; 0 for one without, which can only be held. */
const numberOf = ({ read }: Reading): number => {
  const orderId = Number(idOf(read));
  return Number.isSafeInteger(orderId) && orderId > 0 ? orderId : 0;
};

/** Keeps the refunds of some orders, as a pull does: their sales are to show them. Answers with what is new here. */
const recordRefunds = (
  { db, context, file }: ImportPageDeps,
  orderIds: readonly number[],
): { readonly refundIds: readonly number[]; readonly heldNames: readonly string[] } => {
  const at = context();
  const { linkKey } = at.link;
  const refundIds: number[] = [];
  const heldNames: string[] = [];
  for (const raw of file.refundsOf(orderIds)) {
    const read = readRefund(raw);
    if (read.kind === 'refund') {
      if (insertRefund(db, linkKey, read.refund)) refundIds.push(read.refund.refundId);
    } else if (!heldOrder(db, linkKey, read.name)) {
      hold(db, at, read.name, () => raw, { reason: 'unreadable_refund', message: read.why });
      heldNames.push(read.name);
    }
  }
  return { refundIds, heldNames };
};
