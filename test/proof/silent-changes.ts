import type { DifferenceKind } from '../../src/contract/proof.ts';
import type { Drift, Place } from './drift.ts';

const silent = (name: string, kind: DifferenceKind, act: (at: Place) => void): Drift => ({
  name,
  kind,
  plant: (at) => at.shop.silently(at.orderId, () => act(at)),
});

/** What the merchant does, and BigCommerce lists no change for (bigcommerce.md §3.5). */
export const silentChanges: readonly Drift[] = [
  silent('an order is completed there', 'bigcommerce_status', ({ store, orderId }) => store.setStatus(orderId, 10)),
  silent('an order is disputed there', 'sale_status', ({ store, orderId }) => store.setStatus(orderId, 13)),
  silent('an order is cancelled there', 'sale_status', ({ store, orderId }) => store.cancel(orderId)),
  silent('an order is pending again there', 'bigcommerce_status', ({ store, orderId }) => store.setStatus(orderId, 1)),
  silent('an order is archived there', 'order_gone_there', ({ store, orderId }) => store.archive(orderId)),
  silent('an order is shipped there', 'fulfillment', ({ store, orderId }) => void store.ship(orderId)),
  silent('a quantity is edited there', 'lines', ({ store, orderId, lineIds }) =>
    store.editLines(orderId, { quantities: [{ lineId: lineIds[0] ?? 0, quantity: 3 }] }),
  ),
  silent('an edited quantity takes less stock there', 'stock_of_sale', ({ store, orderId, lineIds }) =>
    store.editLines(orderId, { quantities: [{ lineId: lineIds[1] ?? 0, quantity: 1 }] }),
  ),
  silent('a line is added there', 'total', ({ store, orderId }) =>
    store.editLines(orderId, { add: [{ sku: 'ADDED', name: 'Added', price: '3.00' }] }),
  ),
  silent('a line is taken off there', 'payments', ({ store, orderId, lineIds }) =>
    store.editLines(orderId, { remove: [lineIds[1] ?? 0] }),
  ),
  silent(
    'money went back that the feed was late with',
    'returns',
    ({ store, orderId }) => void store.refund(orderId, { amount: '4.00' }),
  ),
  silent(
    'goods came back that the feed was late with',
    'stock_of_sale',
    ({ store, orderId, lineIds }) => void store.refund(orderId, { items: [{ lineId: lineIds[0] ?? 0, quantity: 1 }] }),
  ),
  silent('the notes are changed there', 'details', ({ store, orderId }) =>
    store.setStaffNotes(orderId, 'Leave at the door'),
  ),
  {
    ...silent('an unpaid order is paid there', 'payments', ({ store, orderId }) => store.pay(orderId)),
    draft: { statusId: 7 },
  },
];
