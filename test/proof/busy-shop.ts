import { join } from 'node:path';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import type { OrderDraft, PracticeStore } from '../../src/practice-store/practice-store.ts';
import { openLinkedTill, openStore, type Till } from '../support/linked-till.ts';

/** A shop with a history, its till up to date, and hands that can reach into both without anybody noticing. */
export interface BusyShop {
  readonly store: PracticeStore;
  readonly till: Till & { readonly outletId: string; readonly registerId: string };
  /** BigCommerce's clock goes on. */
  readonly later: (ms: number) => void;
  /** What the merchant does leaves the order's `date_modified` as it was. */
  readonly silently: (orderId: number, act: () => void) => void;
  /** Places an order that no list of changes ever shows. */
  readonly placeUnseen: (draft: OrderDraft) => number;
  /** Our own rows, unguarded: no foreign keys, a ledger that can be written. */
  readonly tamper: <T>(work: (db: Connection) => T) => T;
}

const ONE_HOUR_MS = 3_600_000;

export const openBusyShop = async (orders: number): Promise<BusyShop> => {
  let now = Date.now() - 30 * 24 * ONE_HOUR_MS;
  const store = await openStore({ clock: () => now, quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 } });
  const opening = now;
  const till = await openLinkedTill(store);
  const later = (ms: number) => {
    now += ms;
  };
  const at = <T>(instant: number, act: () => T): T => {
    const before = now;
    now = instant;
    try {
      return act();
    } finally {
      now = before;
    }
  };
  later(ONE_HOUR_MS);
  if (orders > 0) await fill(store, till, orders, later);
  return {
    store,
    till,
    later,
    silently: (orderId, act) => at(Date.parse(store.order(orderId).date_modified), act),
    placeUnseen: (draft) => at(opening, () => store.placeOrder({ ...draft, dateCreated: opening })),
    tamper: (work) => {
      const db = openConnection(join(till.folder, 'tillbridge.db'));
      try {
        db.execute('PRAGMA foreign_keys = OFF');
        db.execute('DROP TRIGGER IF EXISTS stock_movements_never_change');
        db.execute('DROP TRIGGER IF EXISTS stock_movements_never_go');
        return work(db);
      } finally {
        db.close();
      }
    },
  };
};

/** Random orders that live on: shipped, refunded, edited, cancelled, archived, with pulls in between. */
const fill = async (store: PracticeStore, till: Till, orders: number, later: (ms: number) => void): Promise<void> => {
  const ids = store.placeOrders(orders);
  await till.call('sync.now', {});
  const each = (step: number, from: number, act: (orderId: number) => void) => {
    for (let place = from; place < ids.length; place += step) {
      later(1_000);
      // Not every order can be shipped, refunded or edited: those stay as they are.
      tryTo(() => act(ids[place] ?? 0));
    }
  };
  each(7, 0, (orderId) => store.ship(orderId));
  each(9, 1, (orderId) => store.refund(orderId, { amount: '1.00' }));
  each(11, 2, (orderId) => store.refund(orderId));
  await till.call('sync.now', {});
  each(13, 3, (orderId) => {
    const [line] = store.order(orderId).products;
    if (line) store.editLines(orderId, { quantities: [{ lineId: line.id, quantity: line.quantity + 1 }] });
  });
  each(12, 4, (orderId) => store.cancel(orderId));
  await till.call('sync.now', {});
  each(17, 5, (orderId) => store.pay(orderId));
  each(24, 4, (orderId) => store.setStatus(orderId, 11));
  each(19, 6, (orderId) => store.setStatus(orderId, 1));
  each(23, 7, (orderId) => store.refund(orderId, { amount: '2.00', silent: true }));
  await till.call('sync.now', {});
  later(ONE_HOUR_MS);
};

const tryTo = (act: () => void): void => {
  try {
    act();
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof Error && error.name === 'Refusal')) throw error;
  }
};

/** Every row of every table; an index over words counts as tables, too. */
export const everyTable = (db: Connection): Record<string, unknown[]> => {
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  return Object.fromEntries(
    tables
      .filter(({ name }) => !name.endsWith('_search'))
      .map(({ name }) => [name, db.all(`SELECT * FROM "${name}" ORDER BY 1, 2`)]),
  );
};
