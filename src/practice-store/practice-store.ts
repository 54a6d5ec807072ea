import { type OrderSnapshot, orderSnapshot } from './answers/order-snapshot.ts';
import { type Live, newLive } from './live.ts';
import type { OrderDraft } from './orders/order-draft.ts';
import { placeOrder } from './orders/place-order.ts';
import { type PlaceOrdersOptions, placeOrders } from './orders/place-orders.ts';
import { practiceApi } from './practice-api.ts';
import type { PracticeStoreOptions } from './practice-store-options.ts';
import type { Applied } from './shop/applied.ts';
import { currencyOf } from './shop/currencies.ts';
import type { Mail } from './shop/mail.ts';
import { newShop, type Shop, tokenFor } from './shop/shop.ts';
import { type ShopDesk, shopDesk } from './shop-desk.ts';
import { type ApiAccount, allScopes, type Scope } from './wire/access.ts';
import { type Fault, newFaultQueue } from './wire/fault.ts';
import type { Received } from './wire/received.ts';
import { startServer } from './wire/server.ts';

export type { OrderDraft } from './orders/order-draft.ts';
export type { PracticeStoreOptions } from './practice-store-options.ts';
export { allScopes, type Scope } from './wire/access.ts';
export type { Fault } from './wire/fault.ts';

/** A BigCommerce on this machine, for training, demonstration, tests and benchmarks. */
export interface PracticeStore extends ShopDesk {
  /** What stands before `/v2` and `/v3`, such as `http://127.0.0.1:4010/stores/practice`. */
  readonly baseUrl: string;
  /** The one that is good now. */
  readonly token: string;
  readonly storeHash: string;
  /** The merchant makes another token, which may do everything or only this; the one before is refused from now on. */
  readonly replaceToken: (scopes?: readonly Scope[]) => string;
  /** The token may do no more than this from now on. BigCommerce cannot do that to a token; a plan that is lost can. */
  readonly narrowToken: (scopes: readonly Scope[]) => void;
  /** Places random orders and gives their ids, which always increase, with a gap now and then. */
  readonly placeOrders: (count: number, options?: PlaceOrdersOptions) => number[];
  /** Places exactly this order. Throws a RangeError for a draft that makes no sense. */
  readonly placeOrder: (draft: OrderDraft) => number;
  /** Places many drafts at once. */
  readonly seed: (drafts: readonly OrderDraft[]) => number[];
  /** What the API would give for an order, its parts instead of links. Throws a RangeError when there is none. */
  readonly order: (orderId: number) => OrderSnapshot;
  /** All order ids, in rising order. */
  readonly orders: () => Iterable<number>;
  readonly live: Live;
  /** Adds faults to the queue, each for the next request that matches it; an empty list clears the queue. */
  readonly script: (faults: Fault | readonly Fault[]) => void;
  readonly clearScript: () => void;
  /** Every request that arrived, in order. */
  readonly received: readonly Received[];
  /** Every effect that a write over HTTP really had, in order. */
  readonly applied: readonly Applied[];
  /** Every message that a shopper got because of what was written over HTTP, in order. */
  readonly mails: readonly Mail[];
  /** Ends everything at once; resolves when nothing is left running. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

/** Starts a practice store on 127.0.0.1. Rejects when the port is taken; throws a RangeError for an unknown currency. */
export const startPracticeStore = async (options: PracticeStoreOptions = {}): Promise<PracticeStore> => {
  const shop = shopOf(options);
  const { storeHash, token } = shop.settings;
  const account: ApiAccount = { token, scopes: new Set(options.scopes ?? allScopes) };
  let tokens = 1;
  const received: Received[] = [];
  const faults = newFaultQueue();
  const live = newLive(shop);
  const server = await startServer((request, env) => api.fetch(request, env), options.port ?? 0);
  const api = practiceApi({
    shop,
    account,
    quota: options.quota ?? { requests: 450, windowMs: 30_000 },
    received,
    faults,
    means: server,
  });

  return {
    ...shopDesk(shop),
    baseUrl: `http://127.0.0.1:${server.port}/stores/${storeHash}`,
    get token() {
      return account.token;
    },
    storeHash,
    replaceToken: (scopes = allScopes) => {
      tokens += 1;
      account.token = `${token}-${tokens}`;
      account.scopes = new Set(scopes);
      return account.token;
    },
    narrowToken: (scopes) => {
      account.scopes = new Set(scopes);
    },
    placeOrders: (count, wishes = {}) => placeOrders(shop, count, wishes),
    placeOrder: (draft) => {
      const order = placeOrder(shop, draft);
      shop.book.add(order);
      return order.id;
    },
    seed: (drafts) => {
      const orders = drafts.map((draft) => placeOrder(shop, draft));
      shop.book.addAll(orders);
      return orders.map((order) => order.id);
    },
    order: (orderId) => orderSnapshot(shop, orderId),
    orders: () => shop.book.byId.entries.map((order) => order.id),
    live,
    script: (added) => {
      const list = Array.isArray(added) ? added : [added];
      if (list.length === 0) faults.clear();
      else faults.add(list);
    },
    clearScript: faults.clear,
    received,
    get applied() {
      shop.stock.settle();
      return shop.applied;
    },
    mails: shop.mails,
    stop: () => {
      live.stop();
      return server.stop();
    },
  };
};

const shopOf = (options: PracticeStoreOptions): Shop => {
  const seed = options.seed ?? 1;
  const settings = {
    seed,
    storeHash: options.storeHash ?? 'practice',
    token: options.token ?? tokenFor(seed),
    name: options.name ?? 'Fernhill Outfitters (practice)',
    planName: options.planName ?? 'Plus',
    currency: currencyOf(options.currency ?? 'USD'),
    taxInclusive: options.taxInclusive ?? null,
    updateStockBehavior: options.updateStockBehavior ?? 'order_placed',
    inventoryDelayMs: options.inventoryDelayMs ?? 0,
    shipmentsDelayMs: options.shipmentsDelayMs ?? 0,
    shipmentsMoveStatus: options.shipmentsMoveStatus ?? true,
    takesTooManyPieces: options.takesTooManyPieces ?? false,
    channels: options.channels ?? [],
  };
  return newShop(settings, options.clock ?? Date.now);
};
