import type { Clock } from '../instants.ts';
import type { Order } from '../orders/order.ts';
import { newOrderBook, type OrderBook } from '../orders/order-book.ts';
import { systemLabelOf } from '../orders/order-status.ts';
import { hexDigits, type Random, seededRandom } from '../random.ts';
import type { Applied } from './applied.ts';
import { type Catalogue, newCatalogue, stockRange } from './catalogue.ts';
import type { Currency } from './currencies.ts';
import { type Ids, newIds } from './ids.ts';
import type { Mail } from './mail.ts';
import { type NextShopper, newShoppers } from './shoppers.ts';
import { fillShelves, newStock, type Stock } from './stock.ts';

export type UpdateStockBehavior = 'order_placed' | 'order_completed_or_shipped';

/** How the shop is set up. */
export interface ShopSettings {
  readonly seed: number;
  readonly storeHash: string;
  readonly token: string;
  readonly name: string;
  readonly planName: string;
  readonly currency: Currency;
  /** Null: each order as its buyer's country has it. */
  readonly taxInclusive: boolean | null;
  readonly updateStockBehavior: UpdateStockBehavior;
  readonly inventoryDelayMs: number;
  readonly shipmentsDelayMs: number;
  readonly shipmentsMoveStatus: boolean;
  readonly takesTooManyPieces: boolean;
  readonly channels: readonly { readonly name: string; readonly type: string; readonly platform: string }[];
}

/** The whole simulated shop: what it sells, to whom, what was ordered, what is left. No HTTP. */
export interface Shop {
  readonly settings: ShopSettings;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  readonly stock: Stock;
  readonly nextShopper: NextShopper;
  readonly book: OrderBook;
  /** Labels that the merchant changed, by status id. */
  readonly statusLabels: Map<number, string>;
  readonly applied: Applied[];
  readonly mails: Mail[];
  /** Orders with refunds, for the store-wide feed. */
  readonly refunded: Set<Order>;
}

export const newShop = (settings: ShopSettings, clock: Clock): Shop => {
  const ids = newIds();
  const catalogue = newCatalogue();
  stockRange(catalogue, Math.floor(clock() / 1000));
  const applied: Applied[] = [];
  const stock = newStock({
    clock,
    delayMs: settings.inventoryDelayMs,
    onEffect: ({ kind, locationId, variant, quantity, from, to, at }) => {
      applied.push({
        kind: kind === 'absolute' ? 'stock_set' : 'stock_moved',
        locationId,
        sku: variant.sku,
        quantity,
        from,
        to,
        at,
      });
    },
  });
  fillShelves(stock, catalogue.products.values(), seededRandom(settings.seed ^ 0x5ec0de));
  return {
    settings,
    clock,
    random: seededRandom(settings.seed),
    ids,
    catalogue,
    stock,
    nextShopper: newShoppers(ids.customer.next),
    book: newOrderBook(),
    statusLabels: new Map(),
    applied,
    mails: [],
    refunded: new Set(),
  };
};

/** The name a status has in this shop: the merchant's, or BigCommerce's own. */
export const statusLabelOf = (shop: Shop, statusId: number): string =>
  shop.statusLabels.get(statusId) ?? systemLabelOf(statusId);

/** A token as BigCommerce's look; the same seed gives the same one. */
export const tokenFor = (seed: number): string => hexDigits(seededRandom(seed ^ 0x70c3), 31);
