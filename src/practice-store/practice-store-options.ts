import type { Clock } from './instants.ts';
import type { UpdateStockBehavior } from './shop/shop.ts';
import type { Scope } from './wire/access.ts';
import type { QuotaOptions } from './wire/quota.ts';

/** How a practice store is set up; everything may be left out. */
export interface PracticeStoreOptions {
  /** The same seed gives the same shop, shoppers and orders. 1 by default. */
  readonly seed?: number | undefined;
  /** 0, the default, takes a free one. */
  readonly port?: number | undefined;
  readonly storeHash?: string | undefined;
  /** By default one that follows from the seed. */
  readonly token?: string | undefined;
  /** What the token may do; by default everything that the store answers. */
  readonly scopes?: readonly Scope[] | undefined;
  /** The store's own time in milliseconds; by default this machine's. */
  readonly clock?: Clock | undefined;
  /** 450 requests in 30 s by default; `Infinity` requests for none. */
  readonly quota?: QuotaOptions | undefined;
  /** How long an accepted inventory change takes to show; 0 by default. */
  readonly inventoryDelayMs?: number | undefined;
  /** How long a new shipment takes to be listed; its order shows it at once. 0 by default. */
  readonly shipmentsDelayMs?: number | undefined;
  /** Whether a shipment moves its order to Shipped or Partially Shipped; nobody promises it (bigcommerce.md §6.2). */
  readonly shipmentsMoveStatus?: boolean | undefined;
  /** Whether a shipment of more pieces than are left is taken: what BigCommerce says to it is not documented (§6.2). */
  readonly takesTooManyPieces?: boolean | undefined;
  /** When the web shop takes its own sales off its stock. */
  readonly updateStockBehavior?: UpdateStockBehavior | undefined;
  /** The shop's own currency; USD by default. */
  readonly currency?: string | undefined;
  /** Whether prices contain tax; by default as it is in each buyer's country. */
  readonly taxInclusive?: boolean | undefined;
  /** Further sales channels of the store, such as another till's (bigcommerce.md §10). */
  readonly channels?:
    | readonly { readonly name: string; readonly type: string; readonly platform: string }[]
    | undefined;
  readonly name?: string | undefined;
  readonly planName?: string | undefined;
}
