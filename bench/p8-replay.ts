import { join } from 'node:path';
import { createClient } from '../src/main/bigcommerce/client.ts';
import { ship } from '../src/main/commands/hand-goods-over.ts';
import { pack, pick } from '../src/main/commands/pick-and-pack.ts';
import { systemIdentity } from '../src/main/identity.ts';
import { type Replayed, replay } from '../src/main/outbox/replay.ts';
import { storeLookGapMs } from '../src/main/outbox/settling.ts';
import { createImportMemory } from '../src/main/pull/import-memory.ts';
import { rereadAndRecord } from '../src/main/pull/reread-order.ts';
import { importContext } from '../src/main/pull/store-access.ts';
import { Tally } from '../src/main/pull/tally.ts';
import { type Connection, openConnection } from '../src/main/store/connection.ts';
import { linesOfFulfillment, type StoredFulfillment } from '../src/main/store/fulfillments.ts';
import { type PracticeStore, startPracticeStore } from '../src/practice-store/practice-store.ts';
import { openLinkedTill } from './linked-till.ts';
import { decimals, type Report, seconds, thousands } from './report.ts';
import type { Workshop } from './workshop.ts';

const ORDERS = 1_000;
const LATENCY_MS = 100;
/** The plan Pro's (bigcommerce.md §2). A quick run has the same pace in shorter windows. */
const QUOTA = { requests: 450, windowMs: 30_000 };
const QUICK = { orders: 120, quota: { requests: 75, windowMs: 5_000 } };
const LEAST = 0.9;

/** P8: two entries each of many orders (packed, and a parcel), told over a slow line as fast as the quota allows. */
export const replaySpeed = async ({ folder, quick, say }: Workshop): Promise<Report> => {
  const { orders, quota } = quick ? QUICK : { orders: ORDERS, quota: QUOTA };
  const store = await startPracticeStore({ quota });
  try {
    const path = folder('till');
    const till = await openLinkedTill(path, store);
    const orderIds = store.placeOrders(orders, { kind: 'plain', statusId: 11, spreadOverDays: 1 });
    await till.call('sync.now', {}).finally(till.stop);
    const db = openConnection(join(path, 'tillbridge.db'));
    try {
      say(`packing and shipping ${orders} orders without a network`);
      workOffline(db);
      say('replaying');
      store.script({ kind: 'delay', delayMs: LATENCY_MS, times: Number.POSITIVE_INFINITY });
      const from = store.received.length;
      const replayed = await replayAll(db, store);
      return report({ store, from, orderIds, quota, replayed });
    } finally {
      db.close();
    }
  } finally {
    await store.stop();
  }
};

const workOffline = (db: Connection): void => {
  const desk = { db, identity: systemIdentity, now: Date.now(), by: 'Ada', isManager: false };
  const fulfillments = db.all<StoredFulfillment>(
    "SELECT fulfillment_key AS fulfillmentKey, fulfillment_id AS fulfillmentId, version FROM fulfillments WHERE type = 'delivery'",
  );
  for (const { fulfillmentKey, fulfillmentId, version } of fulfillments) {
    const lines = linesOfFulfillment(db, fulfillmentKey).map(({ lineId, ordered }) => ({ lineId, quantity: ordered }));
    pick(desk, { fulfillmentId, version, lines });
    pack(desk, { fulfillmentId, version: version + 1, lines });
    ship(desk, { fulfillmentId, version: version + 2, trackingNumber: 'T-1', carrier: 'ups' });
  }
};

const replayAll = async (db: Connection, store: PracticeStore): Promise<Replayed> => {
  const clock = Date.now;
  const ending = new AbortController();
  const client = createClient({ apiBase: store.baseUrl, token: store.token, clock, signal: ending.signal });
  const memory = createImportMemory(db);
  const context = () => importContext(db, { identity: systemIdentity, memory, now: clock() });
  const page = { db, client, context, onStored: () => undefined };
  try {
    return await replay(
      {
        db,
        client,
        linkKey: context().link.linkKey,
        identity: systemIdentity,
        clock,
        random: Math.random,
        reread: (orderId) => rereadAndRecord(page, orderId, new Tally()),
        lookGapMs: storeLookGapMs,
        onChanged: () => undefined,
      },
      { until: Number.POSITIVE_INFINITY },
    );
  } finally {
    await client.close();
  }
};

interface Measured {
  readonly store: PracticeStore;
  /** The first request of the replay. */
  readonly from: number;
  readonly orderIds: readonly number[];
  readonly quota: { readonly requests: number; readonly windowMs: number };
  readonly replayed: Replayed;
}

const report = ({ store, from, orderIds, quota, replayed }: Measured): Report => {
  if (replayed.problem !== null) throw replayed.problem;
  const received = store.received.slice(from);
  const over = received.filter(({ status }) => status === 429).length;
  const { windows, lastedMs } = windowsOf(
    received.map(({ at }) => at),
    quota.windowMs,
  );
  const asked = windows.reduce((sum, requests) => sum + requests, 0);
  const allowed = (quota.requests * lastedMs) / quota.windowMs;
  const ratio = asked / allowed;
  const writes = Map.groupBy(
    received.filter(({ method }) => method !== 'GET'),
    ({ path }) => path.split('/')[3],
  );
  const inOrder = orderIds.filter((orderId) => {
    const methods = writes.get(String(orderId))?.map(({ method }) => method);
    return methods?.join() === 'PUT,POST';
  }).length;
  const worked = writes.size;
  return {
    id: 'P8',
    title: `Replay of ${thousands(worked)} orders`,
    findings: [
      {
        what: `requests a second, at ${LATENCY_MS} ms latency`,
        ours: decimals((asked / lastedMs) * 1000),
        against: `${decimals((quota.requests / quota.windowMs) * 1000)} allowed`,
        ratio,
        goal: `≥ ${decimals(LEAST)}`,
        reached: ratio >= LEAST,
      },
      {
        what: 'requests over the quota',
        ours: String(over),
        against: '',
        ratio: null,
        goal: '0',
        reached: over === 0,
      },
      {
        what: 'orders told in the order of their steps, each step once',
        ours: thousands(inOrder),
        against: thousands(worked),
        ratio: inOrder / worked,
        goal: '1.00',
        reached: inOrder === worked,
      },
    ],
    notes: [
      `Quota: ${quota.requests} requests in ${quota.windowMs / 1000} s. Two entries an order: packed (order read, status written) and a parcel (order read, shipment made, order read again). ${thousands(received.length)} requests in ${seconds((received.at(-1)?.at ?? 0) - (received[0]?.at ?? 0))}; ${thousands(replayed.sent)} entries told.`,
      'Rate: requests in the windows that had ended, by what the quota allows in the time from the first to the last of their starts, which counts the time in between as well. Each reading is recorded as an import.',
    ],
  };
};

/** Requests in each window of the store's that had ended, and how long these took; a window begins with its first request. */
const windowsOf = (instants: readonly number[], windowMs: number): { windows: number[]; lastedMs: number } => {
  const [first = 0] = instants;
  const windows: number[] = [];
  let started = first;
  let requests = 0;
  for (const at of instants) {
    if (at - started >= windowMs) {
      windows.push(requests);
      started = at;
      requests = 0;
    }
    requests += 1;
  }
  return { windows, lastedMs: started - first };
};
