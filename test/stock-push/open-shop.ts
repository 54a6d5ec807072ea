import { onTestFinished } from 'vitest';
import type { PracticeStore, PracticeStoreOptions } from '../../src/practice-store/practice-store.ts';
import { openStore } from '../support/linked-till.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type DirectTill, type Exchanged, openDirectTill, productHere, SETTLING_MS } from './direct-till.ts';

export interface PushShop {
  readonly store: PracticeStore;
  readonly till: DirectTill;
  /** A product that BigCommerce counts by variant and that is here under the same SKU. */
  readonly add: (sku: string, theirs: number) => { readonly product: number; readonly productId: number };
  /** Both clocks go on. */
  readonly wait: (ms: number) => void;
  /** Only this machine's clock is put back. */
  readonly putClockBack: (ms: number) => void;
  /** An exchange, when whatever was sent has had its time. */
  readonly later: () => Promise<Exchanged>;
  /** Products that are still to be looked at. */
  readonly marked: () => number[];
  /** Levels that were sent so far, by request. */
  readonly writes: () => { readonly ids: number[]; readonly levels: number[] }[];
}

/** A practice store and a till on clocks of their own. It is closed when the test ends. */
export const openShop = async (options: PracticeStoreOptions = {}): Promise<PushShop> => {
  let now = Date.parse('2026-03-02T09:00:00Z');
  let behind = 0;
  const store = await openStore({
    clock: () => now,
    quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 },
    ...options,
  });
  const till = openDirectTill(temporaryFolder(), store, () => now - behind);
  onTestFinished(till.close);
  return {
    store,
    till,
    add: (sku, theirs) => {
      const { productId } = store.addProduct({ name: sku, sku, price: '10.00', tracking: 'variant' }, theirs);
      return { product: productHere(till.db(), sku), productId };
    },
    wait: (ms) => {
      now += ms;
    },
    putClockBack: (ms) => {
      behind += ms;
    },
    later: () => {
      now += SETTLING_MS;
      return till.exchange();
    },
    marked: () =>
      till
        .db()
        .all<{ productKey: number }>('SELECT product_key AS productKey FROM products_to_push ORDER BY product_key')
        .map(({ productKey }) => productKey),
    writes: () =>
      store.received
        .filter(({ method }) => method === 'PUT')
        .map(({ body }) => {
          const { items } = body as { items: { variant_id?: number; product_id?: number; quantity: number }[] };
          return {
            ids: items.map((item) => item.variant_id ?? item.product_id ?? 0),
            levels: items.map((item) => item.quantity),
          };
        }),
  };
};
