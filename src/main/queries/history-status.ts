import type { HistoryStatus } from '../../contract/history.ts';
import type { HistoryWork } from '../domain/history-work.ts';
import type { Reader } from '../store/connection.ts';
import { batchesOf, type HistoryBatch, openBatch, unlockedUntil } from '../store/history-batches.ts';
import { countOrdersOf } from '../store/history-orders.ts';
import { currentLink } from '../store/links.ts';
import { batchView } from './history.ts';
import { nullableInstant } from './views.ts';

/** As the page of Retail POS warns (receiving-bigcommerce-orders.txt), and what it means here (R78). */
const warning =
  'Importing all past orders can change your current inventory levels and other information, and putting that right can take time. Levels that change here are told to BigCommerce. Rehearse it first, look at what it would do, and be sure.';

export const historyStatus = (db: Reader, now: number, work: HistoryWork): HistoryStatus => {
  const link = currentLink(db);
  const open = link && openBatch(db, link.linkKey);
  const batches = link ? batchesOf(db, link.linkKey) : [];
  return {
    unlockedUntil: nullableInstant(link ? unlockedUntil(db, link.linkKey, now) : null),
    warning,
    storeName: link?.storeName ?? null,
    running: work.doing === null || !open ? null : { doing: work.doing, ...progressOf(db, open, work) },
    problem: work.problem && { message: work.problem.message, nextStep: work.problem.nextStep },
    open: open ? batchView(db, open) : null,
    batches: batches.filter(({ batchKey }) => batchKey !== open?.batchKey).map((batch) => batchView(db, batch)),
  };
};

const progressOf = (
  db: Reader,
  { batchKey, ordersRead, ordersTotal, ordersDone }: HistoryBatch,
  { doing, rehearsed }: HistoryWork,
): { readonly done: number; readonly total: number | null } => {
  if (doing === 'reading') return { done: ordersRead, total: ordersTotal };
  if (doing === 'rehearsing') return { done: rehearsed, total: ordersRead };
  if (doing === 'importing') return { done: ordersDone, total: ordersRead };
  return { done: ordersDone, total: ordersDone + countOrdersOf(db, batchKey) };
};
