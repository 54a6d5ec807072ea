import type { StoreCheckView } from '../../contract/link.ts';
import type { InventoryLocation } from '../bigcommerce/inventory.ts';
import { otherImporters } from '../domain/other-importer.ts';
import { localeOfStore } from '../domain/outlet-locale.ts';
import type { Reader } from '../store/connection.ts';
import { linkOfStore } from '../store/links.ts';
import { apiBaseOf, type NamedStore, refuseOtherStore } from './store-of-token.ts';
import type { Survey } from './survey.ts';

export const locationView = ({
  locationId,
  label,
  enabled,
}: InventoryLocation): StoreCheckView['locations'][number] => ({
  locationId,
  label,
  enabled,
});

/** Who a store is and what a token may do there; nothing is changed, here or there. Throws `Refusal`. */
export const checkStore = async (
  { db, survey }: { readonly db: Reader; readonly survey: Survey },
  request: NamedStore & { readonly token: string },
): Promise<StoreCheckView> => {
  const apiBase = apiBaseOf(request);
  const { store, permissions, locations, channels, changedOrders } = await survey({
    apiBase,
    token: request.token,
    since: null,
  });
  refuseOtherStore(request, store);
  const link = linkOfStore(db, request.storeHash);
  return {
    store: store && {
      name: store.name,
      currency: store.currency,
      timeZone: store.timeZone,
      locale: localeOfStore(store),
    },
    permissions: permissions.map(({ to, scope, state }) => ({ to, scope, state })),
    locations: locations.map(locationView),
    otherImporters: channels && otherImporters(channels),
    known: link ? (link.unlinkedAt === null ? 'linked' : 'unlinked') : 'new',
    orders: changedOrders,
  };
};
