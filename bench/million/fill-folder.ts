import { openImport } from '../subjects/import-orders.ts';
import { createPageClient } from '../subjects/page-client.ts';
import { runTimed } from '../subjects/subject.ts';
import { type YearsWanted, yearsOfOrders } from './years-of-orders.ts';

/**
 * A program: imports years of orders into a linked data folder, as the product does, from the page on where an earlier run
 * was broken off. Its result is that of a subject.
 */
const input: YearsWanted & { readonly work: string; readonly fromPage: number } = JSON.parse(process.argv[2] ?? '{}');
const importOrders = openImport(input.work);
const pages = yearsOfOrders(input);

/** Making a page's text is not the import's time. */
let making = 0;
const text = (index: number): string => {
  const began = performance.now();
  const page = pages.text(input.fromPage + index);
  making += performance.now() - began;
  return page;
};

await runTimed(
  input.work,
  (mark) => importOrders(createPageClient({ ...pages, count: pages.count - input.fromPage, text }), mark),
  () => making,
);
