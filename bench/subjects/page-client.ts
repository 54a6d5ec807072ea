import type { Client } from '../../src/main/bigcommerce/client.ts';
import { PAGE_SIZE, type PageFolder } from '../pages/page-folder.ts';

/**
 * BigCommerce without the network: each request for changed orders is answered with the next page's text.  Whatever else the pull may come to ask is an error here, so that nothing is measured as missing.
 */
export const createPageClient = (pages: PageFolder): Client => {
  let next = 0;
  const nextPage = (): string | null => {
    const index = next++;
    return index < pages.count ? pages.text(index) : null;
  };
  const answer = (path: string): unknown => {
    if (path === '/v2/orders/count') return { statuses: [], count: pages.count * PAGE_SIZE };
    if (path === '/v3/orders/payment_actions/refunds') return { data: [], meta: {} };
    const orderId = /^\/v2\/orders\/(\d+)\/products$/.exec(path)?.[1];
    const lines = orderId === undefined ? undefined : pages.lines(Number(orderId));
    if (lines) return lines;
    throw new Error(`The benchmark has no answer to ${path}.`);
  };
  return {
    get: async (path) => answer(path),
    getText: async (path) => {
      if (path !== '/v2/orders') throw new Error(`The benchmark has no page of ${path}.`);
      return nextPage();
    },
    serverTime: () => null,
    quota: () => null,
    asked: () => 0,
    close: async () => undefined,
  };
};
