import { z } from 'zod';
import type { ItemTracking } from '../domain/stock-level.ts';
import type { Client, WritingClient } from './client.ts';
import type { ListedPage } from './every-row.ts';
import { check, UnreadableField } from './fields.ts';
import { StoreProblem } from './problem.ts';
import { everyV3Page, IDS_PER_REQUEST, inChunks } from './v3-list.ts';

/** What BigCommerce counts of an item at one location. */
export interface InventoryLevel {
  readonly productId: number;
  readonly variantId: number;
  readonly sku: string;
  /** All that is there, safety stock included: the figure that ours is compared with. */
  readonly onHand: number;
  /** On hand less the safety stock. */
  readonly availableToSell: number;
  readonly safetyStock: number;
}

export interface Levels {
  readonly levels: readonly InventoryLevel[];
  /** Rows that are not understood: what they are named, and why. What they count is not known. */
  readonly unreadable: readonly { readonly name: string; readonly why: string }[];
}

/** The location that every store has from the start (bigcommerce.md §7): for a binding that names none. */
export const DEFAULT_LOCATION = '1';

/** Most rows of a page, and most items of one adjustment (bigcommerce.md §9.2). */
export const LARGEST_PAGE = 1_000;
export const MOST_ITEMS = 2_000;

/**
 * The levels of some items at a location; an item without a row is not counted there. Items are asked for the way they
 * are counted: those of one kind never narrow those of the other. Throws `StoreProblem`.
 */
export const readLevels = async (
  client: Client,
  locationId: string,
  by: { readonly productIds: readonly number[]; readonly variantIds: readonly number[] },
): Promise<Levels> => {
  const asked = [
    ...inChunks(by.productIds, IDS_PER_REQUEST).map((ids) => ({ 'product_id:in': ids.join(',') })),
    ...inChunks(by.variantIds, IDS_PER_REQUEST).map((ids) => ({ 'variant_id:in': ids.join(',') })),
  ];
  const parts: Levels[] = [];
  for (const filter of asked) parts.push(...(await readParts(client, locationId, filter)));
  return joined(parts);
};

/** Every level at a location; `onRead` hears how many of how many, and may throw. Throws `StoreProblem`. */
export const readAllLevels = async (
  client: Client,
  locationId: string,
  onRead: (done: number, total: number | null) => void = () => undefined,
): Promise<Levels> => {
  let done = 0;
  const onPage = ({ rows, total }: ListedPage) => {
    done += rows.length;
    onRead(done, total);
  };
  return joined(await readParts(client, locationId, {}, onPage));
};

const joined = (parts: readonly Levels[]): Levels => ({
  levels: parts.flatMap((part) => part.levels),
  unreadable: parts.flatMap((part) => part.unreadable),
});

const readParts = async (
  client: Client,
  locationId: string,
  filter: Readonly<Record<string, string>>,
  onPage?: (page: ListedPage) => void,
): Promise<Levels[]> => {
  const path = `/v3/inventory/locations/${encodeURIComponent(locationId)}/items`;
  const parts: Levels[] = [];
  for await (const rows of everyV3Page(client, { path, query: filter }, LARGEST_PAGE, onPage)) {
    parts.push(levelsOf(rows));
  }
  return parts;
};

const levelDto = z.object({
  identity: z.object({
    product_id: z.number().int(),
    variant_id: z.number().int().nullish(),
    sku: z.string().nullish(),
  }),
  // Null until a level was ever set there.
  available_to_sell: z.number().int().nullish(),
  total_inventory_onhand: z.number().int().nullish(),
  settings: z.object({ safety_stock: z.number().int().nullish() }).nullish(),
});

const levelsOf = (rows: readonly unknown[]): Levels => {
  const levels: InventoryLevel[] = [];
  const unreadable: Levels['unreadable'][number][] = [];
  for (const raw of rows) {
    try {
      levels.push(levelFrom(check(levelDto, raw)));
    } catch (error) {
      if (!(error instanceof UnreadableField)) throw error;
      unreadable.push({ name: nameOf(raw), why: error.message });
    }
  }
  return { levels, unreadable };
};

const levelFrom = ({ identity, settings, ...level }: z.output<typeof levelDto>): InventoryLevel => ({
  productId: identity.product_id,
  variantId: identity.variant_id ?? 0,
  sku: identity.sku ?? '',
  onHand: level.total_inventory_onhand ?? 0,
  availableToSell: level.available_to_sell ?? 0,
  safetyStock: settings?.safety_stock ?? 0,
});

const nameOf = (raw: unknown): string => {
  const identity = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'identity') : raw;
  return (JSON.stringify(identity) ?? 'an item without a name').slice(0, 100);
};

/** A level to set: the item is named the way it is counted, or it is refused (bigcommerce.md §9.2). */
export interface LevelToSet {
  readonly tracking: ItemTracking;
  /** The product's id or the variant's. */
  readonly id: number;
  /** `levelToPush` of on hand. */
  readonly quantity: number;
}

const adjustmentDto = z.object({
  transaction_id: z.string().optional(),
  data: z.object({ transaction_id: z.string().optional() }).optional(),
});

/**
 * Sets levels at one location, at most `MOST_ITEMS`: all of them or none. They take effect a while after the answer
 * (bigcommerce.md §0.14). Returns BigCommerce's number for it. Throws `StoreProblem`; sent once, whatever happens.
 */
export const setLevels = async (
  client: WritingClient,
  locationId: string,
  items: readonly LevelToSet[],
): Promise<string> => {
  if (items.length > MOST_ITEMS) throw new RangeError(`${items.length} levels do not fit into one adjustment.`);
  const answer = await client.put('/v3/inventory/adjustments/absolute', {
    reason: 'On hand in the shop (Tillbridge)',
    items: items.map(({ tracking, id, quantity }) => ({
      location_id: Number(locationId),
      ...(tracking === 'product' ? { product_id: id } : { variant_id: id }),
      quantity,
    })),
  });
  const accepted = adjustmentDto.safeParse(answer);
  const number = accepted.data?.transaction_id ?? accepted.data?.data?.transaction_id;
  if (number === undefined)
    throw new StoreProblem('unreadable', 'no number of a transaction', { outcomeUnknown: true });
  return number;
};

/** Where BigCommerce keeps stock: an outlet is bound to one of them. */
export interface InventoryLocation {
  readonly locationId: string;
  readonly code: string;
  readonly label: string;
  readonly enabled: boolean;
}

const locationDto = z.object({
  id: z.number().int(),
  code: z.string().nullish(),
  label: z.string().nullish(),
  enabled: z.boolean().nullish(),
});

/** Every location. Throws `StoreProblem`. */
export const listLocations = async (client: Client): Promise<InventoryLocation[]> => {
  const all: InventoryLocation[] = [];
  const list = { path: '/v3/inventory/locations', query: {} };
  for await (const rows of everyV3Page(client, list, LARGEST_PAGE)) {
    const read = z.array(locationDto).safeParse(rows);
    if (!read.success) throw new StoreProblem('unreadable', 'not a list of locations');
    for (const { id, code, label, enabled } of read.data) {
      all.push({
        locationId: String(id),
        code: code ?? '',
        label: label || code || String(id),
        enabled: enabled ?? true,
      });
    }
  }
  return all;
};
