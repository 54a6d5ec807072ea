/** What a BigCommerce order status makes of the sale (R42–R58). Keyed on the id: merchants rename the labels (R57). */
export interface OrderStatus {
  readonly id: number;
  readonly label: string;
  readonly meaning: string;
  readonly sale: 'not_imported' | 'closed' | 'voided';
  /** Whether the status itself says that the order was paid (bigcommerce.md §4 and §8.1). */
  readonly paid: boolean;
  /** Handing over needs a manager's override (R70). */
  readonly onHold: boolean;
  /** All goods have left, whoever recorded it. */
  readonly handedOver: boolean;
}

type Traits = Partial<Pick<OrderStatus, 'paid' | 'onHold' | 'handedOver'>>;

const status = (
  id: number,
  label: string,
  sale: OrderStatus['sale'],
  meaning: string,
  { paid = false, onHold = false, handedOver = false }: Traits = {},
): OrderStatus => ({ id, label, sale, meaning, paid, onHold, handedOver });

/** In BigCommerce's own display order. */
export const orderStatuses: readonly OrderStatus[] = [
  status(0, 'Incomplete', 'not_imported', 'The shopper reached the payment page and did not finish.'),
  status(1, 'Pending', 'not_imported', 'Checkout was started and is not finished.'),
  status(7, 'Awaiting Payment', 'closed', 'Checkout is complete; payment is not confirmed yet.'),
  status(11, 'Awaiting Fulfillment', 'closed', 'Paid; the goods are to be prepared.', { paid: true }),
  status(9, 'Awaiting Shipment', 'closed', 'Packed; waits for the carrier.', { paid: true }),
  status(8, 'Awaiting Pickup', 'closed', 'Packed; waits for the customer.', { paid: true }),
  status(3, 'Partially Shipped', 'closed', 'Some of the goods have been shipped.', { paid: true }),
  status(10, 'Completed', 'closed', 'Paid and handed over.', { paid: true, handedOver: true }),
  status(2, 'Shipped', 'closed', 'Shipped; receipt is not confirmed.', { paid: true, handedOver: true }),
  status(5, 'Cancelled', 'voided', 'The seller cancelled the order.'),
  status(6, 'Declined', 'voided', 'The seller declined the order.'),
  status(4, 'Refunded', 'closed', 'The money went back to the customer.', { paid: true }),
  status(13, 'Disputed', 'closed', 'The customer disputes the payment.', { paid: true, onHold: true }),
  status(12, 'Manual Verification Required', 'closed', 'On hold until somebody has checked it.', { onHold: true }),
  status(14, 'Partially Refunded', 'closed', 'A part of the money went back to the customer.', { paid: true }),
];

const byId = new Map(orderStatuses.map((each) => [each.id, each]));

/** Undefined for an id that is not in the table: such an order is held as "unmapped status" (R58). */
export const orderStatusOf = (id: number): OrderStatus | undefined => byId.get(id);
