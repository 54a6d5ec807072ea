import { type PracticeStore, startPracticeStore } from '../../src/practice-store/practice-store.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { type DirectTill, openDirectTill } from './direct-till.ts';
import { type Good, type Goods, stockUp } from './goods.ts';
import type { Deed, Story } from './story.ts';

/** The world of one story: a store, a till, two clocks, and what a model that shares no code with the till expects. */
export interface World {
  readonly store: PracticeStore;
  readonly till: DirectTill;
  readonly goods: Goods;
  readonly wait: (seconds: number) => void;
  /** What staff moved, by product. */
  readonly byStaff: ReadonlyMap<number, number>;
  readonly perform: (deed: Deed) => void;
  readonly close: () => Promise<void>;
}

export const openWorld = async ({ behavior, delayMs }: Story): Promise<World> => {
  let now = Date.parse('2026-03-02T09:00:00Z');
  let behind = 0;
  const store = await startPracticeStore({
    clock: () => now,
    quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 },
    updateStockBehavior: behavior,
    inventoryDelayMs: delayMs,
  });
  const folder = makeFolder();
  const till = openDirectTill(folder.path, store, () => now - behind);
  const goods = stockUp(store, till);
  const byStaff = new Map<number, number>();
  for (const { productKey, counted } of goods.all) if (counted !== null) byStaff.set(productKey, counted);
  const staffMove = ({ productKey }: Good, quantity: number, kind: 'in_store_sale' | 'receive' | 'count') => {
    if (quantity === 0) return;
    till.move('bound', productKey, quantity, kind);
    byStaff.set(productKey, (byStaff.get(productKey) ?? 0) + quantity);
  };
  const orderIds: number[] = [];

  const perform = (deed: Deed): void => {
    switch (deed.do) {
      case 'wait':
        now += deed.seconds * 1_000;
        return;
      case 'clock back':
        behind += deed.seconds * 1_000;
        return;
      case 'restart':
        till.crash();
        return;
      case 'place':
        orderIds.push(store.placeOrder(draftOf(deed, goods)));
        return;
      case 'sell':
      case 'receive':
      case 'count': {
        const good = pick(goods.all, deed.item);
        // LAMP is never counted, by anybody.
        if (good.counted === null) return;
        if (deed.do === 'sell') staffMove(good, -deed.pieces, 'in_store_sale');
        else if (deed.do === 'receive') staffMove(good, deed.pieces, 'receive');
        else staffMove(good, deed.pieces - till.onHand(good.productKey), 'count');
        return;
      }
      default: {
        const orderId = orderIds[deed.order % Math.max(1, orderIds.length)];
        if (orderId !== undefined) changeOrder(store, orderId, deed);
      }
    }
  };

  return {
    store,
    till,
    goods,
    byStaff,
    perform,
    wait: (seconds) => {
      now += seconds * 1_000;
    },
    close: async () => {
      till.close();
      await store.stop();
      folder.remove();
    },
  };
};

const pick = <T>(all: readonly T[], place: number): T => {
  const found = all[place % all.length];
  if (found === undefined) throw new RangeError('There is nothing to pick from.');
  return found;
};

const draftOf = ({ goods: wanted, statusId }: Extract<Deed, { do: 'place' }>, goods: Goods) => ({
  statusId,
  lines: wanted.map(({ item, pieces }) => {
    const { sku, productId } = pick(goods.all, item);
    return { sku, productId, quantity: pieces };
  }),
});

type OrderDeed = Extract<Deed, { order: number }>;

/** Does to an order what BigCommerce lets happen to it. */
const changeOrder = (store: PracticeStore, orderId: number, deed: OrderDeed): void => {
  const order = store.order(orderId);
  const unfinished = [0, 1].includes(order.status_id);
  const voided = [5, 6].includes(order.status_id);
  if (deed.do === 'status') {
    store.setStatus(orderId, deed.to);
    return;
  }
  if (deed.do === 'ship') {
    const items = order.products
      .map(({ id, quantity, quantity_shipped, quantity_refunded }) => ({
        lineId: id,
        quantity: Math.min(deed.all ? quantity : 1, quantity - quantity_shipped - quantity_refunded),
      }))
      .filter(({ quantity }) => quantity > 0);
    if (items.length > 0 && !unfinished && !voided)
      store.ship(orderId, { items: deed.all ? items : items.slice(0, 1) });
    return;
  }
  const line = pick(order.products, deed.line);
  const left = line.quantity - line.quantity_refunded;
  if (deed.do === 'refund') {
    const isPaid = !unfinished && order.status_id !== 7 && order.status_id !== 12;
    if (!isPaid || left < 1) return;
    // A refund that revives a cancelled order and tells no list waits for the check-up (docs/decisions/0013).
    const silent = deed.silent && !voided;
    store.refund(orderId, { items: [{ lineId: line.id, quantity: Math.min(left, deed.pieces) }], silent });
    return;
  }
  const pieces = Math.max(line.quantity_shipped + line.quantity_refunded, deed.pieces);
  if (line.quantity_refunded === 0) store.editLines(orderId, { quantities: [{ lineId: line.id, quantity: pieces }] });
};
