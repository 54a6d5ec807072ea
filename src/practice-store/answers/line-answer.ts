import { money } from '../money.ts';
import type { Line, Order } from '../orders/order.ts';
import type { LineMoney } from '../orders/order-money.ts';
import { barcodeOf } from '../shop/barcode.ts';

/** One line as `GET /orders/{id}/products` gives it (bigcommerce.md §3.4). */
export const lineAnswer = (order: Order, { line, price, total, paid, wrapping, applied }: LineMoney) => ({
  id: line.id,
  order_id: order.id,
  product_id: line.productId,
  variant_id: line.variantId,
  order_pickup_method_id: line.kind === 'physical' ? (order.pickup?.id ?? 0) : 0,
  order_address_id: line.addressId,
  name: line.name,
  name_customer: line.name,
  name_merchant: line.name,
  sku: line.sku,
  upc: barcodeOf(line.variant?.id ?? 0),
  type: line.kind,
  base_price: money(order.taxInclusive ? price.inc : price.ex),
  price_ex_tax: money(price.ex),
  price_inc_tax: money(price.inc),
  price_tax: money(price.tax),
  base_total: money(order.taxInclusive ? total.inc : total.ex),
  total_ex_tax: money(total.ex),
  total_inc_tax: money(total.inc),
  total_tax: money(total.tax),
  discounted_total_inc_tax: money(paid),
  weight: line.variant?.product.weight ?? '0.0000',
  width: '0.0000',
  height: '0.0000',
  depth: '0.0000',
  quantity: line.quantity,
  quantity_shipped: line.shipped,
  quantity_refunded: line.refunded,
  is_refunded: line.refunded > 0 && line.refunded === line.quantity,
  refund_amount: '0.0000',
  return_id: 0,
  base_cost_price: '0.0000',
  cost_price_inc_tax: '0.0000',
  cost_price_ex_tax: '0.0000',
  cost_price_tax: '0.0000',
  base_wrapping_cost: money(line.wrapping),
  wrapping_cost_ex_tax: money(wrapping.ex),
  wrapping_cost_inc_tax: money(wrapping.inc),
  wrapping_cost_tax: money(wrapping.tax),
  wrapping_id: line.wrapping > 0 ? 1 : 0,
  wrapping_name: line.wrapping > 0 ? 'Kraft paper and ribbon' : null,
  wrapping_message: line.wrapping > 0 ? 'With love' : '',
  option_set_id: null,
  parent_order_product_id: line.parentId,
  is_bundled_product: line.parentId !== null,
  bin_picking_number: line.variant?.product.bin ?? '',
  external_id: null,
  fulfillment_source: '',
  brand: line.variant?.product.brand ?? '',
  event_name: null,
  event_date: '',
  fixed_shipping_cost: '0.0000',
  gift_certificate_id: line.kind === 'giftcertificate' ? line.id : null,
  ebay_item_id: '',
  ebay_transaction_id: '',
  applied_discounts: applied.map(({ discount, amount }) => ({
    id: discountIds[discount.kind] ?? String(discount.id),
    amount: money(amount),
    name: discount.name,
    code: discount.code === '' ? null : discount.code,
    target: 'order',
  })),
  product_options: optionsOf(line),
  configurable_fields: [],
});

/** Promotions are named by their number, the others by their kind (bigcommerce.md §3.4). */
const discountIds: Readonly<Record<string, string>> = { manual: 'manual-discount', coupon: 'total-coupon' };

const optionsOf = ({ id, variant }: Line) => {
  if (variant === null || variant.optionLabel === '') return [];
  const { optionName: name, optionLabel: label } = variant;
  return [
    {
      id: id * 10 + 1,
      option_id: 30,
      order_product_id: id,
      product_option_id: variant.product.id,
      display_name: name,
      display_name_customer: name,
      display_name_merchant: name,
      display_value: label,
      display_value_customer: label,
      display_value_merchant: label,
      value: String(variant.id),
      type: 'Multiple choice',
      name: name.toLowerCase(),
      display_style: 'Rectangle',
    },
  ];
};
