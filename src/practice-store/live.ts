import { secondOf } from './instants.ts';
import type { Order } from './orders/order.ts';
import { confirmPayment, setOrderStatus } from './orders/order-life.ts';
import { placeOrders } from './orders/place-orders.ts';
import { refundOrder } from './orders/refunding.ts';
import { addShipment, plainDetails, remainingItems, remainingOf } from './orders/shipping.ts';
import { type Random, seededRandom } from './random.ts';
import type { Shop } from './shop/shop.ts';

export interface LiveOptions {
  /** How long between two happenings; 4,000 by default. */
  readonly everyMs?: number | undefined;
  readonly seed?: number | undefined;
}

/** A shop that is open: orders keep arriving, get paid, shipped, refunded and cancelled. */
export interface Live {
  readonly start: (options?: LiveOptions) => void;
  readonly stop: () => void;
}

export const newLive = (shop: Shop): Live => {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    start: ({ everyMs = 4_000, seed = shop.settings.seed } = {}) => {
      stop();
      const random = seededRandom(seed);
      timer = setInterval(() => liveStep(shop, random), everyMs);
    },
    stop,
  };
};

type Happening = (shop: Shop, random: Random, at: number) => void;

/** Things happen to the latest orders; older ones are left to the shop's staff. */
const latest = 60;

/** Lets one thing happen: mostly somebody buys. */
export const liveStep = (shop: Shop, random: Random): void => {
  random.weighted(happenings)(shop, random, secondOf(shop.clock));
};

const arrive: Happening = (shop, random) => {
  const statusId = random.weighted<number>([
    [11, 78],
    [7, 12],
    [0, 10],
  ]);
  placeOrders(shop, 1, { statusId });
};

/** Something that happens to one recent order in one of these statuses; nothing where there is none. */
const toOne =
  (statuses: readonly number[], change: (shop: Shop, order: Order, at: number) => void): Happening =>
  (shop, random, at) => {
    const recent = shop.book.byId.entries.slice(-latest);
    const candidates = recent.filter((order) => statuses.includes(order.statusId) && !order.archived);
    if (candidates.length === 0) return;
    const order = random.pick(candidates);
    change(shop, order, at);
    shop.book.touch(order, at);
  };

const shipElsewhere = (shop: Shop, order: Order, at: number): void => {
  const [first] = order.addresses;
  if (first === undefined) {
    setOrderStatus(shop, order, 10, at);
    return;
  }
  const items = remainingItems(order, first.id);
  if (items.length > 0)
    addShipment(shop, order, { addressId: first.id, items, details: plainDetails(first.method) }, at);
};

const refundOne = (shop: Shop, order: Order, at: number): void => {
  const line = order.lines.find((each) => each.price > 0 && remainingOf(each) > 0);
  if (line === undefined) return;
  refundOrder(shop, order, { items: [{ lineId: line.id, quantity: 1 }], reason: 'Changed their mind' }, at);
};

const happenings: readonly (readonly [Happening, number])[] = [
  [arrive, 70],
  [toOne([0, 1, 7], confirmPayment), 10],
  [toOne([11, 9], shipElsewhere), 8],
  [toOne([11, 9, 2, 10], refundOne), 5],
  [toOne([11, 7], (shop, order, at) => setOrderStatus(shop, order, 5, at)), 4],
  [toOne([2], (shop, order, at) => setOrderStatus(shop, order, 10, at)), 3],
];
