import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Orders of a page, as the client asks for them (bigcommerce.md §3.2). */
export const PAGE_SIZE = 250;

/** The answers of a store, kept as files: the list of orders page by page, and the lines that a page cuts off. */
export interface PageFolder {
  readonly count: number;
  /** The JSON text of a page, counted from 0. */
  readonly text: (index: number) => string;
  /** Every line of an order whose lines were cut off in its page; undefined for any other. */
  readonly lines: (orderId: number) => readonly unknown[] | undefined;
}

export const pageFile = (folder: string, index: number): string => join(folder, `page-${index}.json`);
export const linesFile = (folder: string, orderId: number): string => join(folder, `lines-${orderId}.json`);

/** With `preload`, every text is in memory before anything is timed. */
export const openPages = (folder: string, count: number, preload: boolean): PageFolder => {
  const read = (index: number): string => readFileSync(pageFile(folder, index), 'utf8');
  const texts = preload ? Array.from({ length: count }, (_, index) => read(index)) : [];
  return {
    count,
    text: (index) => texts[index] ?? read(index),
    lines: (orderId) => {
      const file = linesFile(folder, orderId);
      if (!existsSync(file)) return undefined;
      const lines: unknown = JSON.parse(readFileSync(file, 'utf8'));
      return Array.isArray(lines) ? lines : undefined;
    },
  };
};
