import { money } from '../money.ts';
import type { Line, Order, Pickup } from '../orders/order.ts';
import type { OrderMoney } from '../orders/order-money.ts';
import { locationById } from '../shop/locations.ts';
import { addressAnswer } from './address-answer.ts';
import { lineAnswer } from './line-answer.ts';
import { linkTo } from './link.ts';

/** Sideloaded lines are cut here, silently but for a remark (bigcommerce.md §0.3). */
const includedLines = 50;

const cutWarning =
  'Not all line items of this consignment are returned with this response, only 50 are included. ' +
  'To get all of them use the order products endpoint.';

/** Where the goods of an order go (bigcommerce.md §3.6); with links to its lines, or with the lines themselves. */
export const consignmentsAnswer = (storeHash: string, order: Order, amounts: OrderMoney, withLines: boolean) => {
  const listed = (belongs: (line: Line) => boolean) => {
    const lines = amounts.lines.filter(({ line }) => belongs(line));
    if (!withLines) {
      return { line_items: lines.map(({ line }) => linkTo(storeHash, `/orders/${order.id}/products/${line.id}`)) };
    }
    const cut = lines.length > includedLines ? { __warning__: { message: cutWarning } } : {};
    return { line_items: lines.slice(0, includedLines).map((each) => lineAnswer(order, each)), ...cut };
  };
  const hasDownloads = order.lines.some((line) => line.kind === 'digital');
  const hasCertificates = order.lines.some((line) => line.kind === 'giftcertificate');
  return {
    pickups:
      order.pickup === null ? [] : [{ ...pickupAnswer(order.pickup), ...listed((line) => line.kind === 'physical') }],
    shipping: order.addresses.map((address, index) => ({
      ...shippingConsignment(order, amounts, index),
      ...listed((line) => line.addressId === address.id),
    })),
    downloads: hasDownloads ? [listed((line) => line.kind === 'digital')] : [],
    email: {
      gift_certificates: hasCertificates
        ? [{ recipient_email: order.email, ...listed((line) => line.kind === 'giftcertificate') }]
        : [],
    },
  };
};

const pickupAnswer = ({ id, method }: Pickup) => {
  const location = locationById.get(method.locationId);
  return {
    id,
    pickup_method_id: method.id,
    pickup_method_display_name: method.displayName,
    collection_instructions: method.collectionInstructions,
    collection_time_description: method.collectionTimeDescription,
    location: {
      id: method.locationId,
      name: location?.label ?? '',
      code: location?.code ?? '',
      address_line_1: location?.street ?? '',
      address_line_2: '',
      city: location?.city ?? '',
      state: location?.state ?? '',
      postal_code: location?.zip ?? '',
      country_alpha2: 'US',
      email: location?.email ?? '',
      phone: location?.phone ?? '',
    },
  };
};

/** The part that `/consignments` and `/shipping_addresses` share. */
export const shippingConsignment = (order: Order, amounts: OrderMoney, index: number) => {
  const address = order.addresses[index];
  if (address === undefined) throw new RangeError(`Order ${order.id} has no address at place ${index}.`);
  const shipping = amounts.shippingByAddress[index] ?? amounts.shipping;
  const handling = amounts.handlingByAddress[index] ?? amounts.handling;
  const lines = order.lines.filter((line) => line.addressId === address.id);
  return {
    id: address.id,
    ...addressAnswer(address.address, order.email),
    items_total: lines.reduce((sum, line) => sum + line.quantity, 0),
    items_shipped: lines.reduce((sum, line) => sum + line.shipped, 0),
    shipping_method: address.method,
    base_cost: money(address.cost),
    cost_ex_tax: money(shipping.ex),
    cost_inc_tax: money(shipping.inc),
    cost_tax: money(shipping.tax),
    cost_tax_class_id: 2,
    base_handling_cost: money(address.handling),
    handling_cost_ex_tax: money(handling.ex),
    handling_cost_inc_tax: money(handling.inc),
    handling_cost_tax: money(handling.tax),
    handling_cost_tax_class_id: 2,
    shipping_zone_id: 1,
    shipping_zone_name: address.address.country,
    form_fields: [],
  };
};

/** One row of `GET /orders/{id}/shipping_addresses`. */
export const shippingAddressAnswer = (storeHash: string, order: Order, amounts: OrderMoney, index: number) => {
  const row = shippingConsignment(order, amounts, index);
  const quotes = linkTo(storeHash, `/orders/${order.id}/shipping_addresses/${row.id}/shipping_quotes`);
  return { ...row, order_id: order.id, shipping_quotes: quotes };
};
