import type { WritingClient } from './bigcommerce/client.ts';
import { DEFAULT_LOCATION } from './bigcommerce/inventory.ts';
import { exchange } from './outbox/exchange.ts';
import { isStockDue, pushStock } from './outbox/push-stock.ts';
import { replay } from './outbox/replay.ts';
import { type PullDeps, pull } from './pull/pull.ts';
import { rereadAndRecord } from './pull/reread-order.ts';
import { type PullCounts, Tally } from './pull/tally.ts';
import { countWaiting } from './store/outbox-counts.ts';
import { wentBack } from './store/went-back.ts';

export interface ExchangeOnceDeps extends PullDeps {
  readonly client: WritingClient;
  readonly clock: () => number;
  /** For how long after BigCommerce's answer a level may take effect. */
  readonly settlingMs: number;
  /** How long after a shipment of unknown outcome it is looked for, and how far apart the looks are, in ms. */
  readonly lookGapMs: number;
  readonly random: () => number;
  readonly refreshCatalog: () => Promise<void>;
  /** Told when what a screen shows of stock may have changed. */
  readonly onPushed: () => void;
  /** Told when what a screen shows of what staff did, and of conflicts, may have changed. */
  readonly onTold: () => void;
}

/** What one exchange did. */
export interface Exchanged {
  readonly orders: PullCounts;
  /** `sent`: entries and levels that BigCommerce took in it. The others are entries and items, as it left them. */
  readonly outbox: { readonly sent: number; readonly pending: number; readonly parked: number };
  /** What it failed on after the orders had come; null where it did not. */
  readonly problem: unknown;
}

/** A long outbox lets orders in between. */
const REPLAY_FOR_MS = 20_000;

/** One exchange of orders, what staff did, and stock, its parts put together. Throws what pulling the orders fails on. */
export const exchangeOnce = async (deps: ExchangeOnceDeps): Promise<Exchanged> => {
  const { db, client, clock, settlingMs, refreshCatalog, context, onPushed } = deps;
  const tally = new Tally();
  let sent = 0;
  let told = 0;
  const place = () => {
    const { link, binding } = context();
    const locationId = binding.locationId ?? DEFAULT_LOCATION;
    return { linkKey: link.linkKey, outletKey: binding.outletKey, locationId };
  };
  const isStockHeld = () => wentBack(db) !== undefined;
  const onAccepted = (levels: number) => {
    sent += levels;
  };
  const replayOutbox = async () => {
    const { link, identity } = context();
    const replayed = await replay(
      {
        db,
        client,
        linkKey: link.linkKey,
        identity,
        clock,
        random: deps.random,
        reread: (orderId) => rereadAndRecord(deps, orderId, tally),
        lookGapMs: deps.lookGapMs,
        onChanged: deps.onTold,
      },
      { until: clock() + REPLAY_FOR_MS },
    );
    told += replayed.sent;
    return replayed;
  };
  const problem = await exchange({
    clock,
    refreshCatalog,
    pullOrders: () => pull(deps, tally),
    replayOutbox,
    isStockDue: () => !isStockHeld() && isStockDue({ db, place, clock, settlingMs }),
    pushStock: async () =>
      !isStockHeld() && pushStock({ db, client, place, clock, settlingMs, onAccepted, onChanged: onPushed }),
    accepted: () => sent,
  });
  return { orders: tally.counts(), outbox: { sent: sent + told, ...countWaiting(db) }, problem };
};
