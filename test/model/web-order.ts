/** What the model reads of an order as BigCommerce shows it (bigcommerce.md §3.3, §3.4, §3.6 and §8.2). */
export interface WebOrder {
  readonly id: number;
  readonly status_id: number;
  readonly date_created: string;
  readonly is_deleted: boolean;
  readonly is_tax_inclusive_pricing: boolean;
  readonly default_currency_code: string;
  readonly total_inc_tax: string;
  readonly total_tax: string;
  readonly shipping_cost_inc_tax: string;
  readonly handling_cost_inc_tax: string;
  readonly wrapping_cost_inc_tax: string;
  readonly discount_amount: string;
  readonly coupon_discount: string;
  readonly store_credit_amount: string;
  readonly gift_certificate_amount: string;
  readonly payment_method: string;
  readonly payment_status: string;
  readonly billing_address: { readonly first_name: string; readonly last_name: string; readonly email: string };
  readonly products: readonly WebLine[];
  readonly fees: readonly { readonly display_name_customer: string; readonly cost_inc_tax: string }[];
  readonly shipping_addresses: readonly { readonly id: number; readonly shipping_method: string }[];
  readonly refunds: readonly WebRefund[];
}

export interface WebLine {
  readonly id: number;
  readonly product_id: number;
  readonly variant_id: number;
  readonly order_address_id: number;
  readonly order_pickup_method_id: number;
  readonly name: string;
  readonly sku: string;
  readonly type: string;
  readonly quantity: number;
  readonly quantity_shipped: number;
  readonly total_inc_tax: string;
  readonly total_ex_tax: string;
  readonly total_tax: string;
  readonly parent_order_product_id: number | null;
}

export interface WebRefund {
  readonly id: number;
  readonly total_amount: number;
  readonly items: readonly { readonly item_type: string; readonly item_id: number; readonly quantity?: number }[];
  readonly payments: readonly { readonly amount: number; readonly is_declined: boolean }[];
}

/** Ten-thousandths of a decimal such as `"12.3400"`, `"8"` or `-0.5`. */
export const units = (decimal: string | number): number => Math.round(Number(decimal) * 10_000);

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Pieces of a line that refunds gave back. */
export const givenBack = (order: WebOrder, lineId: number): number =>
  sum(
    order.refunds
      .flatMap(({ items }) => items)
      .map((item) => (item.item_type === 'PRODUCT' && item.item_id === lineId ? (item.quantity ?? 0) : 0)),
  );
