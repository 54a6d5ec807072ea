import { type Fault, type PracticeStore, startPracticeStore } from '../../src/practice-store/practice-store.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { type Around, type DirectTill, openDirectTill } from './direct-till.ts';
import { type Good, type Goods, stockUp } from './goods.ts';
import type { Deed, Meanwhile, Step, Story, Trouble } from './story.ts';

/** The world of one story: a store, a till, two clocks, and what a model that shares no code with the till expects. */
export interface World {
  readonly store: PracticeStore;
  readonly till: DirectTill;
  readonly goods: Goods;
  readonly wait: (seconds: number) => void;
  /** What staff moved, by product. */
  readonly byStaff: ReadonlyMap<number, number>;
  readonly perform: (deed: Deed) => void;
  readonly close: () => Promise<void>;
}

export const openWorld = async ({ behavior, delayMs }: Story): Promise<World> => {
  let now = Date.parse('2026-03-02T09:00:00Z');
  let behind = 0;
  const store = await startPracticeStore({
    clock: () => now,
    quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 },
    updateStockBehavior: behavior,
    inventoryDelayMs: delayMs,
  });
  const folder = makeFolder();
  const till = openDirectTill(folder.path, store, () => now - behind);
  const goods = stockUp(store, till);
  const byStaff = new Map<number, number>();
  for (const { productKey, counted } of goods.all) if (counted !== null) byStaff.set(productKey, counted);
  const staffMove = ({ productKey }: Good, quantity: number, kind: 'in_store_sale' | 'receive' | 'count') => {
    if (quantity === 0) return;
    till.move('bound', productKey, quantity, kind);
    byStaff.set(productKey, (byStaff.get(productKey) ?? 0) + quantity);
  };
  const orderIds: number[] = [];

  const perform = (deed: Deed): void => {
    switch (deed.do) {
      case 'wait':
        now += deed.seconds * 1_000;
        return;
      case 'clock back':
        behind += deed.seconds * 1_000;
        return;
      case 'restart':
        till.crash();
        return;
      case 'place':
        orderIds.push(store.placeOrder(draftOf(deed, goods)));
        return;
      case 'sell':
      case 'receive':
      case 'count': {
        const good = pick(goods.all, deed.item);
        // LAMP is never counted, by anybody.
        if (good.counted === null) return;
        if (deed.do === 'sell') staffMove(good, -deed.pieces, 'in_store_sale');
        else if (deed.do === 'receive') staffMove(good, deed.pieces, 'receive');
        else staffMove(good, deed.pieces - till.onHand(good.productKey), 'count');
        return;
      }
      default: {
        const orderId = orderIds[deed.order % Math.max(1, orderIds.length)];
        if (orderId !== undefined) changeOrder(store, orderId, deed);
      }
    }
  };

  return {
    store,
    till,
    goods,
    byStaff,
    perform,
    wait: (seconds) => {
      now += seconds * 1_000;
    },
    close: async () => {
      till.close();
      await store.stop();
      folder.remove();
    },
  };
};

const pick = <T>(all: readonly T[], place: number): T => {
  const found = all[place % all.length];
  if (found === undefined) throw new RangeError('There is nothing to pick from.');
  return found;
};

const draftOf = ({ goods: wanted, statusId }: Extract<Deed, { do: 'place' }>, goods: Goods) => ({
  statusId,
  lines: wanted.map(({ item, pieces }) => {
    const { sku, productId } = pick(goods.all, item);
    return { sku, productId, quantity: pieces };
  }),
});

type OrderDeed = Extract<Deed, { order: number }>;

