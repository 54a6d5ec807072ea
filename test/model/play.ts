import { join } from 'node:path';
import { checkCounts, countMisplaced } from '../../src/main/store/counts-check.ts';
import { openToLook } from '../../src/main/store/look-into-folder.ts';
import type { Till } from '../support/linked-till.ts';
import { newBuyers } from './buyers.ts';
import type { Differences } from './compare.ts';
import { compareOrder, type FollowedOrder, follow, notePull, reasonsFor } from './followed-order.ts';
import type { History, Weather } from './history.ts';
import { type Merchant, newMerchant } from './merchant.ts';
import { compareStock, newRange } from './range.ts';
import { lookAt, type Seen } from './seen.ts';
import { openShop, type Shop } from './shop.ts';

export interface Failure {
  /** The place of the history among those played; -1 where what differs is not of one order. */
  readonly owner: number;
  readonly round: number;
  readonly differences: Differences;
}

export interface Played {
  /** How many changes took place, and pulls after them. */
  readonly steps: number;
  readonly failures: readonly Failure[];
}

export type Play = (histories: readonly History[], weather: readonly Weather[]) => Promise<Played>;

/**
 * Plays histories side by side on one fresh store and till: a round of each, a pull, a look at everything they did.
 * Answers what the till first showed differently from the model, by history; ends at the first round that has any.
 */
export const play: Play = async (histories, weather) => {
  const shop = await openShop();
  try {
    const game = newGame(shop, histories);
    await shop.link();
    const rounds = Math.max(...histories.map((history) => history.rounds.length));
    for (let round = 0; round < rounds; round += 1) {
      await blow(shop, weather[round]);
      game.playRound(round);
      const failures = await game.settle(round, round === rounds - 1);
      if (failures.length > 0) return { steps: game.steps(), failures };
    }
    return { steps: game.steps(), failures: [] };
  } finally {
    await shop.close();
  }
};

const blow = async (shop: Shop, weather: Weather | undefined): Promise<void> => {
  if (weather === undefined) return;
  shop.wait(weather.seconds);
  if (weather.rebindTo !== null) await shop.rebindTo(weather.rebindTo);
  if (weather.restart) await shop.restart();
};

/** Counts that are kept, and are not what counting again finds. */
const wrongCounts = ({ folder }: Till): Differences => {
  const db = openToLook(join(folder, 'tillbridge.db'));
  try {
    const misplaced = countMisplaced(db);
    const wrong = checkCounts(db).map((difference) => `counts: ${JSON.stringify(difference)}`);
    return misplaced > 0 ? [...wrong, `${misplaced} sales are counted as something else`] : wrong;
  } finally {
    db.close();
  }
};

const newGame = (shop: Shop, histories: readonly History[]) => {
  const { store } = shop;
  const merchants = histories.map((_, owner) => newMerchant(store, owner, shop.wait));
  const followed = new Map<number, FollowedOrder>();
  const range = newRange();
  let steps = 0;
  const buyers = newBuyers();

  const followNew = (merchant: Merchant, early: boolean): void => {
    for (const orderId of merchant.orderIds) {
      if (!followed.has(orderId)) followed.set(orderId, follow(store.order(orderId), merchant.owner, early));
    }
  };
  const placeFirst = (early: boolean): void => {
    for (const merchant of merchants) {
      const history = histories[merchant.owner];
      if (history === undefined || history.early !== early) continue;
      merchant.place(history.first);
      steps += 1;
      followNew(merchant, early);
    }
  };

  const playRound = (round: number): void => {
    if (round === 0) placeFirst(false);
    for (const merchant of merchants) {
      const rounds = histories[merchant.owner]?.rounds ?? [];
      steps += (rounds[round] ?? []).filter((step) => merchant.perform(step)).length;
      if (round < rounds.length) steps += 1;
      followNew(merchant, false);
    }
  };

  const noteAll = (round: number): void => {
    for (const each of followed.values()) {
      const wasHere = each.memory.place !== null;
      notePull(each, store.order(each.orderId), shop.binding());
      if (!wasHere && each.memory.place !== null) buyers.noteImport(each, round);
    }
  };

  const compareOne = async (each: FollowedOrder, seen: Seen): Promise<Differences> => {
    const { orderId } = each;
    const till = shop.till();
    const here = seen.orderIds.has(String(orderId));
    if (each.expected.every((sale) => sale === null)) {
      if (here) return [`order ${orderId} is here, and must not be`];
      const { reason } = await till.call('orders.why', { orderId });
      const reasons = reasonsFor(each, store.order(orderId));
      return reasons.includes(reason)
        ? []
        : [`order ${orderId} is not here by ${reason}, not by ${reasons.join(' or ')}`];
    }
    if (!here) return [`order ${orderId} is not here, and must be`];
    const sale = await till.call('sales.get', { orderId });
    return [...range.note(each, sale, seen), ...compareOrder(each, sale, seen), ...buyers.compare(sale, seen)];
  };

  const compareAll = async (seen: Seen, everything: boolean): Promise<ReadonlyMap<number, Differences>> => {
    const found = new Map<number, Differences>();
    for (const [owner, orders] of Map.groupBy(followed.values(), (each) => each.owner)) {
      if (!everything && !orders.some((each) => each.changed)) continue;
      const differences: Differences = [];
      for (const each of orders) differences.push(...(await compareOne(each, seen)));
      differences.push(...compareStock(orders, range, seen));
      if (differences.length > 0) found.set(owner, differences);
      for (const each of orders) each.changed = false;
    }
    return found;
  };

  const settle = async (round: number, last: boolean): Promise<readonly Failure[]> => {
    const till = shop.till();
    await till.call('sync.now', {});
    noteAll(round);
    const common: Differences = [];
    if (last) {
      const { orders } = await till.call('sync.now', {});
      const { imported, updated, held } = orders;
      if (imported + updated + held > 0) common.push(`a pull after the last one found news: ${JSON.stringify(orders)}`);
      common.push(...wrongCounts(till));
    }
    const seen = await lookAt(till, shop.outletIds);
    common.push(...buyers.compareAll(seen));
    const found = await compareAll(seen, last);
    const failures = [...found].map(([owner, differences]) => ({ owner, round, differences }));
    return common.length > 0 && failures.length === 0 ? [{ owner: -1, round, differences: common }] : failures;
  };

  placeFirst(true);
  return { playRound, settle, steps: () => steps };
};
