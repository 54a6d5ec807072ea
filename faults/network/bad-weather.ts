import { type PracticeStore, startPracticeStore } from '../../src/practice-store/practice-store.ts';
import { type DirectTill, openDirectTill, productHere } from '../../test/stock-push/direct-till.ts';
import { checkWhenCalm } from '../kills/check-calm.ts';
import type { Complaints } from '../kills/check-folder.ts';
import { type Chance, chanceFrom } from '../random.ts';
import { someFault } from './faults.ts';
import { workOnSomething } from './staff.ts';

export interface Weather {
  readonly rounds: number;
  readonly seed: number;
  /** An empty folder. */
  readonly folder: string;
}

export interface Weathered {
  readonly complaints: Complaints;
  readonly orders: number;
  readonly shipments: number;
  /** Exchanges that failed on something. */
  readonly failed: number;
  readonly faults: number;
}

const SKUS = Array.from({ length: 8 }, (_, index) => `GOOD-${index}`);

/**
 * A till and a store in bad weather: orders come and change, staff work, the clock jumps, and what can go wrong between the
 * two goes wrong, mixed at random (measures.md F2). Then calm returns for as long as everything needs to be tried again.
 */
export const weatherFaults = async ({ rounds, seed, folder }: Weather): Promise<Weathered> => {
  const chance = chanceFrom(seed);
  const opened = Date.now();
  let passed = Date.parse('2026-03-02T09:00:00Z') - opened;
  // It goes on by itself as well: a wait that BigCommerce asks for has to end.
  const theirClock = () => Date.now() + passed;
  let wrongBy = 0;
  const clock = () => theirClock() + wrongBy;
  const store = await startPracticeStore({
    seed,
    clock: theirClock,
    inventoryDelayMs: 800,
    quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 },
  });
  for (const sku of SKUS) store.addProduct({ name: sku, sku, price: '10.00', tracking: 'variant' }, 500);
  const till = openDirectTill(folder, store, clock);
  const goods = SKUS.map((sku) => ({ sku, productKey: productHere(till.db(), sku) }));
  const placed: number[] = [];
  let failed = 0;
  let faults = 0;
  try {
    for (const { productKey } of goods) till.move('bound', productKey, 500, 'receive');
    await till.exchange();
    for (let round = 0; round < rounds; round++) {
      passed += chance.happens(0.9) ? 1_000 + chance.below(20_000) : chance.below(600_000);
      // Only the till's clock jumps, to and fro.
      if (chance.happens(0.05)) wrongBy = chance.below(240_000) - 120_000;
      happenThere(store, chance, placed);
      workHere(till, chance, { goods, now: clock() });
      faults += goWrong(store, chance);
      if (!(await exchangeOrCrash(till, chance))) failed += 1;
    }
    store.clearScript();
    const problem = await calmDown(till, (ms) => {
      passed += ms;
    });
    const complaints = [
      ...(problem === null ? [] : [`the exchange still fails: ${String(problem)}`]),
      ...checkWhenCalm(folder, store, placed),
      ...onceShipped(store),
      ...figuresAgree(till, store, goods),
    ];
    const shipments = store.applied.filter(({ kind }) => kind === 'shipment_created').length;
    return { complaints, orders: placed.length, shipments, failed, faults };
  } finally {
    till.close();
    await store.stop();
  }
};

interface Good {
  readonly sku: string;
  readonly productKey: number;
}

const workHere = (till: DirectTill, chance: Chance, { goods, now }: { goods: readonly Good[]; now: number }): void => {
  for (let steps = chance.below(4); steps > 0; steps--) workOnSomething(till.db(), chance, now);
  if (chance.happens(0.2)) till.move('bound', chance.of(goods)?.productKey ?? 0, chance.below(5) - 2);
};

/** Lets some of the next requests fail. Answers how many. */
const goWrong = (store: PracticeStore, chance: Chance): number => {
  const faults = Array.from({ length: chance.below(4) }, () => someFault(chance));
  for (const fault of faults) store.script(fault);
  return faults.length;
};