/** Does to an order what BigCommerce lets happen to it. */
const changeOrder = (store: PracticeStore, orderId: number, deed: OrderDeed): void => {
  const order = store.order(orderId);
  const unfinished = [0, 1].includes(order.status_id);
  const voided = [5, 6].includes(order.status_id);
  if (deed.do === 'status') {
    store.setStatus(orderId, deed.to);
    return;
  }
  if (deed.do === 'ship') {
    const items = order.products
      .map(({ id, quantity, quantity_shipped, quantity_refunded }) => ({
        lineId: id,
        quantity: Math.min(deed.all ? quantity : 1, quantity - quantity_shipped - quantity_refunded),
      }))
      .filter(({ quantity }) => quantity > 0);
    if (items.length > 0 && !unfinished && !voided)
      store.ship(orderId, { items: deed.all ? items : items.slice(0, 1) });
    return;
  }
  const line = pick(order.products, deed.line);
  const left = line.quantity - line.quantity_refunded;
  if (deed.do === 'refund') {
    const isPaid = !unfinished && order.status_id !== 7 && order.status_id !== 12;
    if (!isPaid || left < 1) return;
    // A refund that revives a cancelled order and tells no list waits for the check-up (docs/decisions/0013).
    const silent = deed.silent && !voided;
    store.refund(orderId, { items: [{ lineId: line.id, quantity: Math.min(left, deed.pieces) }], silent });
    return;
  }
  const pieces = Math.max(line.quantity_shipped + line.quantity_refunded, deed.pieces);
  if (line.quantity_refunded === 0) store.editLines(orderId, { quantities: [{ lineId: line.id, quantity: pieces }] });
};

