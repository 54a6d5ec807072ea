import type { PracticeStore } from '../src/practice-store/practice-store.ts';
import { startPracticeStore } from '../src/practice-store/practice-store.ts';
import { type LinkedTill, openLinkedTill } from './linked-till.ts';
import { type Finding, type Report, thousands } from './report.ts';
import type { Workshop } from './workshop.ts';

const ORDERS = 1000;
const MOST_REQUESTS = 12;
const MOST_WHEN_IDLE = 2;
/** Between two changes of a shop that is open. */
const BETWEEN_CHANGES_MS = 30_000;
const AWAITING_FULFILLMENT = 11;
const LONG_AFTER_MS = 3_600_000;

/** P1: requests that the whole app sends, as the store counts them. */
export const apiCost = async ({ folder, say }: Workshop): Promise<Report> => {
  const clock = { now: Date.now() };
  const store = await startPracticeStore({
    clock: () => clock.now,
    quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 },
  });
  try {
    const till = await openLinkedTill(folder('till'), store);
    try {
      return report(await countRequests({ store, till, clock, say }));
    } finally {
      await till.stop();
    }
  } finally {
    await store.stop();
  }
};

interface Counts {
  readonly cold: number;
  readonly idle: number;
  readonly steady: number;
  readonly burst: number;
  readonly idleAfterBurst: number;
  readonly oneByOne: number;
}

interface Scene {
  readonly store: PracticeStore;
  readonly till: LinkedTill;
  readonly clock: { now: number };
  readonly say: (text: string) => void;
}

const countRequests = async ({ store, till, clock, say }: Scene): Promise<Counts> => {
  const requestsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = store.received.length;
    await work();
    return store.received.length - before;
  };
  const pulled = (atLeast: number) =>
    requestsOf(async () => {
      const { orders } = await till.call('sync.now', {});
      if (orders.seen < atLeast) throw new Error(`The pull saw ${orders.seen} of ${atLeast} changed orders.`);
    });
  const changeAll = (apartMs: number) => {
    for (const orderId of orderIds) {
      clock.now += apartMs;
      store.setStaffNotes(orderId, `Changed at ${clock.now}.`);
    }
  };

  say(`pulling ${ORDERS} orders in each of its ways`);
  const orderIds = store.placeOrders(ORDERS, {
    kind: 'plain',
    linesPerOrder: 3,
    statusId: AWAITING_FULFILLMENT,
    spreadOverDays: 1,
  });
  const cold = await pulled(ORDERS);
  clock.now += LONG_AFTER_MS;
  const idle = await pulled(0);
  changeAll(BETWEEN_CHANGES_MS);
  const steady = await pulled(ORDERS);
  clock.now += LONG_AFTER_MS;
  changeAll(0);
  const burst = await pulled(ORDERS);
  clock.now += LONG_AFTER_MS;
  const idleAfterBurst = await pulled(0);
  const oneByOne = await requestsOf(() => readOneByOne(store, orderIds));
  return { cold, idle, steady, burst, idleAfterBurst, oneByOne };
};

/** What a client asks that follows the links of each order (bigcommerce.md §3.6). */
const readOneByOne = async (store: PracticeStore, orderIds: readonly number[]): Promise<void> => {
  const get = async (path: string) => {
    const answer = await fetch(store.baseUrl + path, { headers: { 'x-auth-token': store.token } });
    if (!answer.ok) throw new Error(`The practice store answered ${answer.status} to ${path}.`);
    await answer.arrayBuffer();
  };
  for (const id of orderIds) {
    await get(`/v2/orders/${id}`);
    await get(`/v2/orders/${id}/products`);
    await get(`/v2/orders/${id}/shipping_addresses`);
    await get(`/v3/orders/${id}/transactions`);
  }
};

const report = (counts: Counts): Report => {
  const { cold, steady, burst, idle, idleAfterBurst, oneByOne } = counts;
  const changed = (what: string, requests: number): Finding => ({
    what: `${thousands(ORDERS)} orders ${what}`,
    ours: `${requests} requests`,
    against: `${thousands(oneByOne)} one order at a time`,
    ratio: requests / oneByOne,
    goal: `≤ ${MOST_REQUESTS} requests`,
    reached: requests <= MOST_REQUESTS,
  });
  const nothing = (what: string, requests: number): Finding => ({
    what: `nothing changed ${what}`,
    ours: `${requests} requests`,
    against: '',
    ratio: null,
    goal: `≤ ${MOST_WHEN_IDLE} requests`,
    reached: requests <= MOST_WHEN_IDLE,
  });
  return {
    id: 'P1',
    title: 'API cost',
    findings: [
      changed('new', cold),
      changed('known, changed 30 s apart', steady),
      changed('known, changed within one second', burst),
      nothing('since orders came one by one', idle),
      nothing('since all orders changed at once', idleAfterBurst),
    ],
    notes: [
      'Counted: every request that arrives at a practice store over HTTP while the whole app, sync thread included, does one `sync.now`. Linking is not counted.',
      'Orders have 3 lines each. One order at a time: the order, its products, its shipping addresses, its transactions; really sent and counted in the same way.',
      "The store's clock is moved by hand; an idle pull comes an hour after the last change.",
    ],
  };
};
