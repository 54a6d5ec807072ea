import { parseJson } from './json.ts';
import { rowsOf } from './orders.ts';
import { type ReadOrder, readOrder } from './read-order.ts';

/** A row of the order list as it was understood, and as it came: `raw` gives BigCommerce's own JSON. */
export interface Reading {
  readonly raw: () => unknown;
  readonly read: ReadOrder;
}

export const readingOf = (raw: unknown): Reading => ({ raw: () => raw, read: readOrder(raw) });

/** Reads a page of orders from its text; null is a page without any. Throws `StoreProblem`. */
export const readPage = (text: string | null): Reading[] =>
  rowsOf(text === null ? null : parseJson(text)).map(readingOf);

/**
 * The same for another thread: `ReadOrder`s as JSON, which crosses threads faster than objects do. Null when the page
 * could not be read; whoever asked reads it again and finds out why.
 */
export const readPageAsJson = (text: string): string | null => {
  try {
    return JSON.stringify(readPage(text).map(({ read }) => read));
  } catch {
    return null;
  }
};
