import { orderStatusOf } from '../domain/order-status.ts';
import { knownOrders } from '../pull/known-orders.ts';
import { saleRecord } from '../pull/sale-target.ts';
import type { Writer } from '../store/connection.ts';
import { pastOfSale, rekeySale } from '../store/mending.ts';
import { insertSale, type StoredSale, saleByKey } from '../store/sales.ts';
import type { MendContext, TheirOrder } from './mend-order.ts';

/**
 * Gives a sale that lost its own row one again, under the key that its lines, payments and movements still carry. A new
 * import beside them would take the stock a second time (R29). Undefined when nothing is left of such a sale.
 */
export const reviveSale = (db: Writer, context: MendContext, { order }: TheirOrder): StoredSale | undefined => {
  const status = orderStatusOf(order.statusId);
  if (!status || status.sale === 'not_imported') return undefined;
  const lost = context.lost();
  const left = order.lines.map((line) => lost.get(String(line.lineId))).find((sale) => sale !== undefined);
  if (!left || saleByKey(db, left.saleKey)) return undefined;
  const { binding } = context;
  const place = left.outletKey !== null && left.registerKey !== null ? left : binding;
  const known = knownOrders(db, context.link.linkKey, { orderIds: [], emails: [order.buyer.email] });
  const record = saleRecord(db, { ...context, known }, order, status, {
    stored: undefined,
    paid: 0,
    refunded: 0,
    fulfillments: [],
    unreturned: 0,
  });
  const { revision } = pastOfSale(db, left.saleKey);
  const { outletKey, registerKey } = place;
  rekeySale(
    db,
    insertSale(db, {
      ...record,
      outletKey: outletKey ?? binding.outletKey,
      registerKey: registerKey ?? binding.registerKey,
      revision,
    }),
    left.saleKey,
  );
  return saleByKey(db, left.saleKey);
};
