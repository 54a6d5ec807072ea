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
  for (const { productKey } of goods) till.move('bound', productKey, 500, 'receive');
  const placed: number[] = [];
  let failed = 0;
  let faults = 0;
  const exchange = async () => {
    if ((await till.exchange()).problem !== null) failed += 1;
  };
  try {
    await exchange();
    for (let round = 0; round < rounds; round++) {
      passed += chance.happens(0.9) ? 1_000 + chance.below(20_000) : chance.below(600_000);
      // Only the till's clock jumps, to and fro.
      if (chance.happens(0.05)) wrongBy = chance.below(240_000) - 120_000;
      happenThere(store, chance, placed);
      for (let steps = chance.below(4); steps > 0; steps--) workOnSomething(till.db(), chance, clock());
      if (chance.happens(0.2)) till.move('bound', chance.of(goods)?.productKey ?? 0, chance.below(5) - 2);
      for (let more = chance.below(4); more > 0; more--) {
        store.script(someFault(chance));
        faults += 1;
      }
      if (chance.happens(0.05)) till.crash();
      else await exchange();
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

const happenThere = (store: PracticeStore, chance: Chance, placed: number[]): void => {
  for (let count = chance.below(3); count > 0; count--) {
    const lines = [{ sku: chance.of(SKUS) ?? '', quantity: 1 + chance.below(3) }, { sku: chance.of(SKUS) ?? '' }];
    const status = chance.of([11, 11, 11, 11, 7, 1] as const) ?? 11;
    placed.push(store.placeOrder({ lines, statusId: status, pickup: chance.happens(0.3) }));
  }
  const orderId = chance.of(placed);
  if (orderId === undefined || chance.happens(0.6)) return;
  const { status_id: status } = store.order(orderId);
  const open = status === 11 || status === 9 || status === 8;
  const what = chance.next();
  if (what < 0.25) store.pay(orderId);
  else if (what < 0.45) store.touch(orderId);
  else if (what < 0.6) store.cancel(orderId);
  else if (what < 0.7 && status === 5) store.setStatus(orderId, 11);
  else if (what < 0.8 && open) store.setStatus(orderId, 12);
  else if (what < 0.9 && status === 12) store.setStatus(orderId, 11);
  else if (open) ignoreNothingLeft(() => store.refund(orderId, { items: [firstOf(store, orderId)] }));
};

const firstOf = (store: PracticeStore, orderId: number) => ({
  lineId: store.order(orderId).products[0]?.id ?? 0,
  quantity: 1,
});

const ignoreNothingLeft = (act: () => unknown): void => {
  try {
    act();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
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
const figuresAgree = (
  till: DirectTill,
  store: PracticeStore,
  goods: readonly { readonly sku: string; readonly productKey: number }[],
): Complaints => {
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
