import type { Amount } from './amount.ts';

/** A web order as it lives in BigCommerce, read and checked. Instants are UTC milliseconds. */
export interface Order {
  readonly orderId: number;
  readonly statusId: number;
  /** The label as the merchant named it; never map on it (R57). */
  readonly statusLabel: string;
  readonly placedAt: number;
  readonly modifiedAt: number;
  readonly archived: boolean;
  /** The currency the shopper pays in; all amounts are in it. */
  readonly currency: string;
  readonly buyer: Buyer;
  readonly customerMessage: string;
  readonly staffNotes: string;
  /** Set when another system wrote the order; a sale of this till must not come back as an order (R31). */
  readonly externalSource: string;
  readonly taxInclusive: boolean;
  readonly total: Amount;
  readonly totalTax: Amount;
  readonly shipping: Charge;
  readonly handling: Charge;
  readonly wrapping: Charge;
  readonly fees: readonly Fee[];
  readonly discount: Amount;
  readonly couponDiscount: Amount;
  readonly storeCredit: Amount;
  readonly giftCertificate: Amount;
  readonly paymentMethod: string;
  readonly paymentStatus: string;
  readonly lines: readonly OrderLine[];
  readonly consignments: readonly Consignment[];
}

export interface Buyer {
  /** 0 for a guest. */
  readonly bigcommerceCustomerId: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

export interface Charge {
  readonly incTax: Amount;
  readonly exTax: Amount;
  readonly tax: Amount;
}

export interface Fee extends Charge {
  readonly feeId: string;
  readonly name: string;
}

export interface OrderLine {
  /** BigCommerce's `order_product_id`. */
  readonly lineId: number;
  /** 0 for a custom product. */
  readonly productId: number;
  /** 0 where there is none. */
  readonly variantId: number;
  readonly sku: string;
  readonly name: string;
  readonly options: string;
  readonly bin: string;
  /** The EAN or UPC on the article; empty where BigCommerce has none. */
  readonly barcode: string;
  readonly kind: 'physical' | 'digital' | 'gift_certificate';
  readonly quantity: number;
  readonly shipped: number;
  readonly refunded: number;
  readonly incTax: Amount;
  readonly exTax: Amount;
  readonly tax: Amount;
  /** The bundle this line is a part of; its parts cost nothing of their own. */
  readonly parentLineId: number | null;
  /** Which consignment it leaves with; null for what is not handed over. */
  readonly consignmentId: string | null;
}

/** One address or pickup place of an order. */
export interface Consignment {
  readonly consignmentId: string;
  readonly type: 'delivery' | 'pickup';
  readonly method: string;
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly phone: string;
  readonly email: string;
}

/** Money given back, from the store-wide refunds feed (bigcommerce.md §8.2). */
export interface Refund {
  readonly refundId: number;
  readonly orderId: number;
  readonly at: number;
  readonly reason: string;
  /** What really went back: payments that were declined do not count. */
  readonly amount: Amount;
  /** Only items that name an order line and a quantity: goods that came back. */
  readonly items: readonly { readonly lineId: number; readonly quantity: number }[];
}
