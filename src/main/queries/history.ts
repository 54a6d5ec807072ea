import type { HistoryBatchView, HistoryOutcome, HistoryRehearsal } from '../../contract/history.ts';
import { differingCells, type HistoryCell } from '../domain/history-cells.ts';
import type { Reader } from '../store/connection.ts';
import type { HistoryBatch } from '../store/history-batches.ts';
import { type CellsOf, countCells, readCells, type StockOfCell, stockOfCells } from '../store/history-cells.ts';
import { countOrdersOf } from '../store/history-orders.ts';
import { instantView, moneyView, nullableInstant } from './views.ts';

/** A batch with what came of it. Of one that was imported, also what came out otherwise than rehearsed. */
export const batchView = (db: Reader, batch: HistoryBatch): HistoryBatchView => {
  const { batchKey, state } = batch;
  const counts = countCells(db, { batchKey, run: 'imported' });
  const of = (part: string) => counts.get(part) ?? 0;
  const differs = state === 'imported' ? differences(db, batchKey) : [];
  return {
    batchId: batch.batchId,
    state,
    leaveStock: batch.leavesStock === 1,
    begunAt: instantView(batch.begunAt),
    rehearsedAt: nullableInstant(batch.rehearsedAt),
    confirmedAt: nullableInstant(batch.confirmedAt),
    confirmedBy: batch.confirmedBy,
    importedAt: nullableInstant(batch.importedAt),
    undoneAt: nullableInstant(batch.undoneAt),
    undoneBy: batch.undoneBy,
    sales: state === 'undone' ? countOrdersOf(db, batchKey) : of('day_sales'),
    products: of('product'),
    customers: of('customer'),
    held: of('held'),
    differs,
  };
};

const MOST_SHOWN = 100;

const differences = (db: Reader, batchKey: number): HistoryBatchView['differs'] =>
  differingCells(readCells(db, { batchKey, run: 'rehearsed' }), readCells(db, { batchKey, run: 'imported' }))
    .slice(0, MOST_SHOWN)
    .map(({ label, name, ...cell }) => ({ ...cell, name: shownName(name, label) }));

/** What a person calls what a figure is of. */
const shownName = (name: string, label: string): string => {
  const { sku, name: called, email }: Record<string, string | undefined> = label === '' ? {} : JSON.parse(label);
  return [sku, called, email].filter(Boolean).join(', ') || name;
};

export const rehearsalView = (db: Reader, batch: HistoryBatch): HistoryRehearsal => ({
  batchId: batch.batchId,
  leaveStock: batch.leavesStock === 1,
  rehearsedAt: instantView(batch.rehearsedAt ?? batch.begunAt),
  ordersAsOf: nullableInstant(batch.ordersAsOf),
  outcome: outcomeView(db, batch, 'rehearsed'),
});

/** What a batch would do, or did, figure by figure (N3). */
export const outcomeView = (db: Reader, batch: HistoryBatch, run: CellsOf['run']): HistoryOutcome => {
  const of = { batchKey: batch.batchKey, run };
  const cells = Map.groupBy(readCells(db, of), ({ part }) => part);
  const part = (name: HistoryCell['part']): readonly HistoryCell[] => cells.get(name) ?? [];
  const orders = new Map(part('orders').map(({ name, value }) => [name, value]));
  const count = (name: string) => orders.get(name) ?? 0;
  const stock = stockOfCells(db, of, batch).map((row) => stockView(row, batch));
  return {
    sales: {
      total: count('closed') + count('voided'),
      closed: count('closed'),
      voided: count('voided'),
      toHandOver: count('open'),
    },
    leftOut: {
      alreadyHere: count('already_here'),
      pending: count('pending'),
      archived: count('archived'),
      fromThisTill: count('from_this_till'),
      held: part('held').length,
    },
    days: daysOf(part('day_sales'), part('day_total'), part('day_returned')),
    totals: totalsOf(part('day_total')),
    products: part('product').map(labelled<HistoryOutcome['products'][number]>),
    customers: part('customer').map(labelled<HistoryOutcome['customers'][number]>),
    stock: stock.sort((one, other) => Number(other.isKnown) - Number(one.isKnown) || one.after - other.after),
    negative: stock.filter(({ isNegative }) => isNegative).length,
    held: part('held').map((cell) => ({ orderId: cell.name, ...labelled<{ reason: string; message: string }>(cell) })),
  };
};

/** The label is our own JSON, written by SQL with just these fields. */
const labelled = <T>({ label }: HistoryCell): T => JSON.parse(label);

const splitDay = (name: string): { readonly day: string; readonly currency: string } => {
  const [day = '', currency = ''] = name.split(' ');
  return { day, currency };
};

const daysOf = (
  sales: readonly HistoryCell[],
  totals: readonly HistoryCell[],
  returned: readonly HistoryCell[],
): HistoryOutcome['days'] => {
  const totalOf = new Map(totals.map(({ name, value }) => [name, value]));
  const returnedOf = new Map(returned.map(({ name, value }) => [name, value]));
  return sales.toReversed().map(({ name, value }) => {
    const { day, currency } = splitDay(name);
    return {
      day,
      sales: value,
      total: moneyView(totalOf.get(name) ?? 0, currency),
      returned: moneyView(returnedOf.get(name) ?? 0, currency),
    };
  });
};

const totalsOf = (totals: readonly HistoryCell[]): HistoryOutcome['totals'] => {
  const sums = new Map<string, number>();
  for (const { name, value } of totals) {
    const { currency } = splitDay(name);
    sums.set(currency, (sums.get(currency) ?? 0) + value);
  }
  return [...sums].map(([currency, sum]) => moneyView(sum, currency));
};

const stockView = (
  { label, change, productId, onHand, knownSince }: StockOfCell,
  { state }: HistoryBatch,
): HistoryOutcome['stock'][number] => {
  // Once it is confirmed, what was imported is part of what is on hand.
  const after = state === 'rehearsed' ? onHand + change : onHand;
  const { sku, name }: { sku: string; name: string } = JSON.parse(label);
  return { productId, sku, name, change, onHand, after, isNegative: after < 0, isKnown: knownSince !== null };
};