const paths: Readonly<Record<Trouble['at'], NonNullable<Fault['match']>>> = {
  'a level is set': { method: 'PUT', path: /^\/v3\/inventory\// },
  'levels are read': { method: 'GET', path: /^\/v3\/inventory\// },
  'orders are read': { method: 'GET', path: /^\/v2\/orders/ },
};

const faults: Readonly<Record<Trouble['kind'], Fault>> = {
  'answer lost': { kind: 'lost_answer' },
  'reset before': { kind: 'reset', when: 'before' },
  'reset after': { kind: 'reset', when: 'after-effect' },
  'body breaks off': { kind: 'truncated' },
  'web page': { kind: 'html' },
  throttled: { kind: 'throttled', headers: true, resetMs: 1 },
  overloaded: { kind: 'throttled', headers: false },
  '503': { kind: 'answer', status: 503 },
  '422': { kind: 'answer', status: 422, body: { status: 422, title: 'Not this one.', type: '', errors: {} } },
  '403': { kind: 'answer', status: 403 },
  '401': { kind: 'answer', status: 401 },
};

/** An exchange, with what goes wrong in it and what happens meanwhile. */
const exchangeAmid = async (
  world: World,
  trouble: readonly Trouble[],
  meanwhile: readonly Meanwhile[],
): Promise<void> => {
  const { store, till, perform } = world;
  store.script(trouble.map(({ at, kind }): Fault => ({ ...faults[kind], match: paths[at] })));
  let crash: () => void = () => undefined;
  const crashed = new Promise<'crashed'>((resolve) => {
    crash = () => resolve('crashed');
  });
  let requests = 0;
  const happen = (when: Meanwhile['when']) => async (): Promise<void> => {
    if (when === 'before') requests += 1;
    for (const { request, when: then, deed } of meanwhile) {
      if (request !== requests - 1 || then !== when || deed.do === 'restart') continue;
      if (deed.do !== 'crash') {
        perform(deed);
        continue;
      }
      crash();
      // Nothing of the dead till ever goes on.
      await new Promise(() => undefined);
    }
  };
  const around: Around = { before: happen('before'), after: happen('after') };
  if ((await Promise.race([till.exchange(around), crashed])) === 'crashed') till.crash();
  store.clearScript();
};

/** Tells a story to its end, lets it calm down, and answers what differs, a sentence each. */
export const tellStory = async (story: Story): Promise<string[]> => {
  const world = await openWorld(story);
  try {
    for (const step of story.steps) await live(world, step);
    return await calmDown(world);
  } finally {
    await world.close();
  }
};

const live = async (world: World, step: Step): Promise<void> => {
  if (step.do === 'exchange') await exchangeAmid(world, step.trouble, step.meanwhile);
  else world.perform(step);
};

/** As many exchanges as it may take until everything is settled, each a little more than the settling time apart. */
const CALM_EXCHANGES = 5;

const calmDown = async (world: World): Promise<string[]> => {
  const { till, wait } = world;
  const problems: string[] = [];
  const exchanges = async () => {
    for (let round = 0; round < CALM_EXCHANGES; round++) {
      wait(31);
      const { problem } = await till.exchange();
      if (problem !== null) problems.push(`an exchange in calm weather failed: ${String(problem)}`);
    }
  };
  await exchanges();
  problems.push(...compareParked(world));
  await exchanges();
  return [...problems, ...compareStock(world), ...compareMarks(world)];
};

/** What was refused by chance has BigCommerce's words, and goes out when it is tried again. */
const compareParked = ({ till }: World): string[] => {
  const parked = till
    .db()
    .all<{ itemKey: number; problem: string }>(
      'SELECT item_key AS itemKey, problem FROM inventory_items WHERE problem IS NOT NULL',
    );
  for (const { itemKey } of parked) tryAgain(till, itemKey);
  return parked.filter(({ problem }) => problem !== 'Not this one.').map(({ problem }) => `parked with: ${problem}`);
};

const tryAgain = (till: DirectTill, itemKey: number): void => {
  till.db().run(
    `UPDATE products_to_push SET version = version + 1, look_at = 0
      WHERE product_key IN (SELECT product_key FROM product_links WHERE item_key = :itemKey)`,
    { itemKey },
  );
};

const compareMarks = ({ till }: World): string[] => {
  const left = till
    .db()
    .all('SELECT * FROM products_to_push JOIN product_links USING (product_key) WHERE item_key IS NOT NULL');
  const underWay = till.db().all('SELECT * FROM inventory_items WHERE sent_level IS NOT NULL OR problem IS NOT NULL');
  return [...left, ...underWay].map((row) => `not settled: ${JSON.stringify(row)}`);
};

/** What the web orders take of each SKU, by their latest state alone. */
const takenByOrders = (store: PracticeStore): ReadonlyMap<string, number> => {
  const taken = new Map<string, number>();
  for (const orderId of store.orders()) {
    const { status_id, products } = store.order(orderId);
    if ([0, 1, 5, 6].includes(status_id)) continue;
    for (const { sku, quantity, quantity_refunded } of products) {
      taken.set(sku, (taken.get(sku) ?? 0) + quantity - quantity_refunded);
    }
  }
  return taken;
};

/** What was never set has nothing for sale, which is what 0 says. */
const figureOf = (store: PracticeStore, sku: string): number => {
  try {
    return store.stockOf(sku);
  } catch (error) {
    if (error instanceof RangeError) return 0;
    throw error;
  }
};

const compareStock = ({ store, till, goods, byStaff }: World): string[] => {
  const differences: string[] = [];
  const taken = takenByOrders(store);
  const expected = new Map<number, number>();
  for (const [productKey, sold] of Map.groupBy(goods.all, (good) => good.productKey)) {
    const online = sold.reduce((sum, { sku }) => sum + (taken.get(sku) ?? 0), 0);
    expected.set(productKey, (byStaff.get(productKey) ?? 0) - online);
  }
  for (const [productKey, onHand] of expected) {
    const shown = till.onHand(productKey);
    if (shown !== onHand) differences.push(`product ${productKey}: on hand is ${shown}, by the rules ${onHand}`);
  }
  for (const { sku, productKeys } of goods.known) {
    const sum = productKeys.reduce((total, productKey) => total + (expected.get(productKey) ?? 0), 0);
    const theirs = figureOf(store, sku);
    if (theirs !== Math.max(0, sum))
      differences.push(`${sku}: BigCommerce has ${theirs}, by the rules ${Math.max(0, sum)}`);
  }
  for (const effect of store.applied) {
    const isSilent = effect.kind === 'stock_set' && goods.silent.includes(effect.sku);
    if (isSilent) differences.push(`${JSON.stringify(effect)}: nobody knew that figure`);
  }
  return differences;
};
