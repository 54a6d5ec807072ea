import { z } from 'zod';
import type { Client } from './client.ts';
import { everyRow } from './every-row.ts';
import { rowsOf } from './orders.ts';
import { StoreProblem } from './problem.ts';

export interface StoreInfo {
  /** Its hash, by which another store is told from this one (R83); null where it does not say. */
  readonly storeHash: string | null;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** As in `America/Chicago`; null where it does not say. */
  readonly timeZone: string | null;
  /** ISO 639, as in `en`: the language of its shop; null where it does not say. */
  readonly language: string | null;
  /** ISO 3166, as in `US`: where the merchant is; null where it does not say. */
  readonly country: string | null;
}

const storeDto = z.object({
  id: z.string().nullish(),
  name: z.string().min(1),
  currency: z.string().min(3),
  timezone: z.object({ name: z.string().nullish() }).nullish(),
  // They only lead to a suggestion; in any other shape they lead to none.
  language: z.string().nullish().catch(null),
  country_code: z.string().nullish().catch(null),
});

/** Which store this is (bigcommerce.md §1). Throws `StoreProblem`. */
export const getStoreInfo = async (client: Client): Promise<StoreInfo> => {
  const store = storeDto.safeParse(await client.get('/v2/store'));
  if (!store.success) throw new StoreProblem('unreadable', 'not a store');
  const { id, name, currency, timezone, language, country_code } = store.data;
  return {
    storeHash: id || null,
    name,
    currency,
    timeZone: timezone?.name || null,
    language: language || null,
    country: country_code || null,
  };
};

const timeDto = z.object({ time: z.number().positive() });

/** BigCommerce's clock (UTC ms), to the second (bigcommerce.md §1). Throws `StoreProblem`. */
export const getStoreTime = async (client: Client): Promise<number> => {
  const told = timeDto.safeParse(await client.get('/v2/time'));
  if (!told.success) throw new StoreProblem('unreadable', 'not a time');
  return told.data.time * 1_000;
};

/** What is there at the moment of linking, by which later orders are told from earlier ones (R74, R75). */
export interface Baseline {
  /** 0 where there is no order yet. */
  readonly highestOrderId: number;
  /** Newest `date_modified` (UTC ms): where the pull begins, on BigCommerce's clock. Null where there is no order. */
  readonly newestChangeAt: number | null;
  /** Orders at Incomplete or Pending, which import when they complete. */
  readonly unfinished: readonly { readonly orderId: number; readonly statusId: number }[];
}

const rowDto = z.object({ id: z.number().int(), status_id: z.number().int(), date_modified: z.string() });
type RowDto = z.output<typeof rowDto>;

const UNFINISHED = [0, 1];

export const readBaseline = async (client: Client): Promise<Baseline> => {
  // The newest change is read first: what changes while the rest is read is pulled again.
  const [changed] = await rows(client, { sort: 'date_modified:desc', limit: 1 });
  const [newest] = await rows(client, { sort: 'id:desc', limit: 1 });
  const unfinished: RowDto[] = [];
  for (const statusId of UNFINISHED) unfinished.push(...(await everyOrderAt(client, statusId)));
  return {
    highestOrderId: newest?.id ?? 0,
    newestChangeAt: changed ? Date.parse(changed.date_modified) : null,
    unfinished: unfinished.map((row) => ({ orderId: row.id, statusId: row.status_id })),
  };
};

const everyOrderAt = async (client: Client, statusId: number): Promise<RowDto[]> => {
  const listed = await everyRow(async (page) =>
    rowsOf(await client.get('/v2/orders', { status_id: statusId, sort: 'id:asc', ...page })),
  );
  return rowsFrom(listed).filter((row) => row.status_id === statusId);
};

const rows = async (client: Client, query: Record<string, string | number>): Promise<RowDto[]> =>
  rowsFrom(rowsOf(await client.get('/v2/orders', query)));

const rowsFrom = (listed: readonly unknown[]): RowDto[] => {
  const read = z.array(rowDto).safeParse(listed);
  if (!read.success) throw new StoreProblem('unreadable', 'not a list of orders');
  return read.data;
};
