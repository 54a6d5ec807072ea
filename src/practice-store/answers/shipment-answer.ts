import { rfc2822 } from '../instants.ts';
import type { Order, Shipment } from '../orders/order.ts';
import { addressAnswer } from './address-answer.ts';

/** A shipment as V2 gives it (bigcommerce.md §6.1). */
export const shipmentAnswer = (order: Order, shipment: Shipment) => {
  const to = order.addresses.find((each) => each.id === shipment.addressId);
  return {
    id: shipment.id,
    order_id: order.id,
    customer_id: order.customerId,
    order_address_id: shipment.addressId,
    date_created: rfc2822(shipment.at),
    merchant_shipping_cost: '0.0000',
    shipping_provider_display_name: shipment.details.shipping_provider,
    generated_tracking_link: shipment.details.tracking_link,
    ...shipment.details,
    billing_address: addressAnswer(order.billing, order.email),
    shipping_address: to === undefined ? null : addressAnswer(to.address, order.email),
    items: shipment.items.map(({ lineId, quantity }) => ({
      order_product_id: lineId,
      product_id: order.lines.find((line) => line.id === lineId)?.productId ?? 0,
      quantity,
    })),
  };
};
