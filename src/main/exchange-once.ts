import type { WritingClient } from './bigcommerce/client.ts';
import { DEFAULT_LOCATION } from './bigcommerce/inventory.ts';
import { exchange } from './outbox/exchange.ts';
import { isStockDue, pushStock } from './outbox/push-stock.ts';
import { type PullDeps, pull } from './pull/pull.ts';
import { type PullCounts, Tally } from './pull/tally.ts';
import { countToPush } from './store/inventory-items.ts';

export interface ExchangeOnceDeps extends PullDeps {
  readonly client: WritingClient;
  readonly clock: () => number;
  /** For how long after BigCommerce's answer a level may take effect. */
  readonly settlingMs: number;
  readonly refreshCatalog: () => Promise<void>;
  /** Told when what a screen shows of stock may have changed. */
  readonly onPushed: () => void;
}

/** What one exchange did. */
export interface Exchanged {
  readonly orders: PullCounts;
  /** `sent`: levels that BigCommerce accepted in it. The others are items, as it left them. */
  readonly outbox: { readonly sent: number; readonly pending: number; readonly parked: number };
  /** What it failed on after the orders had come; null where it did not. */
  readonly problem: unknown;
}

/** One exchange of orders and stock, its parts put together. Throws what pulling the orders fails on. */
export const exchangeOnce = async (deps: ExchangeOnceDeps): Promise<Exchanged> => {
  const { db, client, clock, settlingMs, refreshCatalog, context, onPushed } = deps;
  const tally = new Tally();
  let sent = 0;
  const place = () => {
    const { link, binding } = context();
    const locationId = binding.locationId ?? DEFAULT_LOCATION;
    return { linkKey: link.linkKey, outletKey: binding.outletKey, locationId };
  };
  const onAccepted = (levels: number) => {
    sent += levels;
  };
  const problem = await exchange({
    clock,
    refreshCatalog,
    pullOrders: () => pull(deps, tally),
    isStockDue: () => isStockDue({ db, place, clock, settlingMs }),
    pushStock: () => pushStock({ db, client, place, clock, settlingMs, onAccepted, onChanged: onPushed }),
    accepted: () => sent,
  });
  return { orders: tally.counts(), outbox: { sent, ...countToPush(db) }, problem };
};
