import { retryParked } from '../../src/main/store/products-to-push.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import type { World } from './world.ts';

/** What was refused by chance has BigCommerce's words, and goes out when it is tried again, as after a proof. */
export const compareParked = ({ till }: World): string[] => {
  const parked = till.db().all<{ problem: string }>('SELECT problem FROM inventory_items WHERE problem IS NOT NULL');
  retryParked(till.db());
  return parked.filter(({ problem }) => problem !== 'Not this one.').map(({ problem }) => `parked with: ${problem}`);
};

export const compareMarks = ({ till }: World): string[] => {
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

/** Ours, by the rules: what staff moved less what the orders take. By product. */
const expectedOnHand = ({ store, goods, byStaff }: World): ReadonlyMap<number, number> => {
  const taken = takenByOrders(store);
  const expected = new Map<number, number>();
  for (const [productKey, sold] of Map.groupBy(goods.all, (good) => good.productKey)) {
    const online = sold.reduce((sum, { sku }) => sum + (taken.get(sku) ?? 0), 0);
    expected.set(productKey, (byStaff.get(productKey) ?? 0) - online);
  }
  return expected;
};

/** Theirs against ours, for all that is known here. */
export const compareFigures = (world: World): string[] => {
  const expected = expectedOnHand(world);
  return world.goods.known.flatMap(({ sku, productKeys }) => {
    const ours = productKeys.reduce((sum, productKey) => sum + (expected.get(productKey) ?? 0), 0);
    const theirs = figureOf(world.store, sku);
    return theirs === Math.max(0, ours) ? [] : [`${sku}: BigCommerce has ${theirs}, by the rules ${Math.max(0, ours)}`];
  });
};

export const compareOnHand = (world: World): string[] =>
  [...expectedOnHand(world)].flatMap(([productKey, onHand]) => {
    const shown = world.till.onHand(productKey);
    return shown === onHand ? [] : [`product ${productKey}: on hand is ${shown}, by the rules ${onHand}`];
  });

/** Nothing was told of what nobody has counted, here or there. */
export const compareSilence = ({ store, goods }: World): string[] =>
  store.applied
    .filter((effect) => effect.kind === 'stock_set' && goods.silent.includes(effect.sku))
    .map((effect) => `${JSON.stringify(effect)}: nobody knew that figure`);
