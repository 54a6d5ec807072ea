import { StoreProblem } from './problem.ts';

/** The largest page of a list (bigcommerce.md §3.2). */
export const PAGE_SIZE = 250;

/**
 * A whole list, page after page until a short one (bigcommerce.md §0.3). Throws `StoreProblem` for a list that answers
 * every page with the same rows: it would be walked for ever.
 */
export const everyRow = async (
  readPage: (page: { readonly page: number; readonly limit: number }) => Promise<readonly unknown[]>,
): Promise<unknown[]> => {
  const rows: unknown[] = [];
  for (let page = 1; ; page++) {
    const found = await readPage({ page, limit: PAGE_SIZE });
    if (page > 1 && found.length > 0 && JSON.stringify(found[0]) === JSON.stringify(rows.at(-PAGE_SIZE))) {
      throw new StoreProblem('unreadable', 'the same page again');
    }
    rows.push(...found);
    if (found.length < PAGE_SIZE) return rows;
  }
};
