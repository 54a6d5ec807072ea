import { sum, units, type WebLine, type WebOrder } from './web-order.ts';

/** A line of goods: named by BigCommerce's line id, so that an edit finds it again (R72). */
export interface ProductLine {
  readonly lineId: string;
  readonly product: ProductKey;
  readonly quantity: number;
  readonly total: number;
  readonly tax: number;
  readonly parentLineId: string | null;
}

/** What makes two lines the same product: the stored ids, else the SKU, else the name; an empty SKU merges nothing (R20). */
export type ProductKey = string;

export interface SaleLines {
  readonly products: readonly ProductLine[];
  /** Tax included; a kind without a charge is not here (R39). */
  readonly charges: Readonly<Record<string, number>>;
  readonly fees: Readonly<Record<string, number>>;
  /** What comes off, as a negative amount. */
  readonly discounts: number;
  readonly rounding: number;
}

export const productKey = ({ product_id, variant_id, sku, name }: WebLine): ProductKey => {
  if (product_id > 0) return `${product_id}/${variant_id}`;
  return sku.trim() === '' ? `name ${name}` : `sku ${sku.trim()}`;
};

/** A line adds to the total what its exact side says (bigcommerce.md §0.7), tax in it. */
const lineTotal = (order: WebOrder, line: WebLine): number =>
  order.is_tax_inclusive_pricing ? units(line.total_inc_tax) : units(line.total_ex_tax) + units(line.total_tax);

const nonZero = (amounts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));

export const saleLines = (order: WebOrder): SaleLines => {
  const products = order.products.map((line) => ({
    lineId: String(line.id),
    product: productKey(line),
    quantity: line.quantity,
    total: lineTotal(order, line),
    tax: units(line.total_tax),
    parentLineId: line.parent_order_product_id === null ? null : String(line.parent_order_product_id),
  }));
  const charges = nonZero({
    shipping: units(order.shipping_cost_inc_tax),
    handling: units(order.handling_cost_inc_tax),
    wrapping: units(order.wrapping_cost_inc_tax),
  });
  const fees = nonZero(
    Object.fromEntries(order.fees.map((fee) => [fee.display_name_customer, units(fee.cost_inc_tax)])),
  );
  const discounts = 0 - units(order.discount_amount) - units(order.coupon_discount);
  const explained =
    sum(products.map((line) => line.total)) + sum(Object.values(charges)) + sum(Object.values(fees)) + discounts;
  return { products, charges, fees, discounts, rounding: units(order.total_inc_tax) - explained };
};

/** A bundle's parent takes no stock: its parts do. Downloads and gift certificates are not on a shelf (R27). */
export const isStocked = (order: WebOrder, line: WebLine): boolean =>
  line.type === 'physical' && !order.products.some((other) => other.parent_order_product_id === line.id);
