import type { DifferenceKind } from '../../src/contract/proof.ts';
import type { Connection, SqlValue } from '../../src/main/store/connection.ts';
import type { OrderDraft } from '../../src/practice-store/practice-store.ts';
import type { BusyShop } from './busy-shop.ts';

/** One thing that is wrong, on an order of its own. */
export interface Drift {
  /** What is wrong, as staff would say it. */
  readonly name: string;
  readonly kind: DifferenceKind;
  readonly draft?: OrderDraft;
  /** What honestly happens to the order before, and is pulled. */
  readonly before?: (at: Place) => void;
  readonly plant: (at: Place) => void;
}

/** The order of a drift, and what can be done to it. */
export interface Place {
  readonly shop: BusyShop;
  readonly store: BusyShop['store'];
  readonly orderId: number;
  /** Its sale's key. */
  readonly key: number;
  readonly lineIds: readonly number[];
  /** SQL on our rows; `:key` is the sale's key, `:order` the order's number. */
  readonly run: (sql: string, params?: Readonly<Record<string, SqlValue>>) => void;
}

export const skuOf = (place: number, line: 'A' | 'B'): string => `DRIFT${place}-${line}`;

export const draftOf = (place: number, { draft = {} }: Pick<Drift, 'draft'>): OrderDraft => ({
  email: `drift${place}@example.com`,
  shipping: '5.00',
  lines: [
    { sku: skuOf(place, 'A'), name: `Lamp ${place}`, quantity: 5, price: '10.00' },
    { sku: skuOf(place, 'B'), name: `Shade ${place}`, quantity: 2, price: '20.00' },
  ],
  ...draft,
});

export const placeOf = (shop: BusyShop, db: Connection, orderId: number): Place => {
  const sale = db.get<{ key: number }>('SELECT sale_key AS key FROM sales WHERE order_id = :orderId', { orderId });
  const key = sale?.key ?? 0;
  return {
    shop,
    store: shop.store,
    orderId,
    key,
    lineIds: shop.store.order(orderId).products.map((line) => line.id),
    run: (sql, params = {}) => {
      const all: Record<string, SqlValue> = { key, order: orderId, ...params };
      const used = Object.fromEntries(Object.entries(all).filter(([name]) => new RegExp(`:${name}\\b`).test(sql)));
      // A drift that touches nothing would prove nothing.
      if (db.run(sql, used).changes === 0) throw new Error(`nothing was tampered with: ${sql}`);
    },
  };
};
