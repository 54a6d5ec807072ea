import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCatalogKeeper } from '../../src/main/outbox/catalog-keeper.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import type { PracticeStore, PracticeStoreOptions } from '../../src/practice-store/practice-store.ts';
import { openClient } from '../support/direct-client.ts';
import { openLinkedTill, openStore, type Till } from '../support/linked-till.ts';

export interface CatalogShop {
  readonly store: PracticeStore;
  readonly till: Till;
  readonly db: Connection;
  /** Refreshes the copy of the catalogue, and gives the paths that were asked for. */
  readonly refresh: () => Promise<string[]>;
  /** How often screens were told that products were matched. */
  readonly matched: () => number;
  /** Lets hours pass. */
  readonly later: (hours: number) => void;
  readonly variantRows: () => { variantId: number; sku: string; name: string; options: string; tracking: string }[];
  /** What each product here is linked to and counted as, by its SKU. */
  readonly linkOf: (sku: string) => { variantId: number; item: string | null }[];
}

/** A linked till whose catalogue is read by hand, with a clock of its own. */
export const openCatalogShop = async (options: PracticeStoreOptions = {}): Promise<CatalogShop> => {
  const store = await openStore({ quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 }, ...options });
  const till = await openLinkedTill(store);
  const db = openConnection(join(till.folder, 'tillbridge.db'));
  onTestFinished(() => db.close());
  let now = Date.now();
  let matched = 0;
  const keeper = createCatalogKeeper({ db, clock: () => now, onMatched: () => void matched++ });
  const client = openClient(store);
  return {
    store,
    till,
    db,
    refresh: async () => {
      const before = store.received.length;
      await keeper.refresh(client, 1);
      return store.received.slice(before).map(({ path }) => path);
    },
    matched: () => matched,
    later: (hours) => {
      now += hours * 3_600_000;
    },
    variantRows: () =>
      db.all('SELECT variant_id AS variantId, sku, name, options, tracking FROM catalog_variants ORDER BY variant_id'),
    linkOf: (sku) =>
      db.all(
        `SELECT l.bigcommerce_variant_id AS variantId, i.tracking || ' ' || i.bigcommerce_id AS item
           FROM products p JOIN product_links l ON l.product_key = p.product_key
           LEFT JOIN inventory_items i ON i.item_key = l.item_key
          WHERE p.sku = :sku ORDER BY 1`,
        { sku },
      ),
  };
};
