import { isStocked } from './model-lines.ts';
import { givenBack, type WebLine, type WebOrder } from './web-order.ts';

export interface ModelFulfillment {
  readonly type: 'delivery' | 'pickup';
  readonly status: string;
  readonly lines: readonly { readonly lineId: string; readonly ordered: number; readonly fulfilled: number }[];
}

/** How much of each line was ever seen to have left; an import never takes it back. */
export type HandedOver = ReadonlyMap<number, number>;

/** What is carried: of a bundle its parts, which are on the shelf, and not the box that names them. */
const goodsAt = (order: WebOrder, belongs: (line: WebLine) => boolean): readonly WebLine[] =>
  order.products.filter((line) => isStocked(order, line) && belongs(line));

interface Consignment {
  readonly type: 'delivery' | 'pickup';
  readonly lines: readonly WebLine[];
}

/** One for each address and pickup that has goods; where none has, one with nothing to pick. */
const consignmentsOf = (order: WebOrder): readonly Consignment[] => {
  const pickup = { type: 'pickup' as const, lines: goodsAt(order, (line) => line.order_pickup_method_id > 0) };
  const parcels = order.shipping_addresses.map((address) => ({
    type: /pick ?-?up/i.test(address.shipping_method) ? ('pickup' as const) : ('delivery' as const),
    lines: goodsAt(order, (line) => line.order_address_id === address.id),
  }));
  const loaded = [pickup, ...parcels].filter(({ lines }) => lines.length > 0);
  return loaded.length > 0 ? loaded : [{ type: 'delivery', lines: [] }];
};

/** What was given back need not be handed over any more (bigcommerce.md §6.2). */
const wanted = (order: WebOrder, line: WebLine): number => line.quantity - givenBack(order, line.id);

/** What is known to have left, with what the order says now: statuses 2 and 10 mean all of it, 8 and 9 mean nothing. */
export const handedOverNow = (order: WebOrder, before: HandedOver): HandedOver => {
  const all = order.status_id === 2 || order.status_id === 10;
  return new Map(
    order.products.map((line) => {
      const now = all ? Math.max(wanted(order, line), line.quantity_shipped) : line.quantity_shipped;
      return [line.id, Math.max(now, before.get(line.id) ?? 0)];
    }),
  );
};

export const fulfillmentsOf = (order: WebOrder, gone: HandedOver, voided: boolean): readonly ModelFulfillment[] =>
  consignmentsOf(order).map(({ type, lines }) => {
    const rows = lines.map((line) => {
      const fulfilled = gone.get(line.id) ?? 0;
      return { lineId: String(line.id), ordered: Math.max(wanted(order, line), fulfilled), fulfilled };
    });
    return { type, lines: rows, status: voided ? 'cancelled' : statusOf(rows) };
  });

/** Where nothing is left to hand over because all of it was given back, the promise is off. */
const statusOf = (rows: ModelFulfillment['lines']): string => {
  if (rows.length > 0 && rows.every((row) => row.ordered === 0)) return 'cancelled';
  if (rows.every((row) => row.fulfilled >= row.ordered)) return 'fulfilled';
  return rows.some((row) => row.fulfilled > 0) ? 'picking' : 'new';
};
