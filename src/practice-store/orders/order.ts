import type { Amount } from '../money.ts';
import type { Currency } from '../shop/currencies.ts';
import type { PickupMethod } from '../shop/locations.ts';
import type { Variant } from '../shop/product.ts';
import type { Address } from '../shop/shoppers.ts';

/**
 * The facts of an order, kept small: what can be computed from them (money, links, texts) is computed when it is asked
 * for. Instants are whole seconds. Amounts are on the exact side of tax: with tax in them where `taxInclusive`, without
 * it elsewhere (bigcommerce.md §0.7).
 */
export interface Order {
  readonly id: number;
  readonly createdAt: number;
  /** Set only through the order book, which is sorted by it. */
  modifiedAt: number;
  /** 0 until shipped. */
  shippedAt: number;
  statusId: number;
  readonly customerId: number;
  readonly email: string;
  readonly billing: Address;
  /** What the shopper pays in; all amounts are in it. */
  readonly currency: Currency;
  /** What the shop window showed prices in. */
  readonly displayCurrency: Currency;
  /** How many of `currency` one of the shop's own is, in ten-thousandths. */
  readonly exchangeRate: number;
  readonly taxInclusive: boolean;
  /** Hundredths of a percent. */
  readonly taxRate: number;
  lines: readonly Line[];
  addresses: readonly ShippingAddress[];
  readonly pickup: Pickup | null;
  discounts: readonly Discount[];
  readonly fees: readonly Fee[];
  readonly storeCredit: Amount;
  readonly giftCertificate: Amount;
  paymentMethod: string;
  readonly paymentProvider: string | null;
  paymentStatus: string;
  transactions: readonly Transaction[];
  refunds: readonly Refund[];
  shipments: readonly Shipment[];
  collections: readonly Collection[];
  staffNotes: string | null;
  customerMessage: string | null;
  readonly source: string;
  readonly channelId: number;
  readonly externalSource: string | null;
  externalOrderId: string;
  archived: boolean;
}

export type LineKind = 'physical' | 'digital' | 'giftcertificate';

export interface Line {
  readonly id: number;
  /** 0 for a custom product. */
  readonly productId: number;
  /** 0 where there is none. */
  readonly variantId: number;
  /** Null for what is not in the catalogue. */
  readonly variant: Variant | null;
  readonly kind: LineKind;
  readonly name: string;
  readonly sku: string;
  quantity: number;
  shipped: number;
  refunded: number;
  /** What the web shop has taken from its own stock for it (bigcommerce.md §0.12). */
  taken: number;
  readonly price: Amount;
  readonly wrapping: Amount;
  /** The line of the bundle that this one is a part of. */
  readonly parentId: number | null;
  /** Where it is shipped to; 0 for what is picked up, downloaded or mailed. */
  readonly addressId: number;
}

export interface ShippingAddress {
  readonly id: number;
  readonly address: Address;
  readonly method: string;
  readonly cost: Amount;
  readonly handling: Amount;
}

export interface Pickup {
  readonly id: number;
  readonly method: PickupMethod;
}

export interface Discount {
  readonly id: number;
  readonly kind: 'manual' | 'promotion' | 'coupon';
  readonly name: string;
  readonly code: string;
  /** The coupon's type number (bigcommerce.md §3.6). */
  readonly couponType: number;
  /** What the coupon says: 3 for three dollars as for three percent. */
  readonly face: Amount;
  /** What comes off this order. */
  readonly amount: Amount;
}

export interface Fee {
  readonly id: number;
  readonly name: string;
  readonly amount: Amount;
}

export interface Transaction {
  readonly id: number;
  readonly event: 'purchase' | 'authorization' | 'capture' | 'refund' | 'void';
  readonly method: 'credit_card' | 'electronic_wallet' | 'store_credit' | 'gift_certificate';
  readonly amount: Amount;
  readonly ok: boolean;
  readonly at: number;
  readonly gateway: string;
  readonly referenceId: number | null;
}

export interface Refund {
  readonly id: number;
  readonly at: number;
  readonly reason: string;
  readonly total: Amount;
  readonly tax: Amount;
  readonly items: readonly RefundItem[];
  readonly payment: {
    readonly id: number;
    readonly providerId: string;
    readonly offline: boolean;
    readonly declined: boolean;
    readonly transactionId: number | null;
  };
}

export interface RefundItem {
  readonly type: 'PRODUCT' | 'GIFT_WRAPPING' | 'SHIPPING' | 'HANDLING' | 'ORDER' | 'FEE' | 'TAX';
  readonly itemId: number;
  /** Null for everything but products. */
  readonly quantity: number | null;
  readonly amount: Amount;
}

export interface Shipment {
  readonly id: number;
  readonly at: number;
  readonly addressId: number;
  readonly items: readonly ShipmentItem[];
  readonly details: ShipmentDetails;
}

export interface ShipmentItem {
  readonly lineId: number;
  readonly quantity: number;
}

export interface ShipmentDetails {
  readonly tracking_number: string;
  readonly tracking_carrier: string;
  readonly tracking_link: string;
  readonly shipping_method: string;
  readonly shipping_provider: string;
  readonly comments: string;
}

/** What was told about handing a pickup over (bigcommerce.md §7). */
export interface Collection {
  readonly id: number;
  readonly methodId: number;
  readonly readyAt: string;
  readonly collectedAt: string | null;
  readonly items: readonly ShipmentItem[];
}
