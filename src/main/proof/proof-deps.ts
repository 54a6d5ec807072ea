import { DEFAULT_LOCATION } from '../bigcommerce/inventory.ts';
import type { SparingClient } from '../bigcommerce/sparing-client.ts';
import type { ImportContext } from '../pull/import-context.ts';
import type { PageDeps } from '../pull/store-page.ts';
import type { Reader } from '../store/connection.ts';
import type { LostSale } from '../store/mending.ts';
import { lostSales } from '../store/mending.ts';
import type { MendContext } from './mend-order.ts';

export interface ProofDeps extends PageDeps {
  readonly client: SparingClient;
  /** With a memory of its own: what is rehearsed must not be remembered. */
  readonly context: () => ImportContext;
  /** UTC ms. */
  readonly clock: () => number;
  /** Brings this till up to date, in turn with every other pull. Resolves with the requests that it cost. */
  readonly pull: () => Promise<number>;
}

/** The context of a repair; what is left of lost sales is looked up once, when it is first needed. */
export const mendContext = (db: Reader, context: ImportContext): MendContext => {
  let lost: ReadonlyMap<string, LostSale> | undefined;
  return {
    ...context,
    lost: () => {
      lost ??= lostSales(db);
      return lost;
    },
  };
};

/** The outlet whose stock is compared, and BigCommerce's location that it is compared with. */
export const placeOf = ({ link, binding }: ImportContext) => ({
  linkKey: link.linkKey,
  outletKey: binding.outletKey,
  locationId: binding.locationId ?? DEFAULT_LOCATION,
});
