import { type CatalogPage, readCatalogPage, readCatalogProducts } from '../bigcommerce/catalog.ts';
import type { Client } from '../bigcommerce/client.ts';
import { readUpdateStockBehavior } from '../bigcommerce/inventory-settings.ts';
import { StoreProblem } from '../bigcommerce/problem.ts';
import {
  type CatalogReading,
  catalogReading,
  keepVariantsOf,
  noteCatalogReading,
  productsToLookUp,
  removeUnseenVariants,
  removeUnseenVariantsOf,
  storeVariants,
} from '../store/catalog.ts';
import type { Writer } from '../store/connection.ts';
import { noteStockBehavior, stockBehavior } from '../store/stock-behavior.ts';
import { matchProducts } from './match-products.ts';

/**
 * Keeps the copy of BigCommerce's catalogue, by which products here are told from one another there:
 *
 *   copy a day old ──▶ pages, at most a few an exchange ──▶ what no page had is gone ──▶ products matched
 *   linked, and not in the copy ──▶ asked for by number, once until the next whole reading
 *
 * Pages are stored as they come, so a reading that is interrupted goes on where it was, and memory holds one page. Where
 * nothing is due, nothing is asked.
 */
export interface CatalogDeps {
  readonly db: Writer;
  readonly client: Client;
  readonly linkKey: number;
  readonly clock: () => number;
  /** Told when products here are linked, or counted, otherwise than before. */
  readonly onMatched: () => void;
  /** Told how many products the catalogue has, where BigCommerce tells. */
  readonly onSize: (products: number) => void;
}

const DAY_MS = 86_400_000;
/** 2,000 products. A larger catalogue takes several exchanges, so that no order waits for it (R14). */
const PAGES_AT_ONCE = 8;
const LOOKED_UP_AT_ONCE = 1_000;

/** Throws `StoreProblem`; what was read until then stays. */
export const refreshCatalog = async (deps: CatalogDeps): Promise<void> => {
  await refreshStockBehavior(deps);
  await readOn(deps);
  await lookUpMissing(deps);
  if (deps.db.transaction(() => matchProducts(deps.db, deps.linkKey, 'without_item'))) deps.onMatched();
};

const isDue = (at: number | null | undefined, now: number): boolean =>
  // Also when the clock was put back, or it would not be due for as long as the clock was wrong.
  at === null || at === undefined || Math.abs(now - at) >= DAY_MS;

const refreshStockBehavior = async ({ db, client, linkKey, clock }: CatalogDeps): Promise<void> => {
  const now = clock();
  if (!isDue(stockBehavior(db, linkKey)?.readAt, now)) return;
  noteStockBehavior(db, linkKey, { updateStockBehavior: await readUpdateStockBehavior(client), readAt: now });
};

const readOn = async (deps: CatalogDeps): Promise<void> => {
  for (let pages = 0; pages < PAGES_AT_ONCE; pages++) {
    const reading = underWay(deps);
    if (reading === null) return;
    const page = await readCatalogPage(deps.client, reading.nextPage);
    if (page.total !== null) deps.onSize(page.total);
    if (page.begins !== null && page.begins === reading.lastBegan) {
      throw new StoreProblem('unreadable', 'the same page of the catalogue again');
    }
    if (deps.db.transaction(() => storePage(deps, reading, page))) deps.onMatched();
  }
};

interface ReadingUnderWay extends CatalogReading {
  readonly begunAt: number;
}

/** The reading to go on with, or a new one; null when none is due. */
const underWay = ({ db, linkKey, clock }: CatalogDeps): ReadingUnderWay | null => {
  const reading = catalogReading(db, linkKey);
  const { begunAt, completedAt } = reading;
  const now = clock();
  // One that lay for a day, with the app shut, has pages that are no longer true.
  if (begunAt !== null && !isDue(begunAt, now)) return { ...reading, begunAt };
  if (begunAt === null && !isDue(completedAt, now)) return null;
  return { ...reading, begunAt: now, nextPage: 1, lastBegan: null };
};

/** Returns whether the products here were found to be others there. */
const storePage = ({ db, linkKey, clock }: CatalogDeps, reading: ReadingUnderWay, page: CatalogPage): boolean => {
  const { begunAt } = reading;
  storeRead(db, linkKey, page, begunAt);
  if (!page.isLast) {
    noteCatalogReading(db, linkKey, { begunAt, nextPage: reading.nextPage + 1, lastBegan: page.begins });
    return false;
  }
  removeUnseenVariants(db, linkKey, begunAt);
  noteCatalogReading(db, linkKey, { completedAt: clock(), begunAt: null, nextPage: 1, lastBegan: null });
  return matchProducts(db, linkKey, 'every');
};

const storeRead = (
  db: Writer,
  linkKey: number,
  { variants, unreadable }: Pick<CatalogPage, 'variants' | 'unreadable'>,
  seenAt: number,
): void => {
  storeVariants(db, linkKey, variants, seenAt);
  keepVariantsOf(db, linkKey, unreadable, seenAt);
};

const lookUpMissing = async ({ db, client, linkKey, clock }: CatalogDeps): Promise<void> => {
  const asked = productsToLookUp(db, linkKey, LOOKED_UP_AT_ONCE);
  if (asked.length === 0) return;
  const read = await readCatalogProducts(client, asked);
  db.transaction(() => {
    const { begunAt } = catalogReading(db, linkKey);
    // Within a reading of the whole these count as seen by it.
    const seenAt = begunAt ?? clock();
    storeRead(db, linkKey, read, seenAt);
    removeUnseenVariantsOf(db, linkKey, asked, seenAt);
  });
};
