import { onTestFinished } from 'vitest';
import { handOver, ship } from '../../src/main/commands/hand-goods-over.ts';
import { makeReady } from '../../src/main/commands/hold-shelf.ts';
import { pack, pick, startFulfillment } from '../../src/main/commands/pick-and-pack.ts';
import type { FulfilmentDesk, StepOn } from '../../src/main/commands/take-step.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { fulfillmentsOfSale, linesOfFulfillment, type StoredFulfillment } from '../../src/main/store/fulfillments.ts';
import { currentLink } from '../../src/main/store/links.ts';
import type { EntryState } from '../../src/main/store/outbox.ts';
import { type StoredSale, saleOfOrder } from '../../src/main/store/sales.ts';
import type { OrderDraft, PracticeStore, PracticeStoreOptions } from '../../src/practice-store/practice-store.ts';
import { type DirectTill, openDirectTill } from '../stock-push/direct-till.ts';
import { openStore } from '../support/linked-till.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export interface Entry {
  readonly what: 'status' | 'shipment';
  readonly state: EntryState;
  readonly waitsFor: string | null;
  readonly attempts: number;
  readonly lastAnswer: string;
  readonly entryId: string;
}

/** What staff do with an order's first fulfillment, each step recorded here at once, with or without a network. */
export interface Staff {
  readonly start: () => void;
  /** By default all that is left to pick. */
  readonly pick: (pieces?: Readonly<Record<string, number>>) => void;
  readonly pack: (pieces?: Readonly<Record<string, number>>) => void;
  readonly packAll: () => void;
  readonly ready: () => void;
  readonly ship: (parcel?: ShippedParcel) => void;
  readonly handOver: (override?: string) => void;
}

interface ShippedParcel {
  readonly pieces?: Readonly<Record<string, number>>;
  readonly trackingNumber?: string;
  readonly override?: string;
}

export interface OutboxShop {
  readonly store: PracticeStore;
  readonly till: DirectTill;
  readonly wait: (ms: number) => void;
  readonly now: () => number;
  /** Places an order, which arrives here. Gives its number. */
  readonly order: (draft?: OrderDraft) => Promise<number>;
  readonly staff: (orderId: number) => Staff;
  readonly sale: (orderId: number) => StoredSale;
  readonly fulfillment: (orderId: number) => StoredFulfillment;
  /** Of an order, oldest first. */
  readonly entries: (orderId: number) => Entry[];
  /** Kinds that nobody has seen yet, in the order of their names. */
  readonly conflicts: (orderId: number) => string[];
  readonly timeline: (orderId: number) => string[];
  /** BigCommerce's number of the order's line of a SKU. */
  readonly lineId: (orderId: number, sku: string) => number;
  /** Exchanges, a minute apart. */
  readonly settle: (rounds?: number) => Promise<void>;
}

export const MUG = 'MUG';
export const JUG = 'JUG';

/** Two mugs and a jug, to be delivered, paid. */
const usualLines = [
  { sku: MUG, quantity: 2 },
  { sku: JUG, quantity: 1 },
];

