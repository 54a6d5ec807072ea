import { expect, test } from 'vitest';
import { type Change, type ChangeName, changes, isPickup, rules, type Stage, stages } from './matrix-rules.ts';
import { JUG, MUG, type OutboxShop, openOutboxShop, type Staff, statusThere } from './outbox-shop.ts';

const OFFLINE_MS = 5 * 3_600_000;

/** What staff do with an order while the till has no network; unpaid goods leave by a manager's word. */
const work: Readonly<Record<Stage, (staff: Staff) => void>> = {
  new: () => undefined,
  started: (staff) => staff.start(),
  'part picked': (staff) => staff.pick({ [MUG]: 1 }),
  picked: (staff) => staff.pick(),
  packed: (staff) => staff.packAll(),
  'ready on shelf': (staff) => {
    staff.packAll();
    staff.ready();
  },
  'part shipped': (staff) => {
    staff.packAll();
    staff.ship({ pieces: { [MUG]: 1 }, override: 'He pays tomorrow' });
  },
  shipped: (staff) => {
    staff.packAll();
    staff.ship({ override: 'He pays tomorrow' });
  },
  'handed over': (staff) => {
    staff.packAll();
    staff.ready();
    staff.handOver('He pays tomorrow');
  },
};

/** One change in BigCommerce against every local stage, each on an order of its own. */
export const testChange = (name: ChangeName): void =>
  test(`${name}: every local stage ends in the written rule (N1, R90)`, async () => {
    const change: Change = changes[name];
    const shop = await openOutboxShop({ takesTooManyPieces: true });
    const orders = new Map<Stage, number>();
    for (const stage of stages) {
      const pickup = isPickup(stage) ? { shippingMethod: 'Pickup In Store' } : {};
      orders.set(stage, await shop.order({ statusId: change.from, ...pickup }));
    }
    for (const [stage, orderId] of orders) work[stage](shop.staff(orderId));
    shop.wait(OFFLINE_MS);
    for (const orderId of orders.values()) {
      change.make(shop.store, orderId, { mug: shop.lineId(orderId, MUG), jug: shop.lineId(orderId, JUG) });
    }
    await shop.settle(3);
    const ended = Object.fromEntries([...orders].map(([stage, orderId]) => [stage, seen(shop, orderId)]));
    expect(ended).toEqual(wanted(shop, name, orders));
  });

const wanted = (shop: OutboxShop, name: ChangeName, orders: ReadonlyMap<Stage, number>) => {
  const { stock, isPaid, cells } = rules[name];
  return Object.fromEntries(
    [...orders].map(([stage, orderId]) => {
      const [entries, shown, status, putBack] = cells[stage];
      const [mugs, jugs] = stock;
      const total = Number(shop.store.order(orderId).total_inc_tax);
      const overShipped: string[] = [];
      return [
        stage,
        { entries, shown, status, putBack, mugs: 0 - mugs, jugs: 0 - jugs, paid: isPaid ? total : 0, overShipped },
      ];
    }),
  );
};

const seen = (shop: OutboxShop, orderId: number) => {
  const db = shop.till.db();
  const { saleKey } = shop.sale(orderId);
  const taken = (sku: string) =>
    db.get<{ pieces: number }>(
      `SELECT coalesce(sum(m.quantity), 0) AS pieces FROM stock_movements m JOIN products p ON p.product_key = m.product_key
        WHERE m.sale_key = :saleKey AND p.sku = :sku`,
      { saleKey, sku },
    )?.pieces;
  const paid = db.get<{ paid: number }>(
    'SELECT coalesce(sum(amount), 0) AS paid FROM payments WHERE sale_key = :saleKey AND voided = 0',
    { saleKey },
  )?.paid;
  const back = db.get<{ pieces: number }>(
    'SELECT coalesce(sum(put_back), 0) AS pieces FROM fulfillments WHERE sale_key = :saleKey',
    { saleKey },
  );
  return {
    entries: shop
      .entries(orderId)
      .map(({ state }) => state)
      .join(' '),
    shown: shop.conflicts(orderId).join(' '),
    status: statusThere(shop.store, orderId),
    putBack: back?.pieces,
    mugs: taken(MUG),
    jugs: taken(JUG),
    paid: (paid ?? 0) / 10_000,
    overShipped: overShipped(shop, orderId),
  };
};

/** Lines of which BigCommerce counts more pieces as shipped than there were to ship; it takes them all (§6.2). */
const overShipped = (shop: OutboxShop, orderId: number): string[] =>
  shop.store
    .order(orderId)
    .products.filter(
      ({ quantity, quantity_shipped, quantity_refunded }) => quantity_shipped > quantity - quantity_refunded,
    )
    .map(({ name }) => name);