/** Whether all of it went well. */
const exchangeOrCrash = async (till: DirectTill, chance: Chance): Promise<boolean> => {
  if (!chance.happens(0.05)) return (await till.exchange()).problem === null;
  till.crash();
  return false;
};

const happenThere = (store: PracticeStore, chance: Chance, placed: number[]): void => {
  for (let count = chance.below(3); count > 0; count--) {
    const lines = [{ sku: chance.of(SKUS) ?? '', quantity: 1 + chance.below(3) }, { sku: chance.of(SKUS) ?? '' }];
    const statusId = chance.of([11, 11, 11, 11, 7, 1] as const) ?? 11;
    placed.push(store.placeOrder({ lines, statusId, pickup: chance.happens(0.3) }));
  }
  const orderId = chance.of(placed);
  if (orderId !== undefined && chance.happens(0.4)) chance.of(changes)?.(store, orderId);
};

const isOpen = (store: PracticeStore, orderId: number): boolean => [8, 9, 11].includes(store.order(orderId).status_id);

type Change = (store: PracticeStore, orderId: number) => unknown;

/** A change for orders in some statuses; the others stay as they are. */
const where =
  (fits: (store: PracticeStore, orderId: number) => boolean, change: Change): Change =>
  (store, orderId) =>
    fits(store, orderId) && change(store, orderId);

const inStatus = (statusId: number) => (store: PracticeStore, orderId: number) =>
  store.order(orderId).status_id === statusId;

/** What the merchant and the shoppers do with an order. */
const changes: readonly Change[] = [
  (store, orderId) => store.pay(orderId),
  (store, orderId) => store.touch(orderId),
  (store, orderId) => store.cancel(orderId),
  where(inStatus(5), (store, orderId) => store.setStatus(orderId, 11)),
  where(inStatus(12), (store, orderId) => store.setStatus(orderId, 11)),
  where(isOpen, (store, orderId) => store.setStatus(orderId, 12)),
  where(isOpen, (store, orderId) => refundOne(store, orderId)),
];

const refundOne = (store: PracticeStore, orderId: number): void => {
  const [line] = store.order(orderId).products;
  if (!line || line.quantity - line.quantity_refunded < 1) return;
  store.refund(orderId, { items: [{ lineId: line.id, quantity: 1 }] });
};

/** Long enough for the longest wait, for a check-up, and for what is then found. Answers what the last exchange failed on. */
const calmDown = async (till: DirectTill, wait: (ms: number) => void): Promise<unknown> => {
  let problem: unknown = null;
  for (let hour = 0; hour < 12; hour++) {
    wait(hour % 4 === 0 ? 4 * 3_600_000 + 1_000 : 15 * 60_000);
    for (let exchanges = 0; exchanges < 4; exchanges++) {
      wait(61_000);
      ({ problem } = await till.exchange());
    }
  }
  return problem;
};

const onceShipped = (store: PracticeStore): Complaints => {
  const seen = new Set<string>();
  return store.applied.flatMap((effect) => {
    if (effect.kind !== 'shipment_created' || effect.comments === '') return [];
    const twice = seen.has(effect.comments);
    seen.add(effect.comments);
    return twice ? [`order ${effect.orderId} was shipped twice as ${effect.comments}`] : [];
  });
};

/** BigCommerce's stock is ours; it knows nothing below 0 (R30). */
const figuresAgree = (till: DirectTill, store: PracticeStore, goods: readonly Good[]): Complaints => {
  const parked = new Set(
    till
      .db()
      .all<{ productKey: number }>(
        `SELECT l.product_key AS productKey FROM product_links l JOIN inventory_items i ON i.item_key = l.item_key
          WHERE i.problem IS NOT NULL`,
      )
      .map(({ productKey }) => productKey),
  );
  return goods.flatMap(({ sku, productKey }) => {
    const ours = Math.max(0, till.onHand(productKey));
    const theirs = store.stockOf(sku);
    return ours === theirs || parked.has(productKey) ? [] : [`${sku}: ${ours} here, ${theirs} at BigCommerce`];
  });
};