/** A practice store and a till on a clock that the test moves; with `runs` it goes on by itself as well. */
export const openOutboxShop = async (
  options: PracticeStoreOptions = {},
  { runs = false }: { readonly runs?: boolean } = {},
): Promise<OutboxShop> => {
  let now = Date.parse('2026-03-02T09:00:00Z');
  const opened = Date.now();
  const clock = () => (runs ? now + Date.now() - opened : now);
  const store = await openStore({
    clock,
    quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 },
    ...options,
  });
  for (const sku of [MUG, JUG]) store.addProduct({ name: sku, sku, price: '10.00', tracking: 'variant' }, 50);
  const till = openDirectTill(temporaryFolder(), store, clock);
  onTestFinished(till.close);
  const sale = (orderId: number): StoredSale => {
    const found = saleOfOrder(till.db(), currentLink(till.db())?.linkKey ?? 0, orderId);
    if (!found) throw new Error(`Order ${orderId} is not here.`);
    return found;
  };
  const fulfillment = (orderId: number): StoredFulfillment => {
    const [first] = fulfillmentsOfSale(till.db(), sale(orderId).saleKey);
    if (!first) throw new Error(`Order ${orderId} has no fulfillment.`);
    return first;
  };
  const entries = (orderId: number) =>
    till.db().all<Entry>(
      `SELECT kind AS what, state, waits_for AS waitsFor, attempts, last_answer AS lastAnswer, entry_id AS entryId
         FROM outbox_entries WHERE order_id = :orderId ORDER BY entry_key`,
      { orderId },
    );
  const order: OutboxShop['order'] = async (draft = {}) => {
    const orderId = store.placeOrder({ lines: usualLines, ...draft });
    now += 1_000;
    const { problem } = await till.exchange();
    if (problem !== null) throw problem;
    return orderId;
  };
  return {
    store,
    till,
    order,
    sale,
    fulfillment,
    entries,
    now: clock,
    wait: (ms) => {
      now += ms;
    },
    staff: (orderId) => staffOn(till, clock, () => fulfillment(orderId)),
    conflicts: (orderId) =>
      till
        .db()
        .all<{ kind: string }>(
          'SELECT kind FROM conflicts WHERE sale_key = :saleKey AND settled_at IS NULL ORDER BY kind',
          { saleKey: sale(orderId).saleKey },
        )
        .map(({ kind }) => kind),
    timeline: (orderId) =>
      till
        .db()
        .all<{ detail: string }>('SELECT detail FROM sale_events WHERE sale_key = :saleKey ORDER BY event_key', {
          saleKey: sale(orderId).saleKey,
        })
        .map(({ detail }) => detail),
    lineId: (orderId, sku) => lineOf(till, sale(orderId).saleKey, sku),
    settle: async (rounds = 8) => {
      for (let round = 0; round < rounds; round++) {
        const { problem } = await till.exchange();
        if (problem !== null) throw problem;
        now += 61_000;
      }
    },
  };
};

const lineOf = (till: DirectTill, saleKey: number, sku: string): number =>
  Number(
    till
      .db()
      .get<{ lineId: string }>('SELECT line_id AS lineId FROM sale_lines WHERE sale_key = :saleKey AND sku = :sku', {
        saleKey,
        sku,
      })?.lineId,
  );

const staffOn = (till: DirectTill, clock: () => number, fulfillment: () => StoredFulfillment): Staff => {
  const desk = (): FulfilmentDesk => ({
    db: till.db(),
    identity: systemIdentity,
    now: clock(),
    by: 'Ada',
    isManager: true,
  });
  const on = (): StepOn => fulfillment();
  const lines = () => linesOfFulfillment(till.db(), fulfillment().fulfillmentKey);
  type Line = ReturnType<typeof lines>[number];
  const left = (of: (line: Line) => number) =>
    lines().flatMap((line) => (of(line) > 0 ? [{ lineId: line.lineId, quantity: of(line) }] : []));
  const named = (pieces: Readonly<Record<string, number>>) =>
    Object.entries(pieces).map(([sku, quantity]) => ({
      lineId: String(lineOf(till, fulfillment().saleKey, sku)),
      quantity,
    }));
  const pickSome: Staff['pick'] = (pieces) =>
    pick(desk(), { ...on(), lines: pieces ? named(pieces) : left((line) => line.ordered - line.picked) });
  const packSome: Staff['pack'] = (pieces) =>
    pack(desk(), { ...on(), lines: pieces ? named(pieces) : left((line) => line.picked - line.packed) });
  return {
    start: () => startFulfillment(desk(), on()),
    pick: pickSome,
    pack: packSome,
    packAll: () => {
      pickSome();
      packSome();
    },
    ready: () => makeReady(desk(), { ...on(), shelfCode: 'A1' }),
    ship: ({ pieces, trackingNumber = 'T-1', override } = {}) =>
      ship(desk(), {
        ...on(),
        lines: pieces && named(pieces),
        trackingNumber,
        carrier: 'ups',
        override: override === undefined ? undefined : { reason: override },
      }),
    handOver: (override) =>
      handOver(desk(), {
        ...on(),
        recipientName: 'Grace',
        override: override === undefined ? undefined : { reason: override },
      }),
  };
};

/** Shipments of an order that BigCommerce has, by their pieces. */
export const shipmentsThere = (store: PracticeStore, orderId: number) =>
  store.applied.flatMap((effect) => (effect.kind === 'shipment_created' && effect.orderId === orderId ? [effect] : []));

export const mailsTo = (store: PracticeStore, orderId: number): string[] =>
  store.mails.filter((mail) => mail.orderId === orderId).map(({ about }) => about);

export const statusThere = (store: PracticeStore, orderId: number): number => store.order(orderId).status_id;
