import type { Client } from '../bigcommerce/client.ts';
import { LARGEST_PAGE, readAllLevels, readLevels } from '../bigcommerce/inventory.ts';
import { IDS_PER_REQUEST } from '../bigcommerce/v3-list.ts';
import type { Reader } from '../store/connection.ts';
import { countCounted, type InventoryItem } from '../store/inventory-items.ts';

/** BigCommerce's figure of each item that was asked for, by item key; null where it does not list it. */
export type Figures = ReadonlyMap<number, number | null>;

/**
 * Reads theirs, safety stock included: it is theirs to keep, and no part of what is for sale (bigcommerce.md §9.2). Asks
 * for the items by their numbers, or for the whole location where that is fewer requests. Throws `StoreProblem`.
 */
export const readFigures = async (
  client: Client,
  db: Reader,
  { linkKey, locationId }: { readonly linkKey: number; readonly locationId: string },
  items: readonly InventoryItem[],
): Promise<Figures> => {
  const idsOf = (tracking: InventoryItem['tracking']) =>
    items.filter((item) => item.tracking === tracking).map(({ bigcommerceId }) => bigcommerceId);
  const by = { productIds: idsOf('product'), variantIds: idsOf('variant') };
  const asked = requestsFor(by.productIds.length, IDS_PER_REQUEST) + requestsFor(by.variantIds.length, IDS_PER_REQUEST);
  const all = requestsFor(Math.max(items.length, countCounted(db, linkKey)), LARGEST_PAGE);
  const { levels } = all < asked ? await readAllLevels(client, locationId) : await readLevels(client, locationId, by);
  const byProduct = new Map(levels.map((level) => [level.productId, level.onHand]));
  const byVariant = new Map(levels.map((level) => [level.variantId, level.onHand]));
  return new Map(
    items.map(({ itemKey, tracking, bigcommerceId }) => {
      const figures = tracking === 'product' ? byProduct : byVariant;
      return [itemKey, figures.get(bigcommerceId) ?? null];
    }),
  );
};

const requestsFor = (count: number, perRequest: number): number => Math.ceil(count / perRequest);
