import type { Reader, Writer } from '../store/connection.ts';
import { readCursor } from '../store/cursors.ts';
import { extentOf, keptByLink } from '../store/kept-by-link.ts';
import { type LinkRow, linkOfStore, renewLink } from '../store/links.ts';
import { rehearse } from '../store/rehearse.ts';
import { apiBaseOf, type NamedStore, refuseOtherStore } from './store-of-token.ts';
import type { Survey } from './survey.ts';

export interface PreviewDeps {
  readonly db: Writer;
  readonly survey: Survey;
}

/** What linking a store again would do (R82). */
export interface RelinkPreview {
  /** False for a store that was never linked here: it becomes a link of its own, and nothing of another's is its (R83). */
  readonly isSameStore: boolean;
  /** Products whose link to a variant there comes back. */
  readonly restored: number;
  readonly restoredSales: number;
  readonly newProducts: number;
  readonly stockMovements: number;
  /** Orders placed or changed there since the last pull, which come with the next one; null where that is not known. */
  readonly ordersSince: number | null;
}

/** Asks the store with this token, and rehearses the rest. Nothing is changed. Throws `Refusal`. */
export const previewRelink = async (
  { db, survey }: PreviewDeps,
  request: NamedStore & { readonly token: string },
): Promise<RelinkPreview> => {
  const apiBase = apiBaseOf(request);
  const link = linkOfStore(db, request.storeHash);
  const { store, changedOrders } = await survey({
    apiBase,
    token: request.token,
    since: link ? sinceLastPull(db, link) : null,
  });
  refuseOtherStore(request, store);
  const before = extentOf(db);
  const after = rehearse(db, () => {
    if (link) renewLink(db, { ...link, apiBase, storeName: store?.name ?? link.storeName });
    return extentOf(db);
  });
  const kept = link ? keptByLink(db, link.linkKey) : { products: 0, sales: 0 };
  return {
    isSameStore: link !== undefined,
    restored: kept.products,
    restoredSales: kept.sales,
    newProducts: after.products - before.products,
    stockMovements: after.lastMovementKey - before.lastMovementKey,
    ordersSince: link ? changedOrders : null,
  };
};

/** BigCommerce dates changes to the second, and the newest known is here. */
const ONE_SECOND_MS = 1_000;

const sinceLastPull = (db: Reader, { linkKey }: LinkRow): number | null => {
  const { ordersModifiedAt } = readCursor(db, linkKey);
  return ordersModifiedAt === null ? null : ordersModifiedAt + ONE_SECOND_MS;
};
