import { z } from 'zod';

/**
 * BigCommerce's order JSON as far as it is used, with its quirks (bigcommerce.md §3). Unknown fields are dropped: new
 * ones appear without notice (§2), and IP and geo data is not ours to keep.
 */
const text = z.string().nullish();
/** Whether it is money is decided where it is read as an amount. */
const money = z.unknown().optional();
const integer = z.number().int();
/** More pieces of a thing are a mistake, and sums of them would leave what a number can say. */
const count = integer.nonnegative().max(1_000_000_000);

export const lineDto = z.object({
  id: integer,
  product_id: integer.nullish(),
  variant_id: integer.nullish(),
  order_address_id: integer.nullish(),
  order_pickup_method_id: integer.nullish(),
  name: text,
  sku: text,
  type: text,
  quantity: count,
  quantity_shipped: count.nullish(),
  quantity_refunded: count.nullish(),
  total_inc_tax: money,
  total_ex_tax: money,
  total_tax: money,
  parent_order_product_id: integer.nullish(),
  product_options: z.array(z.object({ display_name: text, display_value: text })).nullish(),
  bin_picking_number: text,
  upc: text,
});

const warning = z.object({ message: z.string() }).nullish();
/** Whole lines when sideloaded, links otherwise; read line by line. */
const lineItems = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).nullish();

export const addressDto = z.object({
  id: integer,
  first_name: text,
  last_name: text,
  company: text,
  street_1: text,
  street_2: text,
  city: text,
  state: text,
  zip: text,
  country: text,
  phone: text,
  email: text,
  shipping_method: text,
  line_items: lineItems,
  __warning__: warning,
});
export type AddressDto = z.output<typeof addressDto>;

const pickupDto = z.object({
  id: integer,
  pickup_method_display_name: text,
  location: z.object({ name: text }).nullish(),
  line_items: lineItems,
  __warning__: warning,
});
export type PickupDto = z.output<typeof pickupDto>;

const linesOnly = z.object({ line_items: lineItems, __warning__: warning });

export const consignmentsDto = z.object({
  shipping: z.array(addressDto).nullish(),
  pickups: z.array(pickupDto).nullish(),
  downloads: z.array(linesOnly).nullish(),
  email: z.union([z.object({ gift_certificates: z.array(linesOnly).nullish() }), z.array(z.unknown())]).nullish(),
});
export type ConsignmentsDto = z.output<typeof consignmentsDto>;

const feeDto = z.object({
  id: z.union([z.number(), z.string().max(40)]),
  display_name_customer: text,
  display_name_merchant: text,
  cost_ex_tax: money,
  cost_inc_tax: money,
  cost_tax: money,
});

/** Present as a link object when it was not asked for. */
const link = z.object({ url: z.string() }).transform(() => null);

export const orderDto = z.object({
  id: integer.positive(),
  customer_id: z.number().nullish(),
  date_created: z.string(),
  date_modified: z.string(),
  status_id: integer,
  status: text,
  custom_status: text,
  total_inc_tax: money,
  total_ex_tax: money,
  total_tax: money,
  shipping_cost_inc_tax: money,
  shipping_cost_ex_tax: money,
  shipping_cost_tax: money,
  handling_cost_inc_tax: money,
  handling_cost_ex_tax: money,
  handling_cost_tax: money,
  wrapping_cost_inc_tax: money,
  wrapping_cost_ex_tax: money,
  wrapping_cost_tax: money,
  discount_amount: money,
  coupon_discount: money,
  store_credit_amount: money,
  gift_certificate_amount: money,
  items_total: z.number().nullish(),
  is_tax_inclusive_pricing: z.boolean().nullish(),
  payment_method: text,
  payment_status: text,
  currency_code: text,
  default_currency_code: text,
  external_source: text,
  staff_notes: text,
  customer_message: text,
  is_deleted: z.boolean().nullish(),
  billing_address: z.object({ first_name: text, last_name: text, company: text, phone: text, email: text }).nullish(),
  fees: z.union([z.array(feeDto), z.object({ fees: z.array(feeDto) }).transform((page) => page.fees), link]).nullish(),
  /** The object asked for, the older array around it, or a link (bigcommerce.md §3.2). */
  consignments: z.union([z.array(consignmentsDto), link, consignmentsDto.transform((one) => [one])]).nullish(),
});
export type OrderDto = z.output<typeof orderDto>;
