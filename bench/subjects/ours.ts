import { openImport } from './import-orders.ts';
import { createPageClient } from './page-client.ts';
import { runSubject } from './subject.ts';

/** The product: everything between a page's text and durable rows, all rules applied. */
await runSubject(({ work }) => {
  const importOrders = openImport(work);
  return (pages, mark) => importOrders(createPageClient(pages), mark);
});
