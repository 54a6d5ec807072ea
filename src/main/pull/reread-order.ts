import { getOrder } from '../bigcommerce/orders.ts';
import type { Order } from '../domain/order.ts';
import { markGone } from './mark-gone.ts';
import { type PageDeps, readRows, storeRead } from './store-page.ts';
import type { Tally } from './tally.ts';

export type RereadOrder =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'gone' }
  | { readonly kind: 'held'; readonly why: string };

/** Reads one order again, records what it says, and gives it. Throws `StoreProblem`; then nothing was recorded. */
export const rereadAndRecord = async (deps: PageDeps, orderId: number, tally: Tally): Promise<RereadOrder> => {
  const raw = await getOrder(deps.client, orderId);
  if (raw === null) {
    markGone(deps, orderId);
    return { kind: 'gone' };
  }
  const readings = await readRows(deps.client, [raw]);
  storeRead(deps, readings, tally);
  const read = readings[0]?.read;
  if (read?.kind === 'order' && read.order.orderId === orderId) return { kind: 'order', order: read.order };
  return { kind: 'held', why: read?.kind === 'unreadable' ? read.why : 'BigCommerce answered with another order.' };
};
