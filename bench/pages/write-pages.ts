import { mkdirSync, writeFileSync } from 'node:fs';
import { type PracticeStore, startPracticeStore } from '../../src/practice-store/practice-store.ts';
import { linesFile, PAGE_SIZE, pageFile } from './page-folder.ts';
import { restamp, type Stamp } from './restamp.ts';

/** Days that the orders of one copy are spread over; copies follow each other, the last one ends now. */
const DAYS_OF_A_COPY = 365;
const DAY_MS = 86_400_000;
/** Above any id of a practice store with so few orders. */
const IDS_OF_A_COPY = 10_000_000;

export interface PagesWanted {
  /** Random orders that the practice store is asked for; a multiple of the page size. */
  readonly orders: number;
  /** How often they are written, each time as other orders. */
  readonly copies: number;
  /** Days that the orders of one copy are spread over; a year unless said otherwise. */
  readonly days?: number;
  /** Whether the shop is done with them: completed, shipped, cancelled or refunded. Else most of them wait. */
  readonly done?: boolean;
}

/**
 * Writes what a practice store answers over HTTP to a client that walks its changed orders: the real wire format, with
 * everything that a client does not need. Returns the number of pages.
 */
export const writePages = async (folder: string, wanted: PagesWanted): Promise<number> => {
  const { orders, copies, days = DAYS_OF_A_COPY, done = false } = wanted;
  mkdirSync(folder, { recursive: true });
  const store = await startPracticeStore({ quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 } });
  try {
    for (const [count, statusId] of done ? doneOrders(orders) : [[orders, undefined] as const]) {
      store.placeOrders(count, { spreadOverDays: days, statusId });
    }
    const pages = orders / PAGE_SIZE;
    for (let page = 0; page < pages; page++) {
      const list = await rowsOf(store, `/v2/orders?sort=date_modified:asc&page=${page + 1}&${withLines}`);
      const cut = await cutLines(store, list);
      for (let copy = 0; copy < copies; copy++) {
        writePage(folder, copy * pages + page, list, cut, stampOf(copy, copies));
      }
    }
    return pages * copies;
  } finally {
    await store.stop();
  }
};

/** How many orders of a shop end as what, of a thousand (bigcommerce.md §3.3). */
const endings = [
  [2, 120],
  [5, 40],
  [4, 20],
  [14, 20],
] as const;
const COMPLETED = 10;

const doneOrders = (orders: number): (readonly [count: number, statusId: number])[] => {
  const others = endings.map(([statusId, of]) => [Math.round((orders * of) / 1000), statusId] as const);
  const completed = others.reduce((left, [count]) => left - count, orders);
  return [[completed, COMPLETED], ...others];
};

const withLines = `limit=${PAGE_SIZE}&include=consignments.line_items,fees&consignment_structure=object`;

const stampOf = (copy: number, copies: number): Stamp => ({
  ids: copy * IDS_OF_A_COPY,
  ms: -(copies - 1 - copy) * (DAYS_OF_A_COPY + 1) * DAY_MS,
  customers: copy === 0 ? '' : String(copy),
});

const writePage = (
  folder: string,
  index: number,
  list: readonly unknown[],
  cut: ReadonlyMap<number, readonly unknown[]>,
  stamp: Stamp,
): void => {
  writeFileSync(pageFile(folder, index), restamp(JSON.stringify(list), stamp), { flush: true });
  for (const [orderId, lines] of cut) {
    writeFileSync(linesFile(folder, orderId + stamp.ids), restamp(JSON.stringify(lines), stamp));
  }
};

const rowsOf = async (store: PracticeStore, path: string): Promise<readonly unknown[]> => {
  const headers = { 'x-auth-token': store.token, accept: 'application/json' };
  const ask = () => fetch(store.baseUrl + path, { headers });
  // Writing a page's copies may take longer than the server keeps a connection open.
  const answer = await ask().catch(ask);
  if (answer.status === 204) return [];
  const rows: unknown = await answer.json();
  if (!answer.ok || !Array.isArray(rows)) throw new Error(`The practice store answered ${answer.status} to ${path}.`);
  return rows;
};

/** The whole lines of each order that says its own were cut off (bigcommerce.md §0.3). */
const cutLines = async (store: PracticeStore, list: readonly unknown[]): Promise<Map<number, readonly unknown[]>> => {
  const cut = new Map<number, readonly unknown[]>();
  for (const order of list) {
    const text = JSON.stringify(order);
    if (!text.includes('"__warning__"')) continue;
    const orderId = idOf(order);
    const lines = await rowsOf(store, `/v2/orders/${orderId}/products?limit=${PAGE_SIZE}`);
    if (lines.length === PAGE_SIZE) throw new Error(`Order ${orderId} has more lines than one request gives.`);
    cut.set(orderId, lines);
  }
  return cut;
};

const idOf = (order: unknown): number => {
  const id: unknown = typeof order === 'object' && order !== null ? Reflect.get(order, 'id') : undefined;
  if (typeof id !== 'number') throw new Error('The practice store gave an order without an id.');
  return id;
};
