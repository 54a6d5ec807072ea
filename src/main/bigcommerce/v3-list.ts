import { z } from 'zod';
import type { Client } from './client.ts';
import { everyPage, type ListedPage, type Page } from './every-row.ts';
import { StoreProblem } from './problem.ts';

const listDto = z.object({
  data: z.array(z.unknown()),
  meta: z
    .object({ pagination: z.object({ total_pages: z.number().int(), total: z.number().int().nullish() }).nullish() })
    .nullish(),
});

export interface V3List {
  readonly path: string;
  readonly query: Readonly<Record<string, string | number>>;
}

/**
 * One page of a V3 list. It says itself how many pages it has, so that a page that BigCommerce cut shorter than it was
 * asked for does not pass for the last one (bigcommerce.md §10). Throws `StoreProblem`.
 */
export const readV3Page = async (client: Client, { path, query }: V3List, page: Page): Promise<ListedPage> => {
  const list = listDto.safeParse(await client.get(path, { ...query, ...page }));
  if (!list.success) throw new StoreProblem('unreadable', `not a list: ${path}`);
  const { data: rows, meta } = list.data;
  const pages = meta?.pagination?.total_pages;
  const isLast = pages === undefined ? rows.length < page.limit : page.page >= pages;
  return { rows, isLast, total: meta?.pagination?.total ?? null };
};

/** A V3 list page by page; `onPage` hears of each before it is given. Throws as `everyPage` does. */
export const everyV3Page = (
  client: Client,
  list: V3List,
  limit?: number,
  onPage: (page: ListedPage) => void = () => undefined,
): AsyncGenerator<readonly unknown[]> =>
  everyPage(async (asked) => {
    const page = await readV3Page(client, list, asked);
    onPage(page);
    return page;
  }, limit);

/** Ids for one filter each, few enough for an address of reasonable length. */
export const inChunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

/** As many ids as one address holds comfortably: twelve digits each are well below what proxies take. */
export const IDS_PER_REQUEST = 250;
