import type { ApiContext } from './api.ts';
import { Refusal } from './refusal.ts';

/** Which part of a list a request wants; `page` counts from 1. */
export interface Page {
  readonly page: number;
  readonly limit: number;
}

/** Reads `page` and `limit`: 50 by default, more than `most` is too large (bigcommerce.md §3.2). */
export const pageOf = (c: ApiContext, most = 250): Page => {
  const limit = wholeNumber(c, 'limit') ?? 50;
  if (limit > most) throw new Refusal(413, `The page is too large: ${limit} were asked for, ${most} is the most.`);
  return { page: wholeNumber(c, 'page') ?? 1, limit };
};

/** A query parameter that has to be 1 or more; null when it is not there. */
const wholeNumber = (c: ApiContext, name: string): number | null => {
  const text = c.req.query(name);
  if (text === undefined) return null;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Refusal(400, `The field '${name}' is invalid.`);
  return value;
};

const slice = <T>(rows: readonly T[], { page, limit }: Page): readonly T[] =>
  rows.slice((page - 1) * limit, page * limit);

/** A V2 list: 204 with no body when empty (bigcommerce.md §0.4). */
export const listV2 = (c: ApiContext, rows: readonly unknown[]): Response =>
  rows.length === 0 ? c.body(null, 204) : c.json(rows);

/** The asked-for page of a short V2 list. */
export const pagedV2 = (c: ApiContext, rows: readonly unknown[]): Response => listV2(c, slice(rows, pageOf(c)));

/** The asked-for page of a V3 list, with `meta.pagination`; rows are rendered only for that page. */
export const pagedV3 = <T>(c: ApiContext, rows: readonly T[], answer: (row: T) => unknown, most = 250): Response => {
  const asked = pageOf(c, most);
  const data = slice(rows, asked).map(answer);
  const pages = Math.max(1, Math.ceil(rows.length / asked.limit));
  const link = (page: number) => `?page=${page}&limit=${asked.limit}`;
  return c.json({
    data,
    meta: {
      pagination: {
        total: rows.length,
        count: data.length,
        per_page: asked.limit,
        current_page: asked.page,
        total_pages: pages,
        links: {
          ...(asked.page > 1 ? { previous: link(asked.page - 1) } : {}),
          current: link(asked.page),
          ...(asked.page < pages ? { next: link(asked.page + 1) } : {}),
        },
      },
    },
  });
};

/** The numbers of a filter such as `id:in=1,2`; null when it is not there. */
export const numbersIn = (c: ApiContext, name: string): ReadonlySet<number> | null => {
  const text = c.req.query(name);
  return text === undefined ? null : new Set(text.split(',').map(Number));
};
