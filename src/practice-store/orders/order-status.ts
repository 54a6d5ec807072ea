/** BigCommerce's fifteen order statuses, in its order of display (bigcommerce.md §4). */
interface OrderStatus {
  readonly id: number;
  readonly label: string;
  readonly place: number;
  /** Whether money came in, by the status itself; it may have gone back since. */
  readonly paid: boolean;
  readonly description: string;
}

const row = (id: number, label: string, place: number, paid: boolean, description: string): OrderStatus => ({
  id,
  label,
  place,
  paid,
  description,
});

export const orderStatuses: readonly OrderStatus[] = [
  row(0, 'Incomplete', 0, false, 'The shopper reached the payment page but did not finish.'),
  row(1, 'Pending', 1, false, 'Checkout was started and not finished.'),
  row(7, 'Awaiting Payment', 2, false, 'Checkout is finished, payment is not confirmed.'),
  row(11, 'Awaiting Fulfillment', 3, true, 'Paid; to be prepared.'),
  row(9, 'Awaiting Shipment', 4, true, 'Packed; waits for the carrier.'),
  row(8, 'Awaiting Pickup', 5, true, 'Packed; waits for the customer.'),
  row(3, 'Partially Shipped', 6, true, 'Some of it has been shipped.'),
  row(10, 'Completed', 7, true, 'Shipped or picked up, and confirmed.'),
  row(2, 'Shipped', 8, true, 'Shipped; receipt is not confirmed.'),
  row(5, 'Cancelled', 9, false, 'The seller cancelled it.'),
  row(6, 'Declined', 10, false, 'The seller declined it.'),
  row(4, 'Refunded', 11, true, 'The money was given back.'),
  row(13, 'Disputed', 12, true, 'The buyer disputes the payment.'),
  row(12, 'Manual Verification Required', 13, false, 'On hold until somebody checks it.'),
  row(14, 'Partially Refunded', 14, true, 'A part of the money was given back.'),
];

const byId = new Map(orderStatuses.map((each) => [each.id, each]));

export const isOrderStatus = (id: number): boolean => byId.has(id);

/** BigCommerce's own label, whatever the merchant calls it; empty for an id it does not have. */
export const systemLabelOf = (id: number): string => byId.get(id)?.label ?? '';

export const isPaidStatus = (id: number): boolean => byId.get(id)?.paid ?? false;

/** Checkout was not finished: nothing is sold and nothing taken from stock. */
export const isUnfinished = (id: number): boolean => id === 0 || id === 1;

export const isVoided = (id: number): boolean => id === 5 || id === 6;
