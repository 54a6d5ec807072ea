import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { openLinkedTill, openStore, type Till } from '../support/linked-till.ts';

/** A till whose staff have counted what is on the shelf, and the web shop that sells it. */
export interface CountedShop {
  readonly store: PracticeStore;
  readonly till: Till & { readonly outletId: string; readonly registerId: string };
  /** Places an order at the web shop: pieces by SKU. Answers its number. */
  readonly order: (
    pieces: Readonly<Record<string, number>>,
    more?: Parameters<PracticeStore['placeOrder']>[0],
  ) => number;
  readonly pull: () => Promise<void>;
  readonly productOf: (sku: string) => Promise<string>;
  readonly count: (sku: string, quantity: number) => Promise<void>;
  /** The alarms that nobody has seen, newest first: order, SKU, what was left. */
  readonly alarms: () => Promise<(readonly [order: number, sku: string, onHand: number])[]>;
  /** The orders of a segment in the order of the list. */
  readonly queue: (segment?: 'new' | 'in_progress' | 'packed' | 'all') => Promise<number[]>;
}

/** Opens a shop with so many pieces of each SKU on its shelf. */
export const openCountedShop = async (counted: Readonly<Record<string, number>>): Promise<CountedShop> => {
  const store = await openStore();
  const till = await openLinkedTill(store);
  const order: CountedShop['order'] = (pieces, more = {}) =>
    store.placeOrder({
      ...more,
      lines: Object.entries(pieces).map(([sku, quantity]) => ({ sku, quantity, price: '10.00' })),
    });
  const pull = async () => void (await till.call('sync.now', {}));
  const productOf = async (sku: string) => (await till.call('stock.find', { code: sku })).productId;
  const count = async (sku: string, quantity: number) =>
    void (await till.call('stock.count', { productId: await productOf(sku), quantity }));
  for (const [sku, quantity] of Object.entries(counted)) {
    await till.call('products.create', { sku, name: sku });
    await count(sku, quantity);
  }
  return {
    store,
    till,
    order,
    pull,
    productOf,
    count,
    alarms: async () =>
      (await till.call('stock.alarms', {})).rows.map((row) => [Number(row.orderId), row.sku, row.onHand] as const),
    queue: async (segment = 'new') =>
      (await till.call('fulfillments.list', { segment })).rows.map((row) => Number(row.orderId)),
  };
};
