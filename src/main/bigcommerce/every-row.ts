import { StoreProblem } from './problem.ts';

/** The largest page of a list (bigcommerce.md §3.2). */
export const PAGE_SIZE = 250;

/** Which part of a list is asked for; the first page is 1. */
export interface Page {
  readonly page: number;
  readonly limit: number;
}

export interface ListedPage {
  readonly rows: readonly unknown[];
  readonly isLast: boolean;
  /** How many rows the whole list has; null where it is not told. */
  readonly total: number | null;
}

/**
 * A list page by page, nothing of it kept. Throws `StoreProblem` for a list that answers every page with the same rows:
 * it would be walked for ever.
 */
export async function* everyPage(
  readPage: (page: Page) => Promise<ListedPage>,
  limit: number = PAGE_SIZE,
): AsyncGenerator<readonly unknown[]> {
  let first: string | undefined;
  for (let page = 1; ; page++) {
    const { rows, isLast } = await readPage({ page, limit });
    const begins = JSON.stringify(rows[0]);
    if (begins !== undefined && begins === first) throw new StoreProblem('unreadable', 'the same page again');
    first = begins;
    yield rows;
    if (isLast || rows.length === 0) return;
  }
}

/** A whole list, page after page until a short one (bigcommerce.md §0.3). Throws as `everyPage` does. */
export const everyRow = async (readPage: (page: Page) => Promise<readonly unknown[]>): Promise<unknown[]> => {
  const all: unknown[] = [];
  const pages = everyPage(async (page) => {
    const rows = await readPage(page);
    return { rows, isLast: rows.length < page.limit, total: null };
  });
  for await (const rows of pages) all.push(...rows);
  return all;
};
